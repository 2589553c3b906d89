using ClientTracking.Storage;
using ClientTracking.Subjects;

namespace ClientTracking.Tracking.Secrecy;

/// <summary>Takes a copy of one record out of the engine: to print, download or hand on. Exporting counts as copying (CL-06).</summary>
/// <remarks>
/// Whoever may read a record under the regime may not yet copy it: a copy was requested and approved first (<see cref="RequestHandOut"/>). A field with
/// a higher level of its own counts at that level. On Secret and TopSecret the decision is logged, granted or refused (CL-11).
/// </remarks>
/// <param name="Id">The record.</param>
/// <exception cref="Errors.InvalidRequestException">There is no such subject, or none the asking person may know of.</exception>
/// <exception cref="Errors.AccessDeniedException">The asking person may not copy it (CL-06, CL-07).</exception>
public sealed record ExportSubject(SubjectId Id) : IQuery<SubjectRecord>
{
    /// <inheritdoc/>
    public async Task<SubjectRecord> RunAsync(QueryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Session is ReadingSession session
            ? await session.CopyAsync(Id, cancellationToken).ConfigureAwait(false)
            : await context.Session.FindAsync(Id, cancellationToken).ConfigureAwait(false) ?? throw Clearance.Unknown(Id, null);
    }
}

/// <summary>One page of the records that the asking person may copy (CL-06), whole; as many decisions are logged as records are looked at.</summary>
/// <remarks>A page may come up short by records that the person may read and not copy.</remarks>
/// <param name="Query">Which are wanted; a filter for a reader in it is replaced.</param>
public sealed record ExportSubjects(SubjectQuery Query) : IQuery<Page<SubjectRecord>>
{
    /// <inheritdoc/>
    public Task<Page<SubjectRecord>> RunAsync(QueryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Session is ReadingSession session
            ? session.CopyAsync(Query, cancellationToken)
            : context.Session.QueryAsync(Query, cancellationToken);
    }
}
