using ClientTracking.Requirements;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using ClientTracking.Tracking;

namespace ClientTracking.Schedules;

/// <summary>Brings a schedule up to date with what happened to a requirement: decided anew, promised, extended, paused, done, ended.</summary>
/// <param name="Team">The team's schedule, by id.</param>
/// <param name="Requirement">The requirement as it stands.</param>
internal sealed record FollowRequirement(SubjectId Team, ScheduledRequirement Requirement) : TeamCommand
{
    private protected override SubjectId? Target => Team;

    private protected override TeamEvent? Decide(TeamSchedule? state, DecisionContext context)
    {
        // A later version may have come in first.
        if (state!.Find(Requirement.Id) is not { } work || work.Requirement.Version >= Requirement.Version) return null;
        work = new TeamPlanner(context.Deadlines.Calendar).At(state, work, context.At) with { Requirement = Requirement };
        if (Requirement.IsDone) return FinishWork.Finished(state, work, context.At);
        return new WorkChanged(WorkStep.Followed, [work.IsOpen ? work : work.Parked()]);
    }
}

/// <summary>Plans every team anew that works on a requirement, whenever something happens to that which a schedule depends on (RF-57).</summary>
public sealed class ScheduleFollowUp : FollowUp
{
    /// <inheritdoc/>
    public override bool Concerns(SubjectKind kind, string name) => kind == RequirementKind.Instance.Kind && name
        is "decided" or "planning.estimated" or "planning.delivered" or "hand-over.estimated" or "delivery.promised" or "handed-over" or "delivered"
        or "acceptance.failed" or "extension.approved" or "requester.awaited" or "requester.answered" or "entry.reversed" or "withdrawn" or "duplicate"
        or "obligation.extend" or "obligation.pause" or "obligation.resume" or "obligation.waive" or "obligation.cancel" or "obligations.replay";

    /// <inheritdoc/>
    public override async Task RunAsync(FollowUpContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var requirement = context.Subject.Id;
        var (record, teams) = await context.ReadAsync(async session =>
        (
            await session.FindAsync(requirement, cancellationToken).ConfigureAwait(false),
            await Teams.AllAsync(session, cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
        foreach (var team in teams.Where(team => team.State.Find(requirement) is not null))
            if (ScheduledRequirement.Of(record!, team.State.Task, context.Deadlines.Calendar) is { } known)
                await context.SendAsync(
                    new FollowRequirement(team.Id, known) { CommandId = context.IdFor("schedule", team.Id) }, cancellationToken).ConfigureAwait(false);
    }
}

internal static class Teams
{
    /// <summary>The schedules of every team.</summary>
    public static async Task<List<Subject<TeamSchedule>>> AllAsync(ITrackingSession session, CancellationToken cancellationToken)
    {
        var teams = new List<Subject<TeamSchedule>>();
        string? after = null;
        do
        {
            var page = await session.QueryAsync(
                new SubjectQuery { Kind = TeamScheduleKind.Instance.Kind, After = after }, cancellationToken).ConfigureAwait(false);
            teams.AddRange(page.Items.Select(TeamScheduleKind.Instance.Read));
            after = page.Next;
        }
        while (after is not null);
        return teams;
    }
}
