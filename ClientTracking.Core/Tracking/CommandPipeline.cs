using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using ClientTracking.Time;
using ClientTracking.Tracking.Persons;
using ClientTracking.Tracking.Secrecy;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ClientTracking.Tracking;

/// <summary>validation → rights → load → decide → evolve → plan obligations → one commit, repeated when somebody was faster; then what follows.</summary>
internal sealed class CommandPipeline(
    TrackingModel model,
    ITrackingStore store,
    IActorProvider actors,
    ITenantProvider tenants,
    IClock clock,
    DispatchSignal signal,
    EntryWriter writer,
    Readers readers,
    PersonEraser eraser,
    IOptions<Registrations> registrations,
    Telemetry telemetry,
    ILogger<CommandPipeline>? logger = null) : ICommandExecutor
{
    private const int Retries = 3;
    private readonly ILogger _log = logger ?? NullLogger<CommandPipeline>.Instance;

    public Task<TResult> ExecuteAsync<TState, TResult>(ISubjectCommand<TState, TResult> command, CancellationToken cancellationToken)
        where TState : class => ExecuteAsync(WorkOf(command), cancellationToken);

    public Task<TResult> ExecuteAsync<TResult>(IDutyCommand<TResult> command, CancellationToken cancellationToken) =>
        ExecuteAsync(WorkOf(command), cancellationToken);

    public Work<TResult> WorkOf<TState, TResult>(ISubjectCommand<TState, TResult> command) where TState : class =>
        new SubjectWork<TState, TResult>(command, writer, model, registrations.Value.NewId);

    public Work<TResult> WorkOf<TResult>(IDutyCommand<TResult> command) => new DutyWork<TResult>(command, model);

    public Task<SecrecyOutcome> ExecuteAsync(ISecrecyCommand command, CancellationToken cancellationToken) =>
        ExecuteAsync(new SecrecyWork(command, model), cancellationToken);

    public Task<ErasedPerson> ExecuteAsync(ErasePerson command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return telemetry.CommandAsync(nameof(ErasePerson), () => eraser.EraseAsync(command, cancellationToken));
    }

    /// <summary>Carries out a command on an occasion that is known to be permitted.</summary>
    public async Task<TResult> RunAsync<TResult>(Work<TResult> work, Occasion occasion, CancellationToken cancellationToken)
    {
        Validate(work, occasion);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var (answer, after, entry) = await AttemptAsync(work, occasion, cancellationToken).ConfigureAwait(false);
                if (entry is not null) await FollowAtOnceAsync(occasion.Tenant, after!, entry, cancellationToken).ConfigureAwait(false);
                return answer;
            }
            catch (Exception e) when (attempt <= Retries && (e is ConcurrencyConflictException || (e is ClaimTakenException && work.LooksFirst)))
            {
                _log.Retrying(work.Name, attempt);
                telemetry.Conflicted(work.Name);
            }
        }
    }

    /// <summary>Does what follows from a notice that is being delivered, unless it was done right after the commit.</summary>
    public async Task FollowAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (NoticesOf.EntryOf(notice) is not { } sequence || FollowUpsOf(notice.Kind, notice.Name).Length == 0) return;
        var session = store.OpenSession(notice.Tenant);
        SubjectRecord? record;
        await using (session.ConfigureAwait(false))
            record = await session.FindAsync(notice.Subject, cancellationToken).ConfigureAwait(false);
        if (record?.Journal.FirstOrDefault(entry => entry.Sequence == sequence) is { } cause)
            await FollowAsync(notice.Tenant, record, cause, cancellationToken).ConfigureAwait(false);
    }

    private Task<TResult> ExecuteAsync<TResult>(Work<TResult> work, CancellationToken cancellationToken) =>
        telemetry.CommandAsync(work.Name, () => PermitAndRunAsync(work, cancellationToken));

    private async Task<TResult> PermitAndRunAsync<TResult>(Work<TResult> work, CancellationToken cancellationToken)
    {
        var recordedAt = clock.GetCurrentInstant().CutToMilliseconds();
        var at = work.At?.CutToMilliseconds() ?? recordedAt;
        Validate(work, new(default, Actor.System, at, recordedAt));
        var actor = await actors.GetActorAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (work.Access is { } access && !actor.IsAny(access.Roles))
                throw new AccessDeniedException(access.Rule, "access.role-needed", string.Join(", ", access.Roles));
            var tenant = await tenants.GetTenantAsync(cancellationToken).ConfigureAwait(false);
            var clearance = await readers.FindAsync(tenant, actor, recordedAt, cancellationToken).ConfigureAwait(false);
            return await RunAsync(work, new(tenant, actor, at, recordedAt) { Clearance = clearance }, cancellationToken).ConfigureAwait(false);
        }
        catch (AccessDeniedException denied)
        {
            _log.Denied(work.Name, actor.Id, denied.Rule);
            throw;
        }
    }

    private static void Validate<TResult>(Work<TResult> work, Occasion occasion)
    {
        var faults = new FaultList();
        work.Validate(faults);
        if (occasion.At > occasion.RecordedAt) faults.Add("at", "request.future", occasion.At, occasion.RecordedAt);
        faults.ThrowIfAny();
    }

    private async Task<(TResult Answer, SubjectRecord? After, JournalEntry? Entry)> AttemptAsync<TResult>(
        Work<TResult> work, Occasion occasion, CancellationToken cancellationToken)
    {
        var session = store.OpenSession(occasion.Tenant);
        await using var _ = session.ConfigureAwait(false);
        if (work.Id is { } id && await session.FindByCommandAsync(id, cancellationToken).ConfigureAwait(false) is { } done)
        {
            var entry = done.Journal.First(entry => entry.Command == id);
            if ((work.Kind is { } kind && done.Kind != kind) || entry.CommandName != work.Name)
                throw new InvalidRequestException(new Fault("commandId", "request.command-id-reused", id, entry.CommandName ?? ""));
            // Who sent it first is answered alike; anybody else who knows its id is told what they may know.
            if (entry.By != occasion.Actor.Id && occasion.Clearance is { } clearance)
                await clearance.RequireAsync(done, AccessAction.Read, cancellationToken).ConfigureAwait(false);
            return (await work.RepeatAsync(session, done, entry, occasion, cancellationToken).ConfigureAwait(false), done, entry);
        }

        work = await work.PrepareAsync(session, occasion, cancellationToken).ConfigureAwait(false);
        var before = await LoadAsync(session, work, occasion.Clearance, cancellationToken).ConfigureAwait(false);
        occasion = occasion.NotBefore(before);
        if (before is not null && !occasion.Follows && occasion.At < work.NotBefore(before))
            throw new InvalidRequestException(new Fault("at", "request.before-cause", occasion.At, work.NotBefore(before)));

        var carried = await work.CarryOutAsync(session, before, occasion, cancellationToken).ConfigureAwait(false);
        var (change, answer) = await CommitAsync(session, carried, cancellationToken).ConfigureAwait(false);
        if (change is null) return (answer, null, null);
        signal.Set();
        return (answer, change.After, change.After.Journal[^1]);
    }

    private async Task<(SubjectChange? Change, TResult Answer)> CommitAsync<TResult>(
        ITrackingSession session, Carried<TResult> carried, CancellationToken cancellationToken)
    {
        (SubjectChange? Change, TResult Answer) made = default!;
        if (carried.Numbering is not { } request)
        {
            made = await carried.Make(0).ConfigureAwait(false);
            if (made.Change is not null) await session.CommitAsync([made.Change], cancellationToken).ConfigureAwait(false);
            return made;
        }
        try
        {
            await session.CommitAsync(request, async serial => (made = await carried.Make(serial).ConfigureAwait(false)).Change!, cancellationToken).ConfigureAwait(false);
            return made;
        }
        catch (Exception e) when (made.Change?.After.Journal[^1].Number is { } number)
        {
            await writer.GiveUpAsync(store, session.Tenant, made.Change.After, number, e).ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<SubjectRecord?> LoadAsync<TResult>(
        ITrackingSession session, Work<TResult> work, Clearance? clearance, CancellationToken cancellationToken)
    {
        if (work.Subject is not { } id) return null;
        var record = await session.FindAsync(id, cancellationToken).ConfigureAwait(false);
        if (record is null || (work.Kind is not null && work.Kind != record.Kind)) throw Clearance.Unknown(id, work.Kind);
        if (clearance is not null && work.Needs is { } action)
            await clearance.RequireAsync(record, action, cancellationToken, work.Kind).ConfigureAwait(false);
        return record;
    }

    /// <summary>The command is done whatever becomes of this; what fails here is done when the notice is delivered.</summary>
    private async Task FollowAtOnceAsync(TenantId tenant, SubjectRecord after, JournalEntry entry, CancellationToken cancellationToken)
    {
        if (FollowUpsOf(after.Kind, entry.Name).Length == 0) return;
        try
        {
            await FollowAsync(tenant, after, entry, cancellationToken).ConfigureAwait(false);
        }
        catch (ClientTrackingException e)
        {
            _log.FollowsLater(e, entry.Name, after.Id);
        }
    }

    private async Task FollowAsync(TenantId tenant, SubjectRecord record, JournalEntry cause, CancellationToken cancellationToken)
    {
        var context = new FollowUpContext(
            store, new FollowUpExecutor(this, Occasion.Following(tenant, cause)), model, tenant, record, cause, clock.GetCurrentInstant());
        foreach (var followUp in FollowUpsOf(record.Kind, cause.Name))
            await followUp.RunAsync(context, cancellationToken).ConfigureAwait(false);
    }

    private FollowUp[] FollowUpsOf(SubjectKind kind, string name) =>
        [.. registrations.Value.FollowUps.Where(followUp => followUp.Concerns(kind, name))];
}
