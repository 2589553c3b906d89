using ClientTracking.Confidentiality;
using ClientTracking.Storage;

namespace ClientTracking.Tracking.Secrecy;

/// <summary>What the asking person may know of the subject with this id; null when there is none, or none they may know of.</summary>
public sealed record GetSubjectHeader(SubjectId Id) : IQuery<SubjectHeader?>
{
    /// <inheritdoc/>
    public async Task<SubjectHeader?> RunAsync(QueryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Session is ReadingSession session) return await session.PeekAsync(Id, cancellationToken).ConfigureAwait(false);
        return await context.Session.FindAsync(Id, cancellationToken).ConfigureAwait(false) is { } record
            ? SubjectHeader.Of(record, Visibility.Content, null, context.Now)
            : null;
    }
}

/// <summary>One page of the subjects the asking person may know of, each as far as they may (CL-12).</summary>
/// <remarks>
/// With a condition on number or period, or in the order of numbers, only subjects whose header they may see are listed; with any other
/// condition only those they may read: nothing is found or sorted by what is not shown.
/// </remarks>
/// <param name="Query">Which are wanted; a filter for a reader in it is replaced.</param>
public sealed record ListSubjects(SubjectQuery Query) : IQuery<Page<SubjectHeader>>
{
    /// <inheritdoc/>
    public async Task<Page<SubjectHeader>> RunAsync(QueryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Session is ReadingSession session) return await session.ListAsync(Query, cancellationToken).ConfigureAwait(false);
        var page = await context.Session.QueryAsync(Query, cancellationToken).ConfigureAwait(false);
        return new([.. page.Items.Select(record => SubjectHeader.Of(record, Visibility.Content, null, context.Now))], page.Next);
    }
}
