using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ClientTracking.Confidentiality;
using ClientTracking.Numbering;
using ClientTracking.Obligations;
using NodaTime;

namespace ClientTracking.Subjects;

/// <summary>One line of a subject's journal (日志): what happened, when, who did it, why, and what it did to number and obligations.</summary>
/// <remarks>The journal alone rebuilds the subject: obligations and numbers are kept as results, so a later calendar or rule changes nothing here.</remarks>
public sealed record JournalEntry
{
    /// <summary>The place in the journal, from 1; it is also the subject's version after the entry.</summary>
    public required long Sequence { get; init; }

    /// <summary>The name of what happened.</summary>
    public required string Name { get; init; }

    /// <summary>The kind's event as JSON; none where the engine itself acted on the obligations.</summary>
    public string? Event { get; init; }

    /// <summary>When it happened, to the millisecond.</summary>
    public required Instant At { get; init; }

    /// <summary>When it was entered, to the millisecond; never before <see cref="At"/>.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>Who did it.</summary>
    public required PersonId By { get; init; }

    /// <summary>The command that did it, where the sender gave it an id.</summary>
    public CommandId? Command { get; init; }

    /// <summary>The type name of that command, to tell a repeated command from a reused id.</summary>
    public string? CommandName { get; init; }

    /// <summary>Why, where the rule asks for a reason.</summary>
    public string? Reason { get; init; }

    /// <summary>The number the subject got with it.</summary>
    public DocumentNumber? Number { get; init; }

    /// <summary>The version of the regulation that governs the subject from this entry on; only where it begins or changes.</summary>
    public int? RegulationVersion { get; init; }

    /// <summary>The version of the form of <see cref="Event"/>; none: the first.</summary>
    public int? SchemaVersion { get; init; }

    /// <summary>Whether it was taken over from another system: then nobody was told of it, and nothing that fell due before is fined.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Imported { get; init; }

    /// <summary>What it did to the subject's secrecy; none for most entries.</summary>
    public ImmutableArray<SecrecyEvent>? Secrecy { get; init; }

    /// <summary>What it did to the subject's obligations.</summary>
    public ImmutableArray<ObligationChange> Obligations { get => field.IsDefault ? [] : field; init; } = [];
}
