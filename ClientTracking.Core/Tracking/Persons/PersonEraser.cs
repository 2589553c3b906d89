using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using ClientTracking.Time;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace ClientTracking.Tracking.Persons;

/// <summary>Erases a person record by record, each in one commit that counts as a change of it: whoever has read it before meets a conflict.</summary>
internal sealed class PersonEraser(
    TrackingModel model,
    ITrackingStore store,
    IActorProvider actors,
    ITenantProvider tenants,
    IClock clock,
    DispatchSignal signal,
    ILogger<PersonEraser>? logger = null)
{
    private const string Name = "person.erased";
    private const int Attempts = 100;
    private readonly ILogger _log = logger ?? NullLogger<PersonEraser>.Instance;

    /// <exception cref="AccessDeniedException">A regulation names nobody for it, or not the acting person.</exception>
    /// <exception cref="ConcurrencyConflictException">Others kept changing the same record; what is erased by then stays so, and a repetition goes on.</exception>
    /// <exception cref="RuleViolationException">The person still owes something, or the law has records kept that name the person.</exception>
    public async Task<ErasedPerson> EraseAsync(ErasePerson command, CancellationToken cancellationToken)
    {
        var faults = new FaultList();
        command.Validate(faults);
        faults.ThrowIfAny();
        var actor = await actors.GetActorAsync(cancellationToken).ConfigureAwait(false);
        Permit(actor, command);
        var tenant = await tenants.GetTenantAsync(cancellationToken).ConfigureAwait(false);
        var replacement = command.ReplacementIn(tenant);
        await RefuseAsync(tenant, command.Person, cancellationToken).ConfigureAwait(false);
        // What is written behind the pass is found by the next one; the last finds nothing.
        while (command.Person != replacement && await PassAsync(tenant, command, replacement, actor.Id, cancellationToken).ConfigureAwait(false) is > 0 and var erased)
        {
            _log.PersonErased(actor.Id, erased);
            signal.Set();
        }
        return new(replacement);
    }

    private void Permit(Actor actor, ErasePerson command)
    {
        try
        {
            model.RequirePersonalInformation(actor, PersonRights.Erasure);
        }
        catch (AccessDeniedException denied)
        {
            _log.Denied(nameof(ErasePerson), actor.Id, denied.Rule);
            throw;
        }
        // The journal would name again whom it is to forget.
        if (actor.Id.Value == command.Person) throw new RuleViolationException(PersonRights.Erasure, "person.self");
    }

    /// <summary>Before anything is touched: whoever still owes something hands it over first, and what must be kept is kept whole.</summary>
    private async Task RefuseAsync(TenantId tenant, string person, CancellationToken cancellationToken)
    {
        if (PersonId.TryCreate(person) is { } assignee)
            foreach (var status in (ObligationStatus[])[ObligationStatus.Open, ObligationStatus.Paused])
            {
                var owed = await AskAsync(tenant, session => session.QueryAsync(
                    new ObligationQuery { Assignee = assignee, Status = status, Take = 1 }, cancellationToken)).ConfigureAwait(false);
                if (!owed.Items.IsEmpty) throw new RuleViolationException(PersonRights.Erasure, "person.still-owes");
            }
        foreach (var kind in model.Kinds.Where(kind => kind.Personal.IsKept))
            await foreach (var record in RecordsAsync(tenant, kind.Kind, cancellationToken).ConfigureAwait(false))
                if (new PersonalRecord(kind, record, person).HeldOn([]).Any())
                    throw new RuleViolationException(PersonRights.Erasure, "person.kept", kind.Kind);
    }

    private async Task<int> PassAsync(TenantId tenant, ErasePerson command, string replacement, PersonId by, CancellationToken cancellationToken)
    {
        var erased = 0;
        await foreach (var record in RecordsAsync(tenant, null, cancellationToken).ConfigureAwait(false))
            if (new PersonalRecord(model.KindOf(record), record, command.Person).HeldOn([]).Any()
                && await EraseAsync(tenant, record.Id, command, replacement, by, cancellationToken).ConfigureAwait(false))
                erased++;
        return erased;
    }

    /// <summary>Tries far more often than a command: to give up would leave the rest for a repetition.</summary>
    private async Task<bool> EraseAsync(
        TenantId tenant, SubjectId id, ErasePerson command, string replacement, PersonId by, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                return await AskAsync(tenant, session => AttemptAsync(session, id, command, replacement, by, cancellationToken)).ConfigureAwait(false);
            }
            catch (ConcurrencyConflictException) when (attempt < Attempts)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
    }

    private async Task<bool> AttemptAsync(
        ITrackingSession session, SubjectId id, ErasePerson command, string replacement, PersonId by, CancellationToken cancellationToken)
    {
        if (await session.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } before) return false;
        var persons = new PersonalRecord(model.KindOf(before), before, command.Person);
        if (persons.Erase(replacement) is not { } erased) return false;
        var now = Instant.Max(clock.GetCurrentInstant().CutToMilliseconds(), before.LastAt);
        var entry = new JournalEntry { Sequence = before.Version + 1, Name = Name, At = now, RecordedAt = now, By = by, Reason = command.Reason };
        var after = erased.After(entry, erased.State, erased.Search);
        var notices = await session.NoticesAsync(id, cancellationToken).ConfigureAwait(false);
        var change = new SubjectChange(before, after, NoticesOf.Entry(session.Tenant, after, entry))
        {
            Rewrites = new([.. notices.Select(notice => persons.Erase(notice, replacement))], persons.Renamed(erased)),
        };
        await session.CommitAsync([change], cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Each page by a session of its own, for what is erased meanwhile is committed by others.</summary>
    private IAsyncEnumerable<SubjectRecord> RecordsAsync(TenantId tenant, SubjectKind? kind, CancellationToken cancellationToken) => EveryPage.OfAsync(
        after => AskAsync(tenant, session => session.QueryAsync(new SubjectQuery { Kind = kind, After = after }, cancellationToken)), cancellationToken);

    private async Task<T> AskAsync<T>(TenantId tenant, Func<ITrackingSession, Task<T>> ask)
    {
        var session = store.OpenSession(tenant);
        await using var _ = session.ConfigureAwait(false);
        return await ask(session).ConfigureAwait(false);
    }
}
