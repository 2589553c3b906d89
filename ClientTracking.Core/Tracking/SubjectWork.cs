using ClientTracking.Errors;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Tracking;

/// <summary>A command on a subject of a known kind: decide, evolve, plan obligations.</summary>
internal sealed class SubjectWork<TState, TResult>(ISubjectCommand<TState, TResult> command, EntryWriter writer, TrackingModel model, Func<Guid> newId)
    : Work<TResult>(command)
    where TState : class
{
    private readonly KindDefinition<TState> _kind = model.KindOf<TState>();

    public override SubjectId? Subject => command.Subject;

    public override SubjectKind? Kind => _kind.Kind;

    public override AccessRule? Access => command.Access;

    public override void Validate(FaultList faults) => command.Validate(faults);

    public override Instant NotBefore(SubjectRecord before) => command.NotBefore(_kind.Read(before));

    public override async Task<(SubjectChange? Change, TResult Answer)> CarryOutAsync(
        ITrackingSession session, SubjectRecord? before, Occasion occasion, CancellationToken cancellationToken)
    {
        var subject = before is null ? null : _kind.Read(before);
        var regulation = before is null ? model.Regulation(_kind.Regulation) : model.Regulation(before.Regulation, before.RegulationVersion);
        var record = before ?? SubjectRecord.Unborn(command.Subject ?? new SubjectId(newId()), _kind.Kind, regulation.Name, regulation.Version);
        var context = new DecisionContext(occasion.At, occasion.RecordedAt, occasion.Actor, regulation, model.Deadlines(occasion.Tenant));
        var happened = command.Decide(subject, context);
        var state = happened.Apply(subject?.State);
        var entry = EntryWriter.Entry(record, happened.Name, occasion, this) with
        {
            Event = _kind.WriteEvent(happened),
            Reason = happened.Because,
            RegulationVersion = before is null ? regulation.Version : null,
            Number = happened.Numbering is { } request
                ? await EntryWriter.NumberAsync(session, request, record, context, cancellationToken).ConfigureAwait(false) : null,
            Obligations = writer.Plan(record, happened.Triggers, context, role => _kind.HolderOf(role, state)),
        };
        var after = _kind.Append(record, entry, state);
        return (new(before, after, NoticesOf.Entry(occasion.Tenant, after, entry)), command.Answer(new(after, state)));
    }

    public override TResult Repeat(SubjectRecord done, JournalEntry entry) => command.Answer(_kind.Replay(done, entry.Sequence));
}
