using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Priorities;
using ClientTracking.Requirements;
using ClientTracking.Tracking;
using NodaTime;

namespace ClientTracking.Schedules;

/// <summary>What a team will deliver when, planned as of now (RF-56).</summary>
/// <param name="Team">The team's schedule, by id.</param>
public sealed record DeliveryForecast(SubjectId Team) : IQuery<DeliveryPlan>
{
    /// <inheritdoc/>
    /// <exception cref="InvalidRequestException">There is no such team.</exception>
    public async Task<DeliveryPlan> RunAsync(QueryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var team = await SeenTeam.FindAsync(context, Team, cancellationToken).ConfigureAwait(false);
        return context.Planner().Plan(team.Whole.State, context.Now).Without(team.Hidden);
    }
}

/// <summary>What moved, and which promises came at risk or left it, with one entry of a team's journal (RF-57); recounted from the journal.</summary>
/// <param name="Team">The team's schedule, by id.</param>
/// <param name="Version">The entry, from 2: what <see cref="TeamProgress.Version"/> named; none: the last.</param>
public sealed record ScheduleChanges(SubjectId Team, long? Version = null) : IQuery<PlanChanges>
{
    /// <inheritdoc/>
    /// <exception cref="InvalidRequestException">There is no such team or entry.</exception>
    public async Task<PlanChanges> RunAsync(QueryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (team, hidden) = await SeenTeam.FindAsync(context, Team, cancellationToken).ConfigureAwait(false);
        var version = Version ?? team.Record.Version;
        if (version < 2 || version > team.Record.Version)
            throw new InvalidRequestException(new Fault("version", "schedule.no-entry", version, team.Record.Version));
        var (planner, at) = (context.Planner(), team.Journal[(int)version - 1].RecordedAt);
        return Plan(version - 1).ChangesTo(Plan(version)).Without(hidden);

        DeliveryPlan Plan(long entry) => planner.Plan(TeamScheduleKind.Instance.Replay(team.Record, entry).State, at);
    }
}

/// <summary>
/// What taking a requirement in at each grade would do to everybody else's dates (RF-55); for the board while it decides. Nothing is stored.
/// </summary>
/// <param name="Team">The team's schedule, by id.</param>
/// <param name="Requirement">The requirement, by id; registered, decided or not.</param>
/// <param name="Estimate">The estimate of the whole, in working time; matters only where the schedule has none yet.</param>
public sealed record ConsiderRequirement(SubjectId Team, SubjectId Requirement, Duration Estimate) : IQuery<ImmutableArray<WhatIf>>
{
    /// <summary>The place among what is not started, were it a C.</summary>
    public int? Position { get; init; }

    /// <inheritdoc/>
    /// <exception cref="InvalidRequestException">There is no such team or registered requirement, or the estimate is none.</exception>
    public async Task<ImmutableArray<WhatIf>> RunAsync(QueryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (team, hidden) = await SeenTeam.FindAsync(context, Team, cancellationToken).ConfigureAwait(false);
        var record = await context.Session.FindAsync(Requirement, cancellationToken).ConfigureAwait(false);
        if (record is not { Number: { } number } || record.Kind != RequirementKind.Instance.Kind)
            throw new InvalidRequestException(new Fault("requirement", "request.unknown-subject", RequirementKind.Instance.Kind, Requirement));
        var planner = context.Planner();
        var backlog = planner.Backlog(team.State, context.Now);
        var item = backlog.Items.FirstOrDefault(known => known.Number == number.Bare) ?? new()
        {
            Number = number.Bare,
            Grade = PriorityGrade.D,
            DecidedAt = context.Now,
            Estimate = Estimate,
            Remaining = Estimate,
        };
        return
        [
            .. planner.Schedule.Consider(backlog, item with { Position = Position ?? item.Position })
                .Select(what => what with { Item = what.Item.Without(hidden), Changes = what.Changes.Without(hidden) }),
        ];
    }
}

/// <summary>The finish of every item of a team as a range, p50 and p85, from the team's own record of estimate against actual; as of now.</summary>
/// <param name="Team">The team's schedule, by id.</param>
public sealed record DeliveryRanges(SubjectId Team) : IQuery<ImmutableArray<ForecastRange>>
{
    /// <summary>Another seed gives other courses.</summary>
    public ulong Seed { get; init; } = 1;

    /// <inheritdoc/>
    /// <exception cref="InvalidRequestException">There is no such team, or it has not finished anything yet.</exception>
    public async Task<ImmutableArray<ForecastRange>> RunAsync(QueryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (team, hidden) = await SeenTeam.FindAsync(context, Team, cancellationToken).ConfigureAwait(false);
        var planner = context.Planner();
        return planner.Schedule.Ranges(planner.Backlog(team.State, context.Now), team.State.Record, seed: Seed).RemoveAll(range => hidden.Contains(range.Number));
    }
}

internal static class ScheduleQueries
{
    public static TeamPlanner Planner(this QueryContext context) => new(context.Model.Deadlines(context.Session.Tenant).Calendar);
}
