using System.Collections.Immutable;
using ClientTracking.Bugs;
using ClientTracking.Deadlines;
using ClientTracking.Requirements;
using ClientTracking.Sanctions;
using ClientTracking.Storage;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Statements;

/// <summary>Reads the misses of one person, or of everybody, from what is and was owed.</summary>
/// <param name="session">The tenant's data.</param>
/// <param name="plan">The sanctions of the regulation.</param>
/// <param name="calendar">The tenant's calendar.</param>
/// <param name="now">The instant it is read for.</param>
internal sealed class MissReader(ITrackingSession session, SanctionPlan plan, WorkCalendar calendar, Instant now)
{
    /// <summary>The node whose debtor is not always the one charged: it arises before a collector is known.</summary>
    private static readonly RuleId BeforeItsDebtor = "RF-31";

    private readonly MissFinder _finder = new(plan, now);

    private readonly ImmutableHashSet<RuleId> _nodes = MissFinder.NodesOf(plan);

    /// <summary>All that can cost something in a month or later, in the order of the due instants.</summary>
    /// <param name="person">The person; none: everybody.</param>
    /// <param name="month">The first month.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ImmutableArray<Miss>> ReadAsync(PersonId? person, YearMonth month, CancellationToken cancellationToken)
    {
        var query = new ObligationQuery { Status = null, DueFrom = calendar.StartOfDay(Since(month)) };
        var subjects = new HashSet<SubjectId>();
        ImmutableArray<ObligationQuery> queries = person is null ? [query] : [query with { Assignee = person }, query with { Rule = BeforeItsDebtor }];
        foreach (var one in queries)
            await CollectAsync(one, subjects, cancellationToken).ConfigureAwait(false);
        var misses = ImmutableArray.CreateBuilder<Miss>();
        foreach (var subject in subjects)
            if (await session.FindAsync(subject, cancellationToken).ConfigureAwait(false) is { } record)
                misses.AddRange(_finder.On(record).Where(miss => person is null || miss.Person == person));
        misses.Sort((a, b) => a.Due!.Value.CompareTo(b.Due!.Value) is var due and not 0 ? due : string.CompareOrdinal(a.Key, b.Key));
        return misses.ToImmutable();
    }

    /// <summary>The miss of a key; none where there is none.</summary>
    public async Task<Miss?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (MissKey.SubjectOf(key) is not { } id || await session.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } record) return null;
        return _finder.On(record).FirstOrDefault(miss => miss.Key == key);
    }

    /// <summary>The month a miss is charged to; a due instant at midnight belongs to the day that ends with it (CV-13).</summary>
    public YearMonth MonthOf(Miss miss) => calendar.DateOf(miss.Due!.Value - Duration.Epsilon).ToYearMonth();

    private async Task CollectAsync(ObligationQuery query, HashSet<SubjectId> subjects, CancellationToken cancellationToken)
    {
        await foreach (var row in session.EveryAsync(query, cancellationToken).ConfigureAwait(false))
            if (IsSanctioned(row) && _finder.MayBeMissed(row.Obligation))
                subjects.Add(row.Subject);
    }

    private bool IsSanctioned(ObligationRow row) =>
        (row.Kind == RequirementKind.Instance.Kind || row.Kind == BugKind.Instance.Kind) && _nodes.Contains(row.Obligation.Rule);

    /// <summary>What was due so long before the month that it had reached the last tier by then cannot grow any more (RF-97).</summary>
    private LocalDate Since(YearMonth month)
    {
        var first = month.OnDayOfMonth(1);
        return plan.Rules.Select(rule => rule.Charge).OfType<LatenessCharge>().Select(Before).Append(first).Min();

        LocalDate Before(LatenessCharge late)
        {
            var days = -1 - (late.Tiers.Tiers is [.., { UpTo: { } last }, _] ? last : 0);
            return late.Unit == LatenessUnit.WorkingDays ? calendar.AddWorkingDays(first, days) : first.PlusDays(days);
        }
    }
}
