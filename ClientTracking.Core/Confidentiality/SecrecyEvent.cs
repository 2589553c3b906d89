using System.Text.Json.Serialization;
using NodaTime;

namespace ClientTracking.Confidentiality;

/// <summary>Something that happened to the secrecy of a record; made by <see cref="SecrecyDesk"/>, which refuses what the rules forbid.</summary>
[JsonDerivedType(typeof(Marked), "marked")]
[JsonDerivedType(typeof(LevelChanged), "level.changed")]
[JsonDerivedType(typeof(Continued), "continued")]
[JsonDerivedType(typeof(Declassified), "declassified")]
[JsonDerivedType(typeof(ManagerNamed), "manager.named")]
[JsonDerivedType(typeof(GrantGiven), "granted")]
[JsonDerivedType(typeof(GrantEnded), "grant.ended")]
[JsonDerivedType(typeof(CustodianAppointed), "custodian.appointed")]
[JsonDerivedType(typeof(CustodyTaken), "custody.taken")]
[JsonDerivedType(typeof(HandOutRequested), "hand-out.requested")]
[JsonDerivedType(typeof(HandOutReviewed), "hand-out.reviewed")]
[JsonDerivedType(typeof(HandOutDecided), "hand-out.decided")]
[JsonDerivedType(typeof(HandOutReturned), "hand-out.returned")]
public abstract record SecrecyEvent
{
    private protected SecrecyEvent()
    {
    }

    /// <summary>When it happened.</summary>
    public required Instant At { get; init; }

    /// <summary>Who did it.</summary>
    public required PersonId By { get; init; }

    /// <summary>The secrecy after it. Pure.</summary>
    /// <param name="before">The secrecy before it; null for <see cref="Marked"/>, which begins it.</param>
    public abstract Classification Apply(Classification? before);

    /// <summary>The secrecy that events, oldest first, lead to.</summary>
    public static Classification? Replay(IEnumerable<SecrecyEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return events.Aggregate((Classification?)null, (before, happened) => happened.Apply(before));
    }
}

/// <summary>The record was born and marked with level and term (CL-03).</summary>
/// <param name="First">The secrecy it begins with.</param>
public sealed record Marked(Classification First) : SecrecyEvent
{
    /// <inheritdoc/>
    public override Classification Apply(Classification? before) => First;
}

/// <summary>An event of a record that is marked already.</summary>
public abstract record SecrecyChange : SecrecyEvent
{
    private protected SecrecyChange()
    {
    }

    /// <inheritdoc/>
    public sealed override Classification Apply(Classification? before) => Change(before ?? throw new ArgumentNullException(nameof(before)));

    private protected abstract Classification Change(Classification before);
}
