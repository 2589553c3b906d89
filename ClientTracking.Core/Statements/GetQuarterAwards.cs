using System.Collections.Immutable;
using ClientTracking.Sanctions;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using ClientTracking.Tracking;

namespace ClientTracking.Statements;

/// <summary>Who may be rewarded for a quarter and who not, each with the reason, and what was granted (RF-A1 to RF-A5). For those who oversee.</summary>
/// <remarks>
/// It reads every requirement there is, because an old one may be delivered or decided in the quarter. Who may be rewarded is worked out from all of them,
/// whoever asks; what is found from a record that who asks may not read is left out, and an award for it says what it cost and not what for (CL-12).
/// </remarks>
/// <param name="Quarter">The quarter.</param>
public sealed record GetQuarterAwards(Quarter Quarter) : IQuery<QuarterReview>
{
    /// <summary>The collectors on duty in the quarter, with or without items (RF-A4).</summary>
    public ImmutableArray<PersonId> Collectors { get => field.IsDefault ? [] : field; init; } = [];

    /// <inheritdoc/>
    /// <exception cref="Errors.AccessDeniedException">Who asks does not oversee.</exception>
    public async Task<QuarterReview> RunAsync(QueryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.RequireOverseer();
        var granted = new List<Subject<GrantedAward>>();
        await foreach (var record in context.Session.EveryAsync(new SubjectQuery { Kind = AwardKind.Instance.Kind }, cancellationToken).ConfigureAwait(false))
            granted.Add(AwardKind.Instance.Read(record));
        return new(
            await FindAsync(context, cancellationToken).ConfigureAwait(false),
            [.. granted.OrderBy(award => award.Record.LastAt).Select(award => award.State).Where(award => award.Quarter == Quarter)]);
    }

    private async Task<ImmutableArray<Eligibility>> FindAsync(QueryContext context, CancellationToken cancellationToken)
    {
        var (reader, shown) = (new QuarterReader(context), ImmutableArray.CreateBuilder<Eligibility>());
        foreach (var found in await reader.AssessAsync(Quarter, Collectors, cancellationToken).ConfigureAwait(false))
            if (await reader.ShowsAsync(found, cancellationToken).ConfigureAwait(false))
                shown.Add(found);
        return shown.ToImmutable();
    }
}

/// <summary>The rewards of a quarter.</summary>
/// <param name="Found">Everyone whom a reward could concern, rule by rule.</param>
/// <param name="Granted">What was granted, in the order of granting.</param>
public sealed record QuarterReview(ImmutableArray<Eligibility> Found, ImmutableArray<GrantedAward> Granted);
