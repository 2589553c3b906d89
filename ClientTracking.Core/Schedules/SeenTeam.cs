using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Subjects;
using ClientTracking.Tracking;

namespace ClientTracking.Schedules;

/// <summary>
/// A team as it is planned, with all of its work, and the numbers that who asks is not shown: a plan without that work would promise dates
/// that cannot be kept, so it is planned and left out of the answer.
/// </summary>
/// <param name="Whole">The team with all of its work.</param>
/// <param name="Hidden">The numbers that are not shown.</param>
internal sealed record SeenTeam(Subject<TeamSchedule> Whole, ImmutableHashSet<string> Hidden)
{
    /// <exception cref="InvalidRequestException">There is no such team.</exception>
    public static async Task<SeenTeam> FindAsync(QueryContext context, SubjectId team, CancellationToken cancellationToken)
    {
        var seen = TeamScheduleKind.Instance.ReadOrNull(await context.Session.FindAsync(team, cancellationToken).ConfigureAwait(false))
            ?? throw new InvalidRequestException(new Fault("team", "request.unknown-subject", TeamScheduleKind.Instance.Kind, team));
        return await OfAsync(context, seen, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The whole of a team that was read.</summary>
    public static async Task<SeenTeam> OfAsync(QueryContext context, Subject<TeamSchedule> seen, CancellationToken cancellationToken)
    {
        if (!context.Model.IsConfidential) return new(seen, []);
        var whole = TeamScheduleKind.Instance.ReadOrNull(await context.Whole.Session.FindAsync(seen.Id, cancellationToken).ConfigureAwait(false)) ?? seen;
        return new(whole, [.. NumbersIn(whole).Except(NumbersIn(seen))]);
    }

    private static IEnumerable<string> NumbersIn(Subject<TeamSchedule> team) => team.State.Work.Select(work => work.Requirement.Number);
}
