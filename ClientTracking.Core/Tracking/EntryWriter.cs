using ClientTracking.Errors;
using ClientTracking.Numbering;
using ClientTracking.Obligations;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Tracking;

/// <summary>Turns an event into the one change that is committed: number, obligations, journal entry, notices.</summary>
internal sealed class EntryWriter<TState>(TrackingModel model, ClientTrackingOptions options, Func<Guid> newId, ITrackingSession session, Work<TState> work)
    where TState : class
{
    public (SubjectRecord Record, DecisionContext Context) Start(Subject<TState>? before, SubjectId? id)
    {
        var regulation = model.Regulation(work.Kind.Regulation);
        var record = before?.Record
            ?? SubjectRecord.Unborn(id ?? new SubjectId(newId()), work.Kind.Kind, regulation.Name, regulation.Version);
        return (record, new(work.At, work.RecordedAt, work.Actor, regulation, model.Deadlines(work.Tenant)));
    }

    /// <summary>The change to commit, and the subject as it is then.</summary>
    public async Task<(SubjectChange Change, Subject<TState> After)> WriteAsync(
        Subject<TState>? before, SubjectRecord record, ISubjectEvent<TState> happened, DecisionContext context, CommandId? command,
        CancellationToken cancellationToken)
    {
        var state = happened.Apply(before?.State);
        var entry = new JournalEntry
        {
            Sequence = record.Version + 1,
            Name = happened.Name,
            Event = work.Kind.WriteEvent(happened),
            At = work.At,
            RecordedAt = work.RecordedAt,
            By = work.Actor.Id,
            Command = command,
            CommandName = command is null ? null : work.CommandName,
            Reason = happened.Because,
            Number = happened.Numbering is { } request ? await NumberAsync(request, record, context, cancellationToken).ConfigureAwait(false) : null,
            Obligations = new ObligationPlanner(context.Regulation.Obligations, context.Deadlines)
                .Plan(record.Obligations, happened.Triggers, work.At, JudgedAt, role => work.Kind.HolderOf(role, state)),
        };
        var after = work.Kind.Append(record, entry, state);
        return (new(before?.Record, after, NoticesOf.Entry(work.Tenant, after, entry)), new(after, state));
    }

    /// <summary>Lateness is judged by when it happened, unless that was entered later than the host allows: then by when it was entered.</summary>
    private Instant JudgedAt =>
        work.RecordedAt - work.At <= Duration.FromTimeSpan(options.BackdatingAllowance) ? work.At : work.RecordedAt;

    private async Task<DocumentNumber> NumberAsync(
        NumberRequest request, SubjectRecord record, DecisionContext context, CancellationToken cancellationToken)
    {
        var rule = context.Regulation.NumberingOf(request.Series);
        var scope = rule.ScopeFor(request.Date);
        var serial = await session.TakeSerialAsync(new(scope, rule.FirstSerial, rule.Mode, record.Id, work.RecordedAt), cancellationToken).ConfigureAwait(false);
        return rule.NumberFor(request.Date, serial, request.Rule);
    }

    /// <summary>A serial that may leave a gap is entered as void where its commit failed for certain; a gap-free one went back by itself.</summary>
    public async Task GiveUpAsync(ITrackingStore store, DocumentNumber number, Exception cause)
    {
        var rule = model.Regulation(work.Kind.Regulation).NumberingOf(number.Scope.Series);
        if (rule.Mode == NumberingMode.GapFree || cause is not (ConcurrencyConflictException or ClaimTakenException)) return;
        var ledger = store.OpenSession(work.Tenant);
        await using var _ = ledger.ConfigureAwait(false);
        await ledger.VoidAsync(number.Scope, number.Serial, cause.Message, CancellationToken.None).ConfigureAwait(false);
    }
}
