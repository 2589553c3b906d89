using System.Collections.Immutable;
using ClientTracking.Requirements;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using ClientTracking.Tracking;
using NodaTime;

namespace ClientTracking.Meetings;

/// <summary>The agenda of a meeting (议程): what it must decide, new and deferred, in number order; of a meeting held, what it decided. Null: no such meeting.</summary>
/// <param name="Meeting">The meeting, by id.</param>
public sealed record GetAgenda(SubjectId Meeting) : IQuery<Agenda?>
{
    /// <inheritdoc/>
    public async Task<Agenda?> RunAsync(QueryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (MeetingKind.Instance.ReadOrNull(await context.Session.FindAsync(Meeting, cancellationToken).ConfigureAwait(false)) is not { } found) return null;
        var meeting = found.State;
        var decided = meeting.Decisions.ToDictionary(decision => decision.Requirement);
        var ids = meeting.Status switch
        {
            MeetingStatus.Held => [.. decided.Keys],
            MeetingStatus.Scheduled => (await Waiting.FindAsync(context.Session, meeting.End, cancellationToken).ConfigureAwait(false)).Select(row => row.Subject),
            _ => [],
        };
        var items = new List<Subject<Requirement>>();
        foreach (var id in ids.Distinct())
            if (RequirementKind.Instance.ReadOrNull(await context.Session.FindAsync(id, cancellationToken).ConfigureAwait(false)) is { } requirement)
                items.Add(requirement);
        return new(found.Id, meeting,
        [
            .. items.OrderBy(item => item.Number!, InNumberOrder.Instance).Select(item => new AgendaItem(
                item.Id, item.Number!.Text, item.State.Gist!, item.State.Status == RequirementStatus.Deferred, decided.GetValueOrDefault(item.Id))),
        ]);
    }
}

/// <summary>A meeting with its agenda.</summary>
/// <param name="Id">The meeting.</param>
/// <param name="Meeting">Its state.</param>
/// <param name="Items">The items, in number order.</param>
public sealed record Agenda(SubjectId Id, DecisionMeeting Meeting, ImmutableArray<AgendaItem> Items);

/// <summary>A requirement on the agenda.</summary>
/// <param name="Requirement">The requirement.</param>
/// <param name="Number">Its whole number.</param>
/// <param name="Gist">Its gist.</param>
/// <param name="Deferred">Whether an earlier meeting deferred it (再议).</param>
/// <param name="Decision">What the meeting decided; none yet.</param>
public sealed record AgendaItem(SubjectId Requirement, string Number, string Gist, bool Deferred, MeetingDecision? Decision);

/// <summary>The meetings that are to be held, by their start.</summary>
public sealed record UpcomingMeetings : IQuery<ImmutableArray<Subject<DecisionMeeting>>>
{
    /// <inheritdoc/>
    public async Task<ImmutableArray<Subject<DecisionMeeting>>> RunAsync(QueryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return await Waiting.MeetingsAsync(context.Session, cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>What waits: requirements for a decision, meetings for being held.</summary>
internal static class Waiting
{
    /// <summary>Every requirement that waits for its decision, at most until an instant; by due instant.</summary>
    public static async Task<ImmutableArray<ObligationRow>> FindAsync(ITrackingSession session, Instant? until, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<ObligationRow>();
        var query = new ObligationQuery
        {
            Rule = "RF-32",
            Kind = RequirementKind.Instance.Kind,
            DueBefore = until + Duration.FromMilliseconds(1),
        };
        await foreach (var row in session.EveryAsync(query, cancellationToken).ConfigureAwait(false)) found.Add(row);
        return found.ToImmutable();
    }

    public static async Task<ImmutableArray<Subject<DecisionMeeting>>> MeetingsAsync(ITrackingSession session, CancellationToken cancellationToken)
    {
        var page = await session.QueryAsync(
            new SubjectQuery { Kind = MeetingKind.Instance.Kind, Statuses = [nameof(MeetingStatus.Scheduled)], Take = PagedQuery.LargestPage },
            cancellationToken).ConfigureAwait(false);
        return [.. page.Items.Select(MeetingKind.Instance.Read).OrderBy(meeting => meeting.State.Start).ThenBy(meeting => meeting.Id.Value)];
    }
}
