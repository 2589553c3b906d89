using System.Collections.Immutable;
using ClientTracking.Deadlines;
using NodaTime;

namespace ClientTracking.Sanctions;

/// <summary>Finds who may be rewarded for a quarter, and says of everyone else why not. Pure; the board decides.</summary>
/// <param name="plan">The rewards of the regulation.</param>
/// <param name="calculator">Counts working days.</param>
public sealed class RewardAssessor(SanctionPlan plan, DeadlineCalculator calculator)
{
    /// <summary>Everyone whom a reward could concern, rule by rule, in the order of the facts.</summary>
    public ImmutableArray<Eligibility> Assess(QuarterFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return [.. plan.Rewards.SelectMany(rule => rule.Condition switch
        {
            AdoptedRequirement => Adopted(rule, facts),
            AllOnTime => OnTime(rule, facts),
            MajorDeliveredEarly early => MajorEarly(rule, early, facts),
            NothingOmitted omitted => NoOmission(rule, omitted, facts),
            BeforeItsDay before => Early(rule, before, facts),
            _ => [],
        })];
    }

    private IEnumerable<Eligibility> Adopted(RewardRule rule, QuarterFacts facts) =>
        from item in facts.Decided
        where facts.Quarter.Holds(calculator.Calendar, item.At)
        select Found(rule, facts, item.Adopted, item.Adopted ? "reward.adopted" : "reward.not-adopted", item.Subject)
            with
        { For = item.Subject, Subject = item.Subject, Recipients = [Recipient.Of(item.Reporter)] };

    private IEnumerable<Eligibility> OnTime(RewardRule rule, QuarterFacts facts)
    {
        var due = facts.Commitments.Where(item => facts.Quarter.HoldsDue(calculator.Calendar, item.Due)).ToArray();
        var owed = from item in due
                   from recipient in item.Responsible.Select(Recipient.Of).Concat(item.Team is { } team ? [Recipient.Team(team)] : [])
                   group item by recipient;
        foreach (var recipient in owed)
        {
            var late = recipient.FirstOrDefault(item => !(DoneBy(facts, item.Done) <= item.Due));
            yield return (late is null
                ? Found(rule, facts, true, "reward.all-on-time", recipient.Count())
                : Found(rule, facts, false, "reward.not-on-time", late.Subject, late.Node)) with
            { Subject = late?.Subject, Recipients = [recipient.Key] };
        }
    }

    private IEnumerable<Eligibility> MajorEarly(RewardRule rule, MajorDeliveredEarly early, QuarterFacts facts)
    {
        foreach (var item in facts.Commitments.Where(item => item.IsMajorDelivery))
        {
            if (DoneBy(facts, item.Done) is not { } done || !facts.Quarter.Holds(calculator.Calendar, done)) continue;
            int first = calculator.Calendar.DayOf(item.PromisedAt), last = calculator.DueDay(item.FirstDue);
            var whole = calculator.WorkingDaysBetween(first, last);
            var left = Math.Max(0, calculator.WorkingDaysBetween(calculator.Calendar.DayOf(done), last));
            var eligible = whole > 0 && left * 100L >= whole * (long)early.PercentLeft;
            yield return Found(rule, facts, eligible, eligible ? "reward.early" : "reward.not-early-enough", item.Subject, left, whole, early.PercentLeft)
                with
            { For = item.Subject, Subject = item.Subject, Recipients = [.. item.Responsible.Select(Recipient.Of)] };
        }
    }

    private IEnumerable<Eligibility> NoOmission(RewardRule rule, NothingOmitted condition, QuarterFacts facts)
    {
        var received = facts.Received.Where(item => facts.Quarter.Holds(calculator.Calendar, item.At)).ToLookup(item => item.Collector);
        foreach (var collector in facts.Collectors.Concat(received.Select(items => items.Key)).Distinct())
        {
            var handled = received[collector].Count();
            var found = received[collector].FirstOrDefault(item => DoneBy(facts, item.RegisteredAt) is null) is { } omitted
                ? Found(rule, facts, false, "reward.omitted", omitted.Subject) with { Subject = omitted.Subject }
                : facts.Misses.FirstOrDefault(miss => Bars(miss, condition, collector)) is { } miss
                    ? Found(rule, facts, false, "reward.barred", miss.Rule, miss.Subject ?? miss.Key) with { Subject = miss.Subject ?? miss.Key }
                    : Found(rule, facts, true, "reward.no-omission", handled) with { Suggestion = Suggest(rule, condition, handled) };
            yield return found with { Recipients = [Recipient.Of(collector)] };
        }
    }

    private IEnumerable<Eligibility> Early(RewardRule rule, BeforeItsDay condition, QuarterFacts facts)
    {
        foreach (var item in facts.Commitments)
        {
            if (DoneBy(facts, item.Done) is not { } done || !facts.Quarter.Holds(calculator.Calendar, done)) continue;
            int day = calculator.Calendar.DayOf(done), dueDay = calculator.DueDay(item.Due);
            var days = Math.Max(0, calculator.WorkingDaysBetween(day, dueDay));
            var found = day < dueDay ? Found(rule, facts, true, "reward.before-its-day", days) with { Points = days * condition.PointsEach }
                : Found(rule, facts, false, "reward.not-before-its-day", item.Subject);
            foreach (var person in item.Responsible)
                yield return found with { For = $"{item.Subject} {item.Node} {person}", Subject = item.Subject, Recipients = [Recipient.Of(person)] };
        }
    }

    private static bool Bars(Miss miss, NothingOmitted condition, PersonId collector) =>
        miss.Person == collector && miss.Waiver is null && condition.BarredBy.Contains(miss.Rule);

    private static Money? Suggest(RewardRule rule, NothingOmitted condition, int handled)
    {
        if (rule.Range is not { } range) return null;
        var grown = range.Least + (condition.SuggestedEach * handled);
        return grown > range.Most ? range.Most : grown;
    }

    private static Instant? DoneBy(QuarterFacts facts, Instant? done) => done <= facts.AsOf ? done : null;

    private static Eligibility Found(RewardRule rule, QuarterFacts facts, bool eligible, string code, params ImmutableArray<object> arguments) => new()
    {
        Rule = rule.Id,
        Quarter = facts.Quarter,
        Recipients = [],
        IsEligible = eligible,
        Code = code,
        Arguments = arguments,
        Range = rule.Range,
    };
}
