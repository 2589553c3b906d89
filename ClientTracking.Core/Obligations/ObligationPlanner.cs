using System.Collections.Immutable;
using ClientTracking.Deadlines;
using NodaTime;

namespace ClientTracking.Obligations;

/// <summary>Turns what happened into what is now owed and what no longer is. Pure.</summary>
/// <param name="rules">The obligation rules of the regulation.</param>
/// <param name="calculator">Counts periods on the regulation's calendar.</param>
public sealed class ObligationPlanner(ImmutableArray<ObligationRule> rules, DeadlineCalculator calculator)
{
    /// <summary>Plans the changes of one event.</summary>
    /// <param name="current">The subject's obligations before it.</param>
    /// <param name="triggers">The names the event is known by; they take effect one after the other, so an earlier may open what a later fulfils.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="judgedAt">The instant by which lateness is judged.</param>
    /// <param name="holderOf">Who holds a role on this subject.</param>
    /// <returns>The changes, in the order of the triggers and then of the rules; within a trigger closing comes before opening.</returns>
    public ImmutableArray<ObligationChange> Plan(
        ImmutableArray<Obligation> current, ImmutableArray<Trigger> triggers, Instant at, Instant judgedAt, Func<Role, Holder> holderOf)
    {
        var changes = ImmutableArray.CreateBuilder<ObligationChange>();
        var obligations = current.ToList();
        foreach (var trigger in triggers)
        {
            foreach (var rule in rules)
                foreach (var owed in obligations.Where(o => o.IsOwed && o.Rule == rule.Id).ToArray())
                    if (Meet(rule, owed, trigger, at, judgedAt) is { } change)
                        Record(change, rule);
            foreach (var rule in rules.Where(rule => rule.IsOpenedBy(trigger)))
                Record(new(ObligationEvent.Opened, Open(obligations.Count + 1, rule, trigger, at, holderOf)), rule);
        }
        return changes.ToImmutable();

        void Record(ObligationChange change, ObligationRule rule)
        {
            change = change with { After = change.After.Schedule(rule.Notices, calculator) };
            changes.Add(change);
            if (change.After.Id > obligations.Count) obligations.Add(change.After);
            else obligations[change.After.Id - 1] = change.After;
        }
    }

    /// <summary>What a trigger does to an obligation that is owed; null: nothing.</summary>
    private ObligationChange? Meet(ObligationRule rule, Obligation owed, Trigger trigger, Instant at, Instant judgedAt)
    {
        if (rule.FulfilledBy.Contains(trigger.Name))
            return new(ObligationEvent.Fulfilled, owed with { Status = ObligationStatus.Fulfilled, ClosedAt = at, JudgedAt = judgedAt });
        if (rule.CancelledBy.Contains(trigger.Name) || rule.OpenedBy.Contains(trigger.Name)) return owed.Cancelled(at, trigger.Reason ?? trigger.Name);
        if (rule.ExtendedBy.Contains(trigger.Name) && trigger.Promised is { } promised)
            return owed.Extended(calculator, at, trigger.From ?? at, calculator.Calendar.CloseOfBusiness(promised), trigger.Reason);
        if (rule.PausedBy.Contains(trigger.Name) && !owed.Clock.IsPaused) return owed.Paused(calculator, at, trigger.Reason ?? trigger.Name);
        return rule.ResumedBy.Contains(trigger.Name) && owed.Clock.IsPaused ? owed.Resumed(calculator, at) : null;
    }

    private Obligation Open(int id, ObligationRule rule, Trigger trigger, Instant at, Func<Role, Holder> holderOf)
    {
        var holder = holderOf(rule.Responsible);
        return new()
        {
            Id = id,
            Rule = rule.Id,
            Responsible = rule.Responsible,
            Assignee = holder.Person,
            Department = holder.Department ?? rule.Department,
            Partner = rule.Partner is { } partner ? new(partner, holderOf(partner).Person) : null,
            Clock = Start(rule, trigger, trigger.From ?? at),
        };
    }

    /// <summary>A promised date is kept until business closes that day; neither it nor an appointment ever rolls.</summary>
    private ClockLedger Start(ObligationRule rule, Trigger trigger, Instant from)
    {
        if (trigger.Due is { } appointed) return ClockLedger.Commit(calculator, from, appointed);
        if (rule.DeadlineOn(trigger.Name) is { } period) return ClockLedger.Start(calculator, period, from);
        return ClockLedger.Commit(calculator, from, calculator.Calendar.CloseOfBusiness(trigger.Promised ?? throw new InvalidOperationException(
            $"{rule.Id} has no deadline of its own and its trigger '{trigger.Name}' promises no date.")));
    }
}
