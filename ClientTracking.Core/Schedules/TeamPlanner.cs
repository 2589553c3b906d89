using ClientTracking.Priorities;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Schedules;

/// <summary>Makes of a team's schedule what <see cref="DeliverySchedule"/> plans. Pure.</summary>
/// <param name="calendar">The calendar the team works by.</param>
internal readonly struct TeamPlanner(WorkCalendar calendar)
{
    public DeliverySchedule Schedule { get; } = new(calendar);

    public DeliveryPlan Plan(TeamSchedule team, Instant now) => Schedule.Plan(Backlog(team, now));

    /// <summary>What is open, as it stands at an instant; requirements that are done or ended hold nothing up any more.</summary>
    public TeamBacklog Backlog(TeamSchedule team, Instant now)
    {
        var open = team.Work.Where(work => work.IsOpen).ToDictionary(work => work.Requirement.Id);
        var held = open.Values.Where(work => work is { Stage: ItemStage.InHand, IsUrgent: false }).Select(work => work.Worker).ToHashSet();
        var planner = this;
        return new()
        {
            Now = now,
            Workers = team.Workers,
            Absences = team.Absences,
            Items = [.. open.Values.Select(work => planner.Item(team, work, open, held, now))],
        };
    }

    /// <summary>A work with what was done on it up to an instant: from the last report on, what is in hand goes on as planned.</summary>
    public ScheduledWork At(TeamSchedule team, ScheduledWork work, Instant now)
    {
        if (now <= work.AsOf) return work;
        if (work is not { Stage: ItemStage.InHand, Worker: { } worker }) return work with { AsOf = now };
        var worked = Worked(team.Absences.Where(absence => absence.Worker == worker), work.AsOf, now);
        return work with { AsOf = now, Spent = work.Spent + worked, Remaining = Duration.Max(work.Remaining - worked, Duration.Zero) };
    }

    private Duration Worked(IEnumerable<Absence> absences, Instant from, Instant to)
    {
        var worked = Duration.Zero;
        foreach (var (_, left, back) in absences.Where(absence => absence.From < to).OrderBy(absence => absence.From))
        {
            if (left > from) worked += calendar.WorkingTimeBetween(from, left);
            from = Instant.Max(from, back);
        }

        return from < to ? worked + calendar.WorkingTimeBetween(from, to) : worked;
    }

    private ScheduleItem Item(
        TeamSchedule team, ScheduledWork work, Dictionary<SubjectId, ScheduledWork> open, HashSet<int?> held, Instant now)
    {
        work = At(team, work, now);
        // The A it stood still for may have lost its grade: then it is next in line, for its worker has the other one in hand.
        var waits = work.Stage == ItemStage.Waiting || (work.Stage == ItemStage.Interrupted && held.Contains(work.Worker));
        return new()
        {
            Number = work.Requirement.Number,
            Grade = work.Requirement.Grade!.Value,
            DecidedAt = work.Requirement.DecidedAt,
            Estimate = work.Estimate,
            Remaining = work.Remaining,
            Stage = waits ? ItemStage.Waiting : work.Stage,
            Worker = waits ? null : work.Worker,
            Position = work.Requirement.Grade == PriorityGrade.C ? work.Position : null,
            EarliestStart = work.EarliestStart,
            DependsOn = [.. work.DependsOn.Where(open.ContainsKey).Select(other => open[other].Requirement.Number)],
            Commitments = work.Requirement.Commitments,
        };
    }
}
