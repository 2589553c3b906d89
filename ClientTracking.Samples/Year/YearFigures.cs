using ClientTracking.Bugs;
using ClientTracking.Meetings;
using ClientTracking.Obligations;
using ClientTracking.Requirements;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using ClientTracking.Tracking;
using NodaTime;

namespace ClientTracking.Samples.Year;

/// <summary>The figures of a year (RF-71): read from the engine page by page, counted here.</summary>
internal sealed record YearFigures(
    IReadOnlyList<Subject<Requirement>> Requirements, IReadOnlyList<Subject<Bug>> Bugs, IReadOnlyList<Subject<DecisionMeeting>> Meetings, Instant AsOf)
{
    public static async Task<YearFigures> ReadAsync(YearHost host, Instant asOf, CancellationToken cancellationToken) => new(
        await AllAsync<Requirement>(host, cancellationToken),
        await AllAsync<Bug>(host, cancellationToken),
        await AllAsync<DecisionMeeting>(host, cancellationToken),
        asOf);

    public int Decided(DecisionOutcome outcome) => Requirements.Count(subject => subject.State.Decision?.Outcome == outcome);

    public int In(params RequirementStatus[] statuses) => Requirements.Count(subject => statuses.Contains(subject.State.Status));

    public int Delivered => Requirements.Count(subject => subject.State.ActualDelivery is not null);

    public int Extended => Requirements.Count(subject => subject.State.Extensions.Any(extension => extension.Status == ExtensionStatus.Approved));

    /// <summary>Every time node: how often it was owed, done in time, done late, and is overdue now.</summary>
    public IEnumerable<(RuleId Rule, int Owed, int InTime, int Late, int Overdue)> Nodes() =>
        from obligation in Requirements.SelectMany(subject => subject.Obligations).Concat(Bugs.SelectMany(subject => subject.Obligations))
        group obligation by obligation.Rule into node
        orderby node.Key.Value
        select (
            node.Key,
            node.Count(),
            node.Count(owed => owed is { Status: ObligationStatus.Fulfilled, FulfilledLate: false }),
            node.Count(owed => owed.FulfilledLate),
            node.Count(owed => owed.IsOverdueAt(AsOf)));

    /// <summary>Who filed how many and how many of the decided ones will be built; equal figures have equal ranks and the next rank is skipped (1-2-2-4).</summary>
    public IEnumerable<(PersonId Reporter, int Filed, int FiledRank, decimal Adopted, int AdoptedRank)> Reporters()
    {
        var rows = Requirements.GroupBy(subject => subject.State.Reporter).Select(filed => (Reporter: filed.Key, Filed: filed.Count(), Adopted: Rate(filed))).ToArray();
        return rows
            .Select(row => (row.Reporter, row.Filed, 1 + rows.Count(other => other.Filed > row.Filed), row.Adopted, 1 + rows.Count(other => other.Adopted > row.Adopted)))
            .OrderBy(row => row.Item3).ThenBy(row => row.Reporter.Value, StringComparer.Ordinal);
    }

    private static decimal Rate(IEnumerable<Subject<Requirement>> filed)
    {
        var decided = filed.Select(subject => subject.State.Decision).OfType<Decision>().Where(decision => decision.Outcome != DecisionOutcome.Defer).ToArray();
        return decided.Length == 0 ? 0 : decimal.Round(100m * decided.Count(decision => decision.ToBuild) / decided.Length, 1);
    }

    private static async Task<IReadOnlyList<Subject<T>>> AllAsync<T>(YearHost host, CancellationToken cancellationToken) where T : class
    {
        var all = new List<Subject<T>>();
        var query = new SubjectQuery { Take = PagedQuery.LargestPage };
        do
        {
            var page = await host.AskAsync(new FindSubjects<T>(query), cancellationToken);
            all.AddRange(page.Items);
            query = query with { After = page.Next };
        }
        while (query.After is not null);
        return all;
    }
}
