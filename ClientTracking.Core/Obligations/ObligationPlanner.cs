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
    /// <param name="assignee">Who holds a role on this subject, if anybody is named.</param>
    /// <returns>The changes, in the order of the triggers and then of the rules; within a trigger closing comes before opening.</returns>
    public ImmutableArray<ObligationChange> Plan(
        ImmutableArray<Obligation> current, ImmutableArray<Trigger> triggers, Instant at, Instant judgedAt, Func<Role, PersonId?> assignee)
    {
        var changes = ImmutableArray.CreateBuilder<ObligationChange>();
        var obligations = current.ToList();
        foreach (var trigger in triggers)
        {
            foreach (var rule in rules)
                foreach (var open in obligations.Where(o => o.Status == ObligationStatus.Open && o.Rule == rule.Id).ToArray())
                    if (Meet(rule, open, trigger, at, judgedAt) is { } change)
                        Record(change);
            foreach (var rule in rules.Where(rule => rule.OpenedBy.Contains(trigger.Name)))
                Record(new(ObligationEvent.Opened, Open(obligations.Count + 1, rule, trigger, at, assignee)));
        }
        return changes.ToImmutable();

        void Record(ObligationChange change)
        {
            changes.Add(change);
            if (change.After.Id > obligations.Count) obligations.Add(change.After);
            else obligations[change.After.Id - 1] = change.After;
        }
    }

    /// <summary>What a trigger does to an obligation that is open; null: nothing.</summary>
    private ObligationChange? Meet(ObligationRule rule, Obligation open, Trigger trigger, Instant at, Instant judgedAt)
    {
        if (rule.FulfilledBy.Contains(trigger.Name))
            return new(ObligationEvent.Fulfilled, open with { Status = ObligationStatus.Fulfilled, ClosedAt = at, JudgedAt = judgedAt });
        if (rule.CancelledBy.Contains(trigger.Name) || rule.OpenedBy.Contains(trigger.Name))
            return new(ObligationEvent.Cancelled, open with { Status = ObligationStatus.Cancelled, ClosedAt = at, Reason = trigger.Name });
        if (rule.MovedBy.Contains(trigger.Name) && trigger.Promised is { } promised)
        {
            var deadline = CloseOf(promised);
            return new(ObligationEvent.Moved, open with { Due = deadline.Due, Provisional = deadline.Provisional, Revision = open.Revision + 1 });
        }
        return null;
    }

    private Obligation Open(int id, ObligationRule rule, Trigger trigger, Instant at, Func<Role, PersonId?> assignee)
    {
        var from = trigger.From ?? at;
        var deadline = rule.Deadline is { } period
            ? calculator.Calculate(period, from)
            : CloseOf(trigger.Promised ?? throw new InvalidOperationException(
                $"{rule.Id} has no deadline of its own and its trigger '{trigger.Name}' promises no date."));
        return new()
        {
            Id = id,
            Rule = rule.Id,
            Responsible = rule.Responsible,
            Assignee = assignee(rule.Responsible),
            Deadline = rule.Deadline,
            OpenedAt = from,
            Due = deadline.Due,
            Provisional = deadline.Provisional,
        };
    }

    /// <summary>A promised date is kept until business closes that day; it never rolls.</summary>
    private Deadline CloseOf(LocalDate promised) => new(calculator.Calendar.CloseOfBusiness(promised), calculator.Calendar.IsProvisional(promised));
}
