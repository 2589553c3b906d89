using System.Collections.Immutable;
using System.Globalization;
using ClientTracking.Errors;
using ClientTracking.Numbering;
using ClientTracking.Obligations;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ClientTracking.Tracking;

/// <summary>Makes what every journal entry consists of: who and when, the number, the obligations.</summary>
internal sealed class EntryWriter(TrackingModel model, IOptions<ClientTrackingOptions> options, ISubstitutes substitutes)
{
    public static JournalEntry Entry<TResult>(SubjectRecord before, string name, Occasion occasion, Work<TResult> work) => new()
    {
        Sequence = before.Version + 1,
        Name = name,
        At = occasion.At,
        RecordedAt = occasion.RecordedAt,
        By = occasion.Actor.Id,
        Command = work.Id,
        CommandName = work.Id is null ? null : work.Name,
    };

    /// <summary>An entry of what the clock brought about, nobody's doing.</summary>
    public static JournalEntry OfTheClock(SubjectRecord before, string name, Instant now) =>
        new() { Sequence = before.Version + 1, Name = name, At = now, RecordedAt = now, By = Actor.System.Id };

    /// <summary>What an event does to the obligations; who stands in for whom is asked beforehand, so that the planning is pure.</summary>
    public async Task<ImmutableArray<ObligationChange>> PlanAsync<TState>(
        SubjectRecord before, ISubjectEvent<TState> happened, DecisionContext context, Func<Role, Holder> holderOf, CancellationToken cancellationToken)
        where TState : class
    {
        if (happened.Reverses is { } mistaken) return Reverse(before, mistaken, happened.Because ?? happened.Name, context);
        var triggers = happened.Triggers;
        var rules = context.Regulation.Obligations;
        var holders = new Dictionary<Role, Holder>();
        foreach (var rule in rules.Where(rule => triggers.Any(rule.IsOpenedBy)))
            foreach (var role in rule.Partner is { } partner ? [rule.Responsible, partner] : ImmutableArray.Create(rule.Responsible))
                if (!holders.ContainsKey(role))
                    holders[role] = await substitutes.FindAsync(role, holderOf(role), context.At, cancellationToken).ConfigureAwait(false);
        return new ObligationPlanner(rules, context.Deadlines)
            .Plan(before.Obligations, triggers, context.At, JudgedAt(context), role => holders[role]);
    }

    /// <summary>A serial that may leave a gap is entered as void where its commit failed for certain; a gap-free one went back by itself.</summary>
    public async Task GiveUpAsync(ITrackingStore store, TenantId tenant, SubjectRecord record, DocumentNumber number, Exception cause)
    {
        var rule = model.Regulation(record.Regulation, record.RegulationVersion).NumberingOf(number.Scope.Series);
        if (rule.Mode == NumberingMode.GapFree || cause is not (ConcurrencyConflictException or ClaimTakenException)) return;
        var ledger = store.OpenSession(tenant);
        await using var _ = ledger.ConfigureAwait(false);
        // Of a claim its kind alone: the name itself may be a person's, and the ledger is never rewritten.
        var reason = cause is ClaimTakenException taken ? Texts.Format(CultureInfo.CurrentUICulture, "storage.claim-taken", taken.Scope, "…") : cause.Message;
        await ledger.VoidAsync(number.Scope, number.Serial, reason, CancellationToken.None).ConfigureAwait(false);
    }

    private static ImmutableArray<ObligationChange> Reverse(SubjectRecord before, long mistaken, string reason, DecisionContext context) =>
    [
        .. Reversal.Of(
                before.AsOf(mistaken - 1).Obligations,
                [.. before.Journal.Where(entry => entry.Sequence >= mistaken && entry.Event is not null).SelectMany(entry => entry.Obligations)],
                before.Obligations, context.At, reason)
            .Select(change => change with
            {
                After = change.After.Schedule(context.Regulation.RuleOf(change.After.Rule)?.Notices ?? [], context.Deadlines),
            }),
    ];

    /// <summary>Lateness is judged by when it happened, unless that was entered later than the host allows: then by when it was entered.</summary>
    private Instant JudgedAt(DecisionContext context) =>
        context.RecordedAt - context.At <= Duration.FromTimeSpan(options.Value.BackdatingAllowance) ? context.At : context.RecordedAt;
}
