using System.Collections.Immutable;
using ClientTracking.Sanctions;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using ClientTracking.Tracking;

namespace ClientTracking.Statements;

/// <summary>Who may be rewarded for a quarter and who not, each with the reason, and what was granted (RF-A1 to RF-A5). For those who oversee.</summary>
/// <remarks>It reads every requirement there is, because an old one may be delivered or decided in the quarter.</remarks>
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
        var query = new SubjectQuery { Kind = AwardKind.Instance.Kind, Take = PagedQuery.LargestPage };
        do
        {
            var page = await context.Session.QueryAsync(query, cancellationToken).ConfigureAwait(false);
            granted.AddRange(page.Items.Select(AwardKind.Instance.Read));
            query = query with { After = page.Next };
        }
        while (query.After is not null);
        return new(
            await new QuarterReader(context).AssessAsync(Quarter, Collectors, cancellationToken).ConfigureAwait(false),
            [.. granted.OrderBy(award => award.Record.LastAt).Select(award => award.State).Where(award => award.Quarter == Quarter)]);
    }
}

/// <summary>The rewards of a quarter.</summary>
/// <param name="Found">Everyone whom a reward could concern, rule by rule.</param>
/// <param name="Granted">What was granted, in the order of granting.</param>
public sealed record QuarterReview(ImmutableArray<Eligibility> Found, ImmutableArray<GrantedAward> Granted);
