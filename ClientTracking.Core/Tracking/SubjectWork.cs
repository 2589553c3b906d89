using System.Collections.Immutable;
using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using ClientTracking.Tracking.Secrecy;
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

    public override bool LooksFirst => command is IPreparedCommand<TState, TResult>;

    public override void Validate(FaultList faults) => command.Validate(faults);

    public override async Task<Work<TResult>> PrepareAsync(ITrackingSession session, Occasion occasion, CancellationToken cancellationToken)
    {
        if (command is not IPreparedCommand<TState, TResult> unprepared) return this;
        var looked = new QuerySession(session);
        ITrackingSession seen = occasion.Clearance is { } clearance ? new ReadingSession(looked, clearance) : looked;
        var context = new QueryContext(seen, model, occasion.Actor, occasion.RecordedAt);
        return new SubjectWork<TState, TResult>(await unprepared.PrepareAsync(context, cancellationToken).ConfigureAwait(false), writer, model, newId);
    }

    public override Instant NotBefore(SubjectRecord before) => command.NotBefore(_kind.Read(before));

    public override async Task<Carried<TResult>> CarryOutAsync(
        ITrackingSession session, SubjectRecord? before, Occasion occasion, CancellationToken cancellationToken)
    {
        var subject = before is null ? null : _kind.Read(before);
        var regulation = before is null ? model.Regulation(_kind.Regulation) : model.Regulation(before.Regulation, before.RegulationVersion);
        var record = before ?? SubjectRecord.Unborn(command.Subject ?? new SubjectId(newId()), _kind.Kind, regulation.Name, regulation.Version);
        var context = new DecisionContext(occasion.At, occasion.RecordedAt, occasion.Actor, regulation, model.Deadlines(occasion.Tenant))
        {
            Referred = await ReferredAsync(session, occasion.Clearance, cancellationToken).ConfigureAwait(false),
        };
        if (command.Decide(subject, context) is not { } happened)
        {
            subject = subject ?? throw new InvalidOperationException($"{Name} brings nothing to life.");
            return new(null, await AnswerAsync(session, subject, occasion, cancellationToken).ConfigureAwait(false));
        }
        var state = happened.Apply(subject?.State);
        var entry = EntryWriter.Entry(record, happened.Name, occasion, this) with
        {
            Event = _kind.WriteEvent(happened),
            Reason = happened.Because,
            RegulationVersion = before is null ? regulation.Version : null,
            Secrecy = before is null ? Mark(state, occasion) : null,
            Obligations = await writer.PlanAsync(record, happened, context, role => _kind.HolderOf(role, state), cancellationToken).ConfigureAwait(false),
        };
        if (happened.Numbering is not { } request) return new(null, _ => MakeAsync(entry));
        var numbering = regulation.NumberingOf(request.Series);
        return new(
            new SerialRequest(numbering.ScopeFor(request.Date), numbering.FirstSerial, numbering.Mode, record.Id, context.RecordedAt),
            serial => MakeAsync(entry with { Number = numbering.NumberFor(request.Date, serial, request.Rule) }));

        async ValueTask<(SubjectChange?, TResult)> MakeAsync(JournalEntry entry)
        {
            var after = _kind.Append(record, entry, state);
            var notices = NoticesOf.Entry(occasion.Tenant, after, entry, happened.Tells);
            if (!happened.Announces.IsEmpty) notices = [.. notices, .. NoticesOf.Announced(occasion.Tenant, after, entry, happened.Announces)];
            return (new(before, after, notices), await AnswerAsync(session, new(after, state), occasion, cancellationToken).ConfigureAwait(false));
        }
    }

    /// <summary>A record of a kind that has a default level is never without one (CL-03).</summary>
    private ImmutableArray<SecrecyEvent>? Mark(TState state, Occasion occasion)
    {
        if (model.PolicyOf(_kind.Kind) is not { } policy) return null;
        var asked = command.Marking ?? new(_kind.Kind);
        var by = occasion.Clearance?.Reader ?? new(occasion.Actor, Organization.Empty);
        var record = asked with { Kind = _kind.Kind, Categories = [.. asked.Categories, .. _kind.CategoriesOf(state)] };
        return new SecrecyDesk(policy).Mark(record, by, occasion.At) is { } marked ? [marked] : null;
    }

    private async Task<ImmutableDictionary<SubjectId, SubjectRecord>> ReferredAsync(
        ITrackingSession session, Clearance? clearance, CancellationToken cancellationToken)
    {
        var (referred, faults) = (ImmutableDictionary.CreateBuilder<SubjectId, SubjectRecord>(), new FaultList());
        foreach (var reference in command.References)
        {
            var found = await session.FindAsync(reference.Subject, cancellationToken).ConfigureAwait(false);
            if (found is null || found.Kind != reference.Kind || clearance?.Hides(found) == true)
            {
                faults.Add(reference.Path, "request.unknown-subject", reference.Kind, reference.Subject);
                continue;
            }
            if (clearance is not null) await clearance.RequireAsync(found, AccessAction.Read, cancellationToken).ConfigureAwait(false);
            referred[found.Id] = found;
        }
        faults.ThrowIfAny();
        return referred.ToImmutable();
    }

    /// <summary>What the answer tells of other subjects is what who sent the command may know of them.</summary>
    private async ValueTask<TResult> AnswerAsync(
        ITrackingSession session, Subject<TState> after, Occasion occasion, CancellationToken cancellationToken) =>
        command.Answer(occasion.Clearance is { } clearance
            ? _kind.Read(await clearance.KnowingAsync(session, after.Record, cancellationToken).ConfigureAwait(false))
            : after);

    public override async Task<TResult> RepeatAsync(
        ITrackingSession session, SubjectRecord done, JournalEntry entry, Occasion occasion, CancellationToken cancellationToken) =>
        await AnswerAsync(session, _kind.Replay(done, entry.Sequence), occasion, cancellationToken).ConfigureAwait(false);

    public override TResult Repeat(SubjectRecord done, JournalEntry entry) => command.Answer(_kind.Replay(done, entry.Sequence));
}
