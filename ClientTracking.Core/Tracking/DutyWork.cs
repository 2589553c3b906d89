using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Tracking;

/// <summary>A command on the duties of a subject, whatever its kind; the state stays as it is.</summary>
internal sealed class DutyWork<TResult>(IDutyCommand<TResult> command, TrackingModel model) : Work<TResult>(command)
{
    public override SubjectId? Subject => command.Subject;

    public override SubjectKind? Kind => null;

    public override void Validate(FaultList faults) => command.Validate(faults);

    public override Instant NotBefore(SubjectRecord before) => before.LastAt;

    public override Task<Carried<TResult>> CarryOutAsync(
        ITrackingSession session, SubjectRecord? before, Occasion occasion, CancellationToken cancellationToken)
    {
        var regulation = model.Regulation(before!.Regulation, command.RegulationVersion ?? before.RegulationVersion);
        var deadlines = model.Deadlines(occasion.Tenant);
        var changes = command.Decide(before, new(occasion.At, occasion.RecordedAt, occasion.Actor, regulation, deadlines));
        if (changes.IsEmpty && (command.RegulationVersion ?? before.RegulationVersion) == before.RegulationVersion)
            return Task.FromResult(new Carried<TResult>(null, command.Answer(before)));
        var entry = EntryWriter.Entry(before, command.Name, occasion, this) with
        {
            Reason = command.Because,
            RegulationVersion = command.RegulationVersion,
            Obligations = [.. changes.Select(change => change with { After = change.After.Schedule(regulation.RuleOf(change.After.Rule)?.Notices ?? [], deadlines) })],
        };
        var after = before.After(entry, before.State, before.Search);
        return Task.FromResult(new Carried<TResult>(new SubjectChange(before, after, NoticesOf.Entry(occasion.Tenant, after, entry)), command.Answer(after)));
    }

    public override TResult Repeat(SubjectRecord done, JournalEntry entry) => command.Answer(done.AsOf(entry.Sequence));
}
