using System.Collections.Immutable;
using ClientTracking.Bugs;
using ClientTracking.Obligations;
using ClientTracking.Requirements;
using ClientTracking.Subjects;

namespace ClientTracking.Statements;

/// <summary>What a kind knows of a missed duty that the duty itself does not say.</summary>
/// <param name="HolderOf">Who holds a role on the subject today.</param>
internal sealed record Circumstances(Func<Role, Holder> HolderOf)
{
    /// <summary>Whether a duty was to announce a change of what was announced before (RF-91, RF-93).</summary>
    public Func<Obligation, bool> AnnouncesChange { get; private init; } = _ => false;

    /// <summary>Whether an extension of it was applied for in time and still waits for signatures (RF-81).</summary>
    public Func<Obligation, bool> AwaitsExtension { get; private init; } = _ => false;

    /// <summary>The circumstances of a requirement or a bug; none where the subject is of a kind nobody is fined for.</summary>
    public static Circumstances? Of(SubjectRecord record)
    {
        if (BugKind.Instance.ReadOrNull(record) is { } bug) return new(role => BugKind.Instance.HolderOf(role, bug.State));
        if (RequirementKind.Instance.ReadOrNull(record) is not { } requirement) return null;
        return new(role => RequirementKind.Instance.HolderOf(role, requirement.State))
        {
            AnnouncesChange = duty => Announces(duty, record),
            AwaitsExtension = duty => Awaits(duty, requirement.State),
        };
    }

    private static bool Awaits(Obligation duty, Requirement state) => state.PendingExtension is { } pending && pending.FiledAt <= duty.Due
        && duty.IsOwed && pending.Dates().Any(moved => moved.Rule == duty.Rule);

    /// <summary>The decision is told anew after the board has changed it; the expected date, after another one was promised before.</summary>
    private static bool Announces(Obligation duty, SubjectRecord record)
    {
        if (duty.Rule.Value is not ("RF-34" or "RF-35" or "RF-38" or "RF-39")) return false;
        var opening = record.Journal.First(entry => entry.Obligations.Any(change => change.What == ObligationEvent.Opened && change.After.Id == duty.Id)).Sequence;
        var before = EventsUntil(record, opening);
        return duty.Rule.Value is "RF-34" or "RF-35"
            ? before.OfType<RequirementDecided>().LastOrDefault() is { Changed: true }
            : before.OfType<DeliveryPromised>().Count() > 1;
    }

    /// <summary>What happened up to an entry and was not taken back by then.</summary>
    private static ImmutableArray<ISubjectEvent<Requirement>> EventsUntil(SubjectRecord record, long sequence)
    {
        var events = record.Journal.Where(entry => entry.Sequence <= sequence)
            .Select(entry => (entry.Sequence, Happened: RequirementKind.Instance.ReadEvent(entry))).ToArray();
        var reversed = events.Select(entry => entry.Happened).OfType<EntryReversed>().Select(taken => taken.Entry).ToHashSet();
        return [.. events.Where(entry => !reversed.Contains(entry.Sequence)).Select(entry => entry.Happened).OfType<ISubjectEvent<Requirement>>()];
    }
}
