using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ClientTracking.Confidentiality;
using ClientTracking.Obligations;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Leaks;

/// <summary>Something that happened about a leak.</summary>
[JsonDerivedType(typeof(LeakReported), "leak.reported")]
[JsonDerivedType(typeof(LeakContained), "leak.contained")]
[JsonDerivedType(typeof(LeakLaidTo), "leak.laid-to")]
[JsonDerivedType(typeof(LeakConductFound), "leak.conduct-found")]
public abstract record LeakEvent : SubjectEvent<LeakIncident>
{
    private protected LeakEvent()
    {
    }

    /// <inheritdoc/>
    [JsonIgnore]
    public abstract override string Name { get; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableArray<Trigger> Triggers => [new(Name)];

    /// <inheritdoc/>
    [JsonIgnore]
    public sealed override ImmutableArray<Role> Tells => [LeakRoles.Leadership];
}

/// <summary>A leak was reported to the head office's leadership; the period of CL-10 is counted from its discovery.</summary>
/// <param name="About">The record as the discoverer names it.</param>
/// <param name="Description">What was seen.</param>
/// <param name="DiscoveredBy">Who discovered it.</param>
/// <param name="DiscoveredAt">When.</param>
/// <param name="ReportDue">By when it had to be reported.</param>
/// <param name="By">Who reported it.</param>
/// <param name="ReportedAt">When.</param>
public sealed record LeakReported(
    string About, string Description, PersonId DiscoveredBy, Instant DiscoveredAt, Instant ReportDue, PersonId By, Instant ReportedAt) : LeakEvent
{
    /// <inheritdoc/>
    public override string Name => "leak.reported";

    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new("leak.discovered", DiscoveredAt), new(Name)];

    /// <inheritdoc/>
    public override LeakIncident Apply(LeakIncident? before) => new()
    {
        About = About,
        Description = Description,
        DiscoveredBy = DiscoveredBy,
        DiscoveredAt = DiscoveredAt,
        ReportDue = ReportDue,
        ReportedAt = ReportedAt,
        ReportedBy = By,
    };
}

/// <summary>Something was done to contain it.</summary>
/// <param name="By">Who did it.</param>
/// <param name="Action">What.</param>
/// <param name="DoneAt">When.</param>
public sealed record LeakContained(PersonId By, string Action, Instant DoneAt) : LeakEvent
{
    /// <inheritdoc/>
    public override string Name => "leak.contained";

    /// <inheritdoc/>
    public override LeakIncident Apply(LeakIncident? before) => before!.Contain(By, Action, DoneAt);
}

/// <summary>Somebody was found to be responsible for it.</summary>
/// <param name="Person">Who.</param>
public sealed record LeakLaidTo(PersonId Person) : LeakEvent
{
    /// <inheritdoc/>
    public override string Name => "leak.laid-to";

    /// <inheritdoc/>
    public override LeakIncident Apply(LeakIncident? before) => before! with { Responsible = before.Responsible.Add(Person) };
}

/// <summary>It was found what somebody did about it (CL-13); the consequence is the host's sanction table.</summary>
/// <param name="Person">Who.</param>
/// <param name="Conduct">What.</param>
/// <param name="FoundAt">When it was found.</param>
public sealed record LeakConductFound(PersonId Person, LeakConduct Conduct, Instant FoundAt) : LeakEvent
{
    /// <inheritdoc/>
    public override string Name => "leak.conduct-found";

    /// <inheritdoc/>
    public override LeakIncident Apply(LeakIncident? before) => before!.Find(Person, Conduct, FoundAt);
}
