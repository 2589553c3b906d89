using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Subjects;

namespace ClientTracking.Storage.Protection;

/// <summary>A record as it is stored where its content is encrypted, and back.</summary>
/// <remarks>
/// Encrypted are the state with the reasons in the obligations, bound to the record's version, and every journal entry with its event, reasons and
/// secrecy, bound to its sequence. In the clear stays what a store searches and orders by: number, status, grade, owner, the host's identifier of the
/// client, claims, people, instants, names of events.
/// </remarks>
internal sealed class RecordSeal(IContentProtector protector)
{
    private readonly TextSeal _seal = new(protector);

    /// <summary>Whether the record's content is to be encrypted: as long as it is marked TopSecret and the end of its term is not on record.</summary>
    internal static bool IsSecret(SubjectRecord? record) =>
        record?.Secrecy?.Marking is { Level: ConfidentialityLevel.TopSecret, DeclassificationRecordedAt: null };

    /// <summary>Whether a reason was taken out of the obligation; it stands in the encrypted content of its record.</summary>
    internal static bool IsStripped(Obligation obligation) =>
        obligation.Reason == Redaction.Mask || obligation.Clock.Events.Any(happened => happened.Reason == Redaction.Mask);

    /// <summary>The record as it is to be stored.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="record">The record.</param>
    /// <param name="before">The record as it was read; null for a new one.</param>
    /// <param name="stored">The same as it is stored: what of its journal did not change and is under the present key stays.</param>
    internal SubjectRecord Seal(TenantId tenant, SubjectRecord record, SubjectRecord? before, SubjectRecord? stored)
    {
        // A commit that brings a number cannot rewrite; then a former key serves until the next one.
        var mayRotate = stored is null || stored.Number == record.Number;
        var content = JsonSerializer.Serialize(new(record.State, record.Obligations), SealedJson.Stored.SealedContent);
        return record with
        {
            State = _seal.Seal(content, Of(tenant, record)),
            Obligations = [.. record.Obligations.Select(Strip)],
            Secrecy = Strip(record.Secrecy!),
            Journal = [.. record.Journal.Select((entry, i) => StoredAs(entry, i) ?? Seal(tenant, record.Id, entry))],
        };

        JournalEntry? StoredAs(JournalEntry entry, int place) =>
            place < stored?.Journal.Length && ReferenceEquals(before!.Journal[place], entry) && stored.Journal[place] is var known
            && TextSeal.IsSealed(known.Event) && !(mayRotate && _seal.IsOutdated(known.Event!))
                ? known
                : null;
    }

    /// <summary>The record as it was before it was stored; the very same where nothing of it is encrypted.</summary>
    /// <exception cref="ContentProtectionException">It was changed, belongs elsewhere, or its key is not there.</exception>
    internal SubjectRecord Open(TenantId tenant, SubjectRecord stored)
    {
        var entries = stored.Journal.Count(entry => TextSeal.IsSealed(entry.Event));
        if (!TextSeal.IsSealed(stored.State) && entries == 0) return stored;
        // Encrypted as a whole or not at all: somebody put plain text in the place of encrypted one.
        if (!TextSeal.IsSealed(stored.State) || entries < stored.Journal.Length) throw TextSeal.Unreadable(stored.Id);
        var content = JsonSerializer.Deserialize(_seal.Open(stored.State, Of(tenant, stored)), SealedJson.Stored.SealedContent)!;
        ImmutableArray<JournalEntry> journal =
            [.. stored.Journal.Select(entry => RecordJson.ReadEntry(_seal.Open(entry.Event!, Of(tenant, stored.Id, entry))))];
        return stored with
        {
            State = content.State,
            Obligations = content.Obligations,
            Journal = journal,
            Secrecy = SubjectRecord.SecrecyOf(journal),
        };
    }

    private JournalEntry Seal(TenantId tenant, SubjectId subject, JournalEntry entry) => entry with
    {
        Event = _seal.Seal(RecordJson.Write(entry), Of(tenant, subject, entry)),
        Reason = null,
        Secrecy = null,
        Obligations = [],
    };

    private static Obligation Strip(Obligation obligation) => obligation with
    {
        Reason = Mask(obligation.Reason),
        Clock = new(
            [.. obligation.Clock.Events.Select(happened => happened with { Reason = Mask(happened.Reason) })],
            obligation.Clock.LastDue, obligation.Clock.Provisional, obligation.Clock.IsSuspended, obligation.Clock.Revision, obligation.Clock.Missed),
    };

    /// <summary>What decides who may know, without the reasons.</summary>
    private static Classification Strip(Classification secrecy) => secrecy with
    {
        Markings = [.. secrecy.Markings.Select(marking => marking with { Reason = Mask(marking.Reason) })],
        HandOuts = [.. secrecy.HandOuts.Select(handOut => handOut with { Reason = Redaction.Mask })],
    };

    private static string? Mask(string? reason) => reason is null ? null : Redaction.Mask;

    private static ContentBinding Of(TenantId tenant, SubjectRecord record) =>
        new(tenant, record.Id, string.Create(CultureInfo.InvariantCulture, $"content/{record.Version}"));

    private static ContentBinding Of(TenantId tenant, SubjectId subject, JournalEntry entry) =>
        new(tenant, subject, string.Create(CultureInfo.InvariantCulture, $"journal/{entry.Sequence}"));
}
