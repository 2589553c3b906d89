using ClientTracking.Errors;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using ClientTracking.Time;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ClientTracking.Tracking;

/// <summary>validation → rights → load → decide → evolve → plan obligations → one commit; repeated when somebody else was faster.</summary>
internal sealed class CommandPipeline(
    TrackingModel model,
    ITrackingStore store,
    IActorProvider actors,
    ITenantProvider tenants,
    IClock clock,
    DispatchSignal signal,
    IOptions<ClientTrackingOptions> options,
    IOptions<Registrations> registrations,
    ILogger<CommandPipeline>? logger = null) : ICommandExecutor
{
    private const int Retries = 3;
    private readonly ILogger _log = logger ?? NullLogger<CommandPipeline>.Instance;

    public async Task<TResult> ExecuteAsync<TState, TResult>(ISubjectCommand<TState, TResult> command, CancellationToken cancellationToken)
        where TState : class
    {
        var name = command.GetType().Name;
        var recordedAt = clock.GetCurrentInstant().CutToMilliseconds();
        var at = command.At?.CutToMilliseconds() ?? recordedAt;
        Validate(command, at, recordedAt);
        var actor = await actors.GetActorAsync(cancellationToken).ConfigureAwait(false);
        Permit(command, actor, name);
        var work = new Work<TState>(
            model.KindOf<TState>(), await tenants.GetTenantAsync(cancellationToken).ConfigureAwait(false), actor, name, at, recordedAt);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AttemptAsync(command, work, cancellationToken).ConfigureAwait(false);
            }
            catch (ConcurrencyConflictException) when (attempt <= Retries)
            {
                _log.Retrying(name, attempt);
            }
        }
    }

    private static void Validate<TState, TResult>(ISubjectCommand<TState, TResult> command, Instant at, Instant recordedAt) where TState : class
    {
        var faults = new FaultList();
        command.Validate(faults);
        if (at > recordedAt) faults.Add("at", "request.future", at, recordedAt);
        faults.ThrowIfAny();
    }

    private void Permit<TState, TResult>(ISubjectCommand<TState, TResult> command, Actor actor, string name) where TState : class
    {
        if (command.Access is not { } access || actor.IsAny(access.Roles)) return;
        _log.Denied(name, actor.Id, access.Rule);
        throw new AccessDeniedException(access.Rule, "access.role-needed", string.Join(", ", access.Roles));
    }

    private async Task<TResult> AttemptAsync<TState, TResult>(
        ISubjectCommand<TState, TResult> command, Work<TState> work, CancellationToken cancellationToken)
        where TState : class
    {
        var session = store.OpenSession(work.Tenant);
        await using var _ = session.ConfigureAwait(false);
        if (command.CommandId is { } id && await session.FindByCommandAsync(id, cancellationToken).ConfigureAwait(false) is { } done)
            return command.Answer(Earlier(work, done, id));

        var before = await LoadAsync(session, command, work, cancellationToken).ConfigureAwait(false);
        if (before is not null && work.At < command.NotBefore(before))
            throw new InvalidRequestException(new Fault("at", "request.before-cause", work.At, command.NotBefore(before)));

        var writer = new EntryWriter<TState>(model, options.Value, registrations.Value.NewId, session, work);
        var (record, context) = writer.Start(before, command.Subject);
        var happened = command.Decide(before, context);
        var (change, after) = await writer.WriteAsync(before, record, happened, context, command.CommandId, cancellationToken).ConfigureAwait(false);
        try
        {
            await session.CommitAsync([change], cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (change.After.Journal[^1].Number is { } number)
        {
            await writer.GiveUpAsync(store, number, e).ConfigureAwait(false);
            throw;
        }
        signal.Set();
        return command.Answer(after);
    }

    private static async Task<Subject<TState>?> LoadAsync<TState, TResult>(
        ITrackingSession session, ISubjectCommand<TState, TResult> command, Work<TState> work, CancellationToken cancellationToken)
        where TState : class
    {
        if (command.Subject is not { } id) return null;
        var record = await session.FindAsync(id, cancellationToken).ConfigureAwait(false);
        if (record is null || record.Kind != work.Kind.Kind)
            throw new InvalidRequestException(new Fault("subject", "request.unknown-subject", work.Kind.Kind, id));
        return work.Kind.Read(record);
    }

    private static Subject<TState> Earlier<TState>(Work<TState> work, SubjectRecord done, CommandId id) where TState : class
    {
        var entry = done.Journal.First(entry => entry.Command == id);
        if (done.Kind != work.Kind.Kind || entry.CommandName != work.CommandName)
            throw new InvalidRequestException(new Fault("commandId", "request.command-id-reused", id, entry.CommandName ?? ""));
        return work.Kind.Replay(done, entry.Sequence);
    }
}
