using System.Collections.Immutable;
using ClientTracking.Deadlines;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Regulations;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using ClientTracking.Time;
using ClientTracking.Tracking.Secrecy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace ClientTracking.Tracking;

/// <summary>Finds what fell due, must be reminded of or reported upwards, and commits a notice of it; puts terms of secrecy that are over on record.</summary>
/// <remarks>
/// Many hosts may sweep at once, and a host may die at any point: the notice and the note that it was given are one commit with a version
/// check, so each level is told once for each revision of the due instant, whoever finds it first. The same holds for the end of a term of
/// secrecy, which counts by itself from its instant on (CL-08, T41): only the record of it is written here.
/// </remarks>
public sealed class ObligationSweeper(IServiceScopeFactory scopes, TrackingModel model, IClock clock, Telemetry telemetry, ILogger<ObligationSweeper>? logger = null)
{
    private const int Batch = 4000;
    private readonly ILogger _log = logger ?? NullLogger<ObligationSweeper>.Instance;

    /// <summary>Goes once through what is due by now, in all tenants, a page at a time.</summary>
    /// <returns>How many notices were committed.</returns>
    public Task<int> SweepAsync(CancellationToken cancellationToken = default) => telemetry.SweepAsync(() => SweepAllAsync(cancellationToken));

    private async Task<int> SweepAllAsync(CancellationToken cancellationToken)
    {
        var (told, now, last) = (0, clock.GetCurrentInstant().CutToMilliseconds(), (DueSubject?)null);
        while (true)
        {
            var scope = scopes.CreateAsyncScope();
            await using var _ = scope.ConfigureAwait(false);
            var store = scope.ServiceProvider.GetRequiredService<ITrackingStore>();
            var settlement = new SecrecySettlement(model, scope.ServiceProvider.GetRequiredService<IOrganizationProvider>());
            var found = await store.FindDueAsync(now, last, Batch, cancellationToken).ConfigureAwait(false);
            foreach (var due in found)
                told += await SweepAsync(store, settlement, due, now, cancellationToken).ConfigureAwait(false);
            if (found.Length < Batch) return told;
            last = found[^1];
        }
    }

    private async Task<int> SweepAsync(
        ITrackingStore store, SecrecySettlement settlement, DueSubject due, Instant now, CancellationToken cancellationToken)
    {
        var session = store.OpenSession(due.Tenant);
        await using var _ = session.ConfigureAwait(false);
        if (await session.FindAsync(due.Subject, cancellationToken).ConfigureAwait(false) is not { } record) return 0;
        if (await settlement.OfAsync(due.Tenant, record, now, cancellationToken).ConfigureAwait(false) is { } settled)
            // What else is due on the record is told in a commit of its own.
            return await CommitAsync(session, settled, cancellationToken).ConfigureAwait(false)
                ? 1 + await SweepAsync(store, settlement, due, now, cancellationToken).ConfigureAwait(false)
                : 0;
        if (model.FindRegulation(record.Regulation, record.RegulationVersion) is not { } regulation)
        {
            // One subject that this host cannot read must not keep the others from being told.
            _log.RegulationMissing(due.Subject, record.Regulation, record.RegulationVersion);
            return 0;
        }
        var changes = Tell(record, now, regulation, model.Deadlines(due.Tenant));
        if (changes.IsEmpty) return 0;
        var entry = EntryWriter.OfTheClock(record, "obligations.swept", now) with { Obligations = [.. changes.Select(change => change.Change)] };
        var after = record.After(entry, record.State, record.Search);
        var told = changes.SelectMany(change => NoticesOf.Told(due.Tenant, after, change.Change, change.Notice));
        return await CommitAsync(session, new(record, after, [.. told]), cancellationToken).ConfigureAwait(false) ? changes.Length : 0;
    }

    private async Task<bool> CommitAsync(ITrackingSession session, SubjectChange change, CancellationToken cancellationToken)
    {
        try
        {
            await session.CommitAsync([change], cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ConcurrencyConflictException)
        {
            // Another host told it, or the subject changed meanwhile: then what is still due is found again.
            _log.SweptElsewhere(change.After.Id);
            return false;
        }
    }

    private static ImmutableArray<(ObligationChange Change, NoticeDue Notice)> Tell(
        SubjectRecord record, Instant now, Regulation regulation, DeadlineCalculator deadlines)
    {
        var told = ImmutableArray.CreateBuilder<(ObligationChange, NoticeDue)>();
        foreach (var obligation in record.Obligations)
        {
            // What was scheduled when it was opened counts, also where the regulation no longer has the rule.
            var notices = regulation.RuleOf(obligation.Rule)?.Notices ?? [];
            if (obligation.NextNotice is not { } next || next.SendAt > now) continue;
            var notice = obligation.DueAt(now, notices, deadlines) ?? next;
            var after = (obligation with { NoticedLevel = notice.Level }).Schedule(notices, deadlines);
            told.Add((new(notice.Level switch { < 0 => ObligationEvent.Reminded, 0 => ObligationEvent.Overdue, _ => ObligationEvent.Escalated }, after), notice));
        }
        return told.ToImmutable();
    }
}
