using System.Collections.Immutable;
using System.Text.Json;
using ClientTracking.Confidentiality;

namespace ClientTracking.Subjects;

public abstract partial class KindDefinition
{
    /// <summary>Which texts of its states and events are personal data (个人信息), and whose; by default none.</summary>
    public virtual PersonalData Personal => PersonalData.None;

    /// <summary>The state in the present form.</summary>
    internal abstract string StateOf(SubjectRecord record);

    /// <summary>The event of an entry in the present form; none where the engine itself acted.</summary>
    internal abstract string? EventOf(JournalEntry entry);

    /// <summary>The entry with another event in the present form.</summary>
    internal abstract JournalEntry WithEvent(JournalEntry entry, string happened);

    /// <summary>The record as its journal alone makes it.</summary>
    internal abstract SubjectRecord Rebuild(SubjectRecord record);

    /// <summary>Every claim the journal ever made, in the order of making.</summary>
    internal abstract ImmutableArray<Claim> ClaimsOf(IEnumerable<JournalEntry> journal);
}

public abstract partial class KindDefinition<TState>
{
    internal sealed override string StateOf(SubjectRecord record) =>
        record.SchemaVersion == SchemaVersion ? record.State : JsonSerializer.Serialize(Read(record).State, stateJson);

    internal sealed override string? EventOf(JournalEntry entry) =>
        entry.Event is null || (entry.SchemaVersion ?? 1) == SchemaVersion ? entry.Event : WriteEvent(ReadEvent(entry)!);

    /// <summary>Read and written, so that what an event says besides from its own data (why, which triggers) says it of the new.</summary>
    internal sealed override JournalEntry WithEvent(JournalEntry entry, string happened)
    {
        var read = entry with { Event = happened, SchemaVersion = SchemaVersion };
        return Stamped(entry with { Event = WriteEvent(ReadEvent(read)!) });
    }

    internal sealed override SubjectRecord Rebuild(SubjectRecord record) => Replay(record, record.Version).Record;

    internal sealed override ImmutableArray<Claim> ClaimsOf(IEnumerable<JournalEntry> journal)
    {
        TState? state = null;
        var claims = ImmutableArray.CreateBuilder<Claim>();
        foreach (var entry in journal)
            if ((state = ReadEvent(entry)?.Apply(state) ?? state) is { } after)
                claims.AddRange(Index(after).Claims);
        return claims.ToImmutable();
    }
}
