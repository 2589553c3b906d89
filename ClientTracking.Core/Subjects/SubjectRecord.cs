using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ClientTracking.Confidentiality;
using ClientTracking.Numbering;
using ClientTracking.Obligations;
using NodaTime;

namespace ClientTracking.Subjects;

/// <summary>A subject as every store keeps it, whatever its kind: typed where the engine searches and counts, JSON where only the kind knows.</summary>
public sealed record SubjectRecord
{
    /// <summary>The identity.</summary>
    public required SubjectId Id { get; init; }

    /// <summary>The kind.</summary>
    public required SubjectKind Kind { get; init; }

    /// <summary>The number of changes so far; new = 1. A save names the version it read.</summary>
    public required long Version { get; init; }

    /// <summary>The regulation it was opened under.</summary>
    public required string Regulation { get; init; }

    /// <summary>The version of that regulation.</summary>
    public required int RegulationVersion { get; init; }

    /// <summary>The state as JSON.</summary>
    public required string State { get; init; }

    /// <summary>The version of the form of <see cref="State"/>; every journal entry has that of its own event.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>What stores index.</summary>
    public required SearchFields Search { get; init; }

    /// <summary>The number, from the event on that the regulation names.</summary>
    public DocumentNumber? Number { get; init; }

    /// <summary>What is or was owed on it, in the order of opening.</summary>
    public ImmutableArray<Obligation> Obligations { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>What happened to it, in the order of entering.</summary>
    public ImmutableArray<JournalEntry> Journal { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Its secrecy, as its journal says; null where nobody marked it.</summary>
    public Classification? Secrecy { get; init; }

    /// <summary>Which of its fields who asked is shown; null: all of them. Only a query's answer has one, no store keeps it.</summary>
    [JsonIgnore]
    public Redaction? Redaction { get; init; }

    /// <summary>What decides who may know it: what stores filter by.</summary>
    [JsonIgnore]
    public AccessFields Access =>
        Secrecy?.SearchFields(Search.Participants ?? []) ?? new AccessFields(Kind) { Participants = Search.Participants ?? [] };

    /// <summary>
    /// From when on something is due on it by the clock: its earliest notice, or the end of its term of secrecy as long as that is not on record.
    /// </summary>
    [JsonIgnore]
    public Instant? DueFrom => Obligations.Select(obligation => obligation.NextNotice?.SendAt).Append(Secrecy?.Marking.EndsUnrecorded).Min();

    /// <summary>When the last thing happened to it.</summary>
    public Instant LastAt => Journal[^1].At;

    /// <summary>When its history was taken over from another system; none: it was opened here. What fell due before is not fined.</summary>
    [JsonIgnore]
    public Instant? ImportedAt => Journal.LastOrDefault(entry => entry.Imported)?.RecordedAt;

    /// <summary>A subject before its first entry: an identity, no state, version 0. No store ever keeps one.</summary>
    public static SubjectRecord Unborn(SubjectId id, SubjectKind kind, string regulation, int regulationVersion) => new()
    {
        Id = id,
        Kind = kind,
        Version = 0,
        Regulation = regulation,
        RegulationVersion = regulationVersion,
        State = "",
        Search = new SearchFields(""),
    };

    /// <summary>The record after one more entry: versions, number and obligations follow from it; state and search fields are the kind's.</summary>
    public SubjectRecord After(JournalEntry entry, string state, SearchFields search) => this with
    {
        Version = entry.Sequence,
        State = state,
        Search = search,
        Number = entry.Number ?? Number,
        RegulationVersion = entry.RegulationVersion ?? RegulationVersion,
        Obligations = Apply(Obligations, entry.Obligations),
        Journal = Journal.Add(entry),
        Secrecy = (entry.Secrecy ?? []).Aggregate(Secrecy, (before, happened) => happened.Apply(before)),
    };

    /// <summary>The secrecy that a journal leads to, for stores that keep no more of it than the journal and what they filter by.</summary>
    public static Classification? SecrecyOf(IEnumerable<JournalEntry> journal)
    {
        ArgumentNullException.ThrowIfNull(journal);
        return SecrecyEvent.Replay(journal.SelectMany(entry => entry.Secrecy ?? []));
    }

    /// <summary>Number, obligations and journal as they were after an entry; state and search fields are those of today, which only the kind can rebuild.</summary>
    public SubjectRecord AsOf(long sequence) => Journal.Where(entry => entry.Sequence <= sequence)
        .Aggregate(Unborn(Id, Kind, Regulation, RegulationVersion), (before, entry) => before.After(entry, State, Search));

    /// <summary>The obligations as they stood at an instant, by when things happened.</summary>
    public ImmutableArray<Obligation> ObligationsAt(Instant instant) =>
        Journal.Where(entry => entry.At <= instant).Aggregate(ImmutableArray<Obligation>.Empty, (before, entry) => Apply(before, entry.Obligations));

    private static ImmutableArray<Obligation> Apply(ImmutableArray<Obligation> before, ImmutableArray<ObligationChange> changes)
    {
        var after = before.ToBuilder();
        foreach (var (_, obligation) in changes)
            if (obligation.Id == after.Count + 1)
                after.Add(obligation);
            else
                after[obligation.Id - 1] = obligation;
        return after.ToImmutable();
    }
}
