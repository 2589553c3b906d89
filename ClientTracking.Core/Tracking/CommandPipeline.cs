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
    EntryWriter writer,
    IOptions<Registrations> registrations,
    Telemetry telemetry,
    ILogger<CommandPipeline>? logger = null) : ICommandExecutor
{
    private const int Retries = 3;
    private readonly ILogger _log = logger ?? NullLogger<CommandPipeline>.Instance;

    public Task<TResult> ExecuteAsync<TState, TResult>(ISubjectCommand<TState, TResult> command, CancellationToken cancellationToken)
        where TState : class =>
        RunAsync(new SubjectWork<TState, TResult>(command, writer, model, registrations.Value.NewId), cancellationToken);

    public Task<TResult> ExecuteAsync<TResult>(IDutyCommand<TResult> command, CancellationToken cancellationToken) =>
        RunAsync(new DutyWork<TResult>(command, model), cancellationToken);

    private Task<TResult> RunAsync<TResult>(Work<TResult> work, CancellationToken cancellationToken) =>
        telemetry.CommandAsync(work.Name, () => RunToTheEndAsync(work, cancellationToken));

    private async Task<TResult> RunToTheEndAsync<TResult>(Work<TResult> work, CancellationToken cancellationToken)
    {
        var recordedAt = clock.GetCurrentInstant().CutToMilliseconds();
        var at = work.At?.CutToMilliseconds() ?? recordedAt;
        Validate(work, at, recordedAt);
        var actor = await actors.GetActorAsync(cancellationToken).ConfigureAwait(false);
        Permit(work, actor);
        var occasion = new Occasion(await tenants.GetTenantAsync(cancellationToken).ConfigureAwait(false), actor, at, recordedAt);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AttemptAsync(work, occasion, cancellationToken).ConfigureAwait(false);
            }
            catch (ConcurrencyConflictException) when (attempt <= Retries)
            {
                _log.Retrying(work.Name, attempt);
                telemetry.Conflicted(work.Name);
            }
        }
    }

    private static void Validate<TResult>(Work<TResult> work, Instant at, Instant recordedAt)
    {
        var faults = new FaultList();
        work.Validate(faults);
        if (at > recordedAt) faults.Add("at", "request.future", at, recordedAt);
        faults.ThrowIfAny();
    }

    private void Permit<TResult>(Work<TResult> work, Actor actor)
    {
        if (work.Access is not { } access || actor.IsAny(access.Roles)) return;
        _log.Denied(work.Name, actor.Id, access.Rule);
        throw new AccessDeniedException(access.Rule, "access.role-needed", string.Join(", ", access.Roles));
    }

    private async Task<TResult> AttemptAsync<TResult>(Work<TResult> work, Occasion occasion, CancellationToken cancellationToken)
    {
        var session = store.OpenSession(occasion.Tenant);
        await using var _ = session.ConfigureAwait(false);
        if (work.Id is { } id && await session.FindByCommandAsync(id, cancellationToken).ConfigureAwait(false) is { } done)
            return Repeat(work, done, id);

        var before = await LoadAsync(session, work, cancellationToken).ConfigureAwait(false);
        if (before is not null && occasion.At < work.NotBefore(before))
            throw new InvalidRequestException(new Fault("at", "request.before-cause", occasion.At, work.NotBefore(before)));

        var (change, answer) = await work.CarryOutAsync(session, before, occasion, cancellationToken).ConfigureAwait(false);
        if (change is null) return answer;
        try
        {
            await session.CommitAsync([change], cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (change.After.Journal[^1].Number is { } number)
        {
            await writer.GiveUpAsync(store, occasion.Tenant, change.After, number, e).ConfigureAwait(false);
            throw;
        }
        signal.Set();
        return answer;
    }

    private static async Task<SubjectRecord?> LoadAsync<TResult>(ITrackingSession session, Work<TResult> work, CancellationToken cancellationToken)
    {
        if (work.Subject is not { } id) return null;
        var record = await session.FindAsync(id, cancellationToken).ConfigureAwait(false);
        return record is not null && (work.Kind is null || work.Kind == record.Kind)
            ? record
            : throw new InvalidRequestException(new Fault("subject", "request.unknown-subject", work.Kind?.Value ?? "subject", id));
    }

    private static TResult Repeat<TResult>(Work<TResult> work, SubjectRecord done, CommandId id)
    {
        var entry = done.Journal.First(entry => entry.Command == id);
        if ((work.Kind is { } kind && done.Kind != kind) || entry.CommandName != work.Name)
            throw new InvalidRequestException(new Fault("commandId", "request.command-id-reused", id, entry.CommandName ?? ""));
        return work.Repeat(done, entry);
    }
}
