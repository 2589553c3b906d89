using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Numbering;

namespace ClientTracking.Storage.InMemory;

/// <summary>Counter and ledger of one scope at one moment. Immutable.</summary>
/// <param name="Last">The serial the counter gave last; imported numbers do not move it.</param>
/// <param name="Entries">The ledger, in serial order.</param>
internal sealed record ScopeLedger(long? Last, ImmutableSortedDictionary<long, NumberEntry> Entries)
{
    internal static readonly ScopeLedger Empty = new(null, ImmutableSortedDictionary<long, NumberEntry>.Empty);

    /// <summary>The next serial that stands neither in the ledger nor among those the session has taken.</summary>
    internal long Next(SerialRequest request, TakenSerials taken)
    {
        var serial = Last is { } last ? Math.Max(request.First, last + 1) : request.First;
        while (Entries.ContainsKey(serial) || taken.Has(request.Scope, serial)) serial++;
        return serial;
    }

    internal ScopeLedger Reserve(SerialRequest request, long serial) => new(
        serial,
        Entries.Add(serial, new(request.Scope, serial, null, NumberUse.Reserved, request.Subject.Value, null, request.At)));

    /// <summary>Enters the number a commit gives to its subject: taken by its session, reserved for the subject before, or imported.</summary>
    internal ScopeLedger Use(DocumentNumber number, SubjectChange change, TakenSerials taken)
    {
        var subject = change.After.Id.Value;
        var entry = Entries.GetValueOrDefault(number.Serial);
        if (entry is not null && (entry.Use != NumberUse.Reserved || entry.SubjectId != subject))
            throw new ConcurrencyConflictException(number.Text);
        var takenAt = taken.At(number);
        var at = entry?.At ?? takenAt ?? change.NewEntries.Last().RecordedAt;
        return new(
            takenAt is null ? Last : number.Serial,
            Entries.SetItem(number.Serial, new(number.Scope, number.Serial, number.Text, NumberUse.Used, subject, null, at)));
    }

    /// <summary>Ends a reserved serial; ending it again changes nothing, not even the reason.</summary>
    internal ScopeLedger Void(NumberScope scope, long serial, string reason) => Entries.GetValueOrDefault(serial) switch
    {
        { Use: NumberUse.Reserved } entry => this with
        {
            Entries = Entries.SetItem(serial, new(scope, serial, null, NumberUse.Void, null, reason, entry.At)),
        },
        { Use: NumberUse.Void } => this,
        _ => throw new ConcurrencyConflictException($"{scope} {serial}"),
    };
}
