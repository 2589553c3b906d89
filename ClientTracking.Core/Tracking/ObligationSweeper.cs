using System.Collections.Immutable;
using ClientTracking.Deadlines;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Regulations;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using ClientTracking.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace ClientTracking.Tracking;

/// <summary>Finds what fell due, must be reminded of or reported upwards, and commits a notice of it.</summary>
/// <remarks>
/// Many hosts may sweep at once, and a host may die at any point: the notice and the note that it was given are one commit with a version
/// check, so each level is told once for each revision of the due instant, whoever finds it first.
/// </remarks>
public sealed class ObligationSweeper(IServiceScopeFactory scopes, TrackingModel model, IClock clock, Telemetry telemetry, ILogger<ObligationSweeper>? logger = null)
{
    private const int Batch = 200;
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
            var found = await store.FindDueAsync(now, last, Batch, cancellationToken).ConfigureAwait(false);
            foreach (var due in found)
                told += await SweepAsync(store, due, now, cancellationToken).ConfigureAwait(false);
            if (found.Length < Batch) return told;
            last = found[^1];
        }
    }

    private async Task<int> SweepAsync(ITrackingStore store, DueSubject due, Instant now, CancellationToken cancellationToken)
    {
        var session = store.OpenSession(due.Tenant);
        await using var _ = session.ConfigureAwait(false);
        if (await session.FindAsync(due.Subject, cancellationToken).ConfigureAwait(false) is not { } record) return 0;
        if (model.FindRegulation(record.Regulation, record.RegulationVersion) is not { } regulation)
        {
            // One subject that this host cannot read must not keep the others from being told.
            _log.RegulationMissing(due.Subject, record.Regulation, record.RegulationVersion);
            return 0;
        }
        var changes = Tell(record, now, regulation, model.Deadlines(due.Tenant));
        if (changes.IsEmpty) return 0;
        var entry = new JournalEntry
        {
            Sequence = record.Version + 1,
            Name = "obligations.swept",
            At = now,
            RecordedAt = now,
            By = Actor.System.Id,
            Obligations = [.. changes.Select(change => change.Change)],
        };
        var after = record.After(entry, record.State, record.Search);
        try
        {
            await session.CommitAsync(
                [new(record, after, [.. changes.SelectMany(change => NoticesOf.Told(due.Tenant, after, change.Change, change.Notice))])],
                cancellationToken).ConfigureAwait(false);
        }
        catch (ConcurrencyConflictException)
        {
            // Another host told it, or the subject changed meanwhile: then what is still due is found again.
            _log.SweptElsewhere(due.Subject);
            return 0;
        }
        return changes.Length;
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
