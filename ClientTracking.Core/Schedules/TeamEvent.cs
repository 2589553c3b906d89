using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ClientTracking.Obligations;
using ClientTracking.Priorities;
using ClientTracking.Requirements;
using ClientTracking.Subjects;

namespace ClientTracking.Schedules;

/// <summary>Something that happened to a team's schedule; what it makes of the promises was planned with it (RF-57).</summary>
[JsonDerivedType(typeof(TeamSetUp), "team.set-up")]
[JsonDerivedType(typeof(TeamChanged), "team.changed")]
[JsonDerivedType(typeof(WorkChanged), "work.changed")]
[JsonDerivedType(typeof(WorkFinished), "work.finished")]
[JsonDerivedType(typeof(TeamReplanned), "team.replanned")]
public abstract record TeamEvent : SubjectEvent<TeamSchedule>
{
    private protected TeamEvent()
    {
    }

    /// <summary>The promises that are at risk from now on; none where that stays as it is.</summary>
    public ImmutableArray<PromiseAtRisk>? AtRisk { get; init; }

    /// <summary>
    /// Those that people are told of now, before they are missed: at risk for the first time, or so much more that another date is to be applied for.
    /// </summary>
    public ImmutableArray<PromiseAtRisk> Alerts { get => field.IsDefault ? [] : field; init; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public sealed override ImmutableArray<Trigger> Triggers => [new(Called)];

    /// <inheritdoc/>
    [JsonIgnore]
    public sealed override ImmutableArray<Announcement> Announces => [.. Alerts.SelectMany(Announce)];

    /// <inheritdoc/>
    public sealed override TeamSchedule Apply(TeamSchedule? before)
    {
        var after = Change(before);
        return AtRisk is { } atRisk ? after with { AtRisk = atRisk } : after;
    }

    private protected abstract string Called { get; }

    private protected abstract TeamSchedule Change(TeamSchedule? before);

    /// <summary>The event with what the schedule foresees after it.</summary>
    internal TeamEvent Planned(TeamSchedule? before, DecisionContext context)
    {
        var planner = new TeamPlanner(context.Deadlines.Calendar);
        var after = Change(before);
        var known = before?.AtRisk ?? [];
        ImmutableArray<PromiseAtRisk> atRisk =
            [.. planner.Plan(after, context.RecordedAt).AtRisk.Select(risk => Known(known, Found(after, risk)))];
        return this with
        {
            AtRisk = atRisk.SequenceEqual(known) ? null : atRisk,
            Alerts = [.. atRisk.Where(risk => risk.Promised >= context.RecordedAt && !known.Any(risk.IsToldBy))],
        };
    }

    private static PromiseAtRisk Found(TeamSchedule team, CommitmentForecast risk) => new(
        team.Work.First(work => work.Requirement.Number == risk.Number).Requirement.Id,
        risk.Number, risk.Commitment.Rule, risk.Commitment.Promised, risk.Forecast, risk.ProposedDate!.Value);

    private static PromiseAtRisk Known(ImmutableArray<PromiseAtRisk> known, PromiseAtRisk risk) =>
        known.FirstOrDefault(risk.IsSame) is { } former && former.ToldFor > risk.ToldFor ? risk with { ToldFor = former.ToldFor } : risk;

    private static IEnumerable<Announcement> Announce(PromiseAtRisk risk)
    {
        var key = $"at-risk/{risk.Number}/{risk.Rule}/{risk.Promised.ToUnixTimeMilliseconds()}";
        var told = new Announcement(key, "commitment.at-risk", risk.Requirement, RequirementKind.Instance.Kind, risk.Number)
        {
            Rule = risk.Rule,
            Role = risk.Rule == "RF-40" ? RequirementRoles.ProductManager : RequirementRoles.IT,
            Due = risk.Promised,
            Forecast = risk.Forecast,
        };
        // RF-42 is owed by both, and both may apply for an extension.
        return risk.Rule == "RF-42" ? [told, told with { Key = $"{key}/partner", Role = RequirementRoles.ProductManager }] : [told];
    }
}

/// <summary>A team has a schedule from now on.</summary>
public sealed record TeamSetUp(string TeamName, TeamTask Task, int Workers) : TeamEvent
{
    private protected override string Called => "team.set-up";

    private protected override TeamSchedule Change(TeamSchedule? before) => new() { Name = TeamName, Task = Task, Workers = Workers };
}

/// <summary>Who works changed: how many they are, or when they are away.</summary>
public sealed record TeamChanged(int Workers, ImmutableArray<Absence> Absences, ImmutableArray<ScheduledWork> Works) : TeamEvent
{
    private protected override string Called => "team.changed";

    private protected override TeamSchedule Change(TeamSchedule? before) => before!.With(Works) with { Workers = Workers, Absences = Absences };
}

/// <summary>Works changed: estimated, started, interrupted, reported on, placed, or the requirement itself.</summary>
/// <param name="What">What happened.</param>
/// <param name="Works">The works as they are now.</param>
public sealed record WorkChanged(WorkStep What, ImmutableArray<ScheduledWork> Works) : TeamEvent
{
    private protected override string Called => $"work.{What.ToString().ToLowerInvariant()}";

    private protected override TeamSchedule Change(TeamSchedule? before) => before!.With(Works);
}

/// <summary>What happens to a work.</summary>
public enum WorkStep
{
    /// <summary>It was estimated (估时).</summary>
    Estimated,

    /// <summary>A worker has taken it in hand (开始).</summary>
    Started,

    /// <summary>It stands still (中断).</summary>
    Interrupted,

    /// <summary>What is left was reported (进度).</summary>
    Progressed,

    /// <summary>Its place was set (排位).</summary>
    Placed,

    /// <summary>Something happened to the requirement (需求变化).</summary>
    Followed,
}

/// <summary>A work is done: its effort goes to the team's record, and what stood still for it goes on.</summary>
/// <param name="Requirement">The requirement.</param>
/// <param name="Took">What it was estimated at and took; none where nothing was worked.</param>
/// <param name="Resumed">What goes on.</param>
public sealed record WorkFinished(SubjectId Requirement, Effort? Took, ImmutableArray<ScheduledWork> Resumed) : TeamEvent
{
    private protected override string Called => "work.finished";

    private protected override TeamSchedule Change(TeamSchedule? before)
    {
        var after = before!.Without(Requirement).With(Resumed);
        return Took is { } took ? after with { Record = [.. after.Record.TakeLast(TeamSchedule.LongestRecord - 1), took] } : after;
    }
}

/// <summary>Time went by or the calendar changed, and other promises are at risk than before.</summary>
public sealed record TeamReplanned : TeamEvent
{
    private protected override string Called => "team.replanned";

    private protected override TeamSchedule Change(TeamSchedule? before) => before!;
}
