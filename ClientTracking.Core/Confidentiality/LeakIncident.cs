using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ClientTracking.Errors;
using NodaTime;

namespace ClientTracking.Confidentiality;

/// <summary>
/// A leak or suspected leak (泄密事件, CL-10). Anybody may report one, also about a record they may not read: it asks for no record and confirms
/// none.
/// </summary>
public sealed record LeakIncident
{
    /// <summary>The record as the discoverer names it; nobody checks whether there is one.</summary>
    public required string About { get; init; }

    /// <summary>What was seen.</summary>
    public required string Description { get; init; }

    /// <summary>Who discovered it.</summary>
    public required PersonId DiscoveredBy { get; init; }

    /// <summary>When.</summary>
    public required Instant DiscoveredAt { get; init; }

    /// <summary>By when the head office's leadership must know: a grace of elapsed time after the discovery, also outside business hours.</summary>
    public required Instant ReportDue { get; init; }

    /// <summary>When it was reported to them.</summary>
    public Instant? ReportedAt { get; init; }

    /// <summary>Who reported it.</summary>
    public PersonId? ReportedBy { get; init; }

    /// <summary>Who is responsible for the leak, as far as is known.</summary>
    public ImmutableArray<PersonId> Responsible { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>What was done to contain it, in order.</summary>
    public ImmutableArray<Containment> Containments { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>What people did, as it was found.</summary>
    public ImmutableArray<LeakFinding> Findings { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Whether it was reported in time; exactly at the due instant is in time (CV-13). Null while it is not reported.</summary>
    [JsonIgnore]
    public bool? InTime => ReportedAt is { } reported ? reported <= ReportDue : null;

    /// <summary>Opens an incident.</summary>
    /// <exception cref="ArgumentException">A text is blank.</exception>
    public static LeakIncident Discover(ConfidentialityRules rules, string about, string description, PersonId by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentException.ThrowIfNullOrWhiteSpace(about);
        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        return new() { About = about, Description = description, DiscoveredBy = by, DiscoveredAt = at, ReportDue = at + rules.LeakGrace };
    }

    /// <summary>It was reported to the head office's leadership.</summary>
    /// <exception cref="RuleViolationException">It was reported already, or before it was discovered (CL-10).</exception>
    public LeakIncident Report(PersonId by, Instant at) =>
        ReportedAt is not null ? throw new RuleViolationException("CL-10", "secrecy.leak-reported")
        : at < DiscoveredAt ? throw new RuleViolationException("CL-10", "secrecy.leak-before-discovery", at)
        : this with { ReportedAt = at, ReportedBy = by };

    /// <summary>Something was done to contain it.</summary>
    /// <exception cref="ArgumentException"><paramref name="action"/> is blank.</exception>
    /// <exception cref="RuleViolationException">It was done before the discovery (CL-10).</exception>
    public LeakIncident Contain(PersonId by, string action, Instant at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(action);
        if (at < DiscoveredAt) throw new RuleViolationException("CL-10", "secrecy.leak-before-discovery", at);
        return this with { Containments = Containments.Add(new(by, action, at)) };
    }

    /// <summary>It was found what somebody did (CL-13); the consequence is the host's sanction table.</summary>
    /// <exception cref="RuleViolationException">
    /// A reward goes to who did not report in time, who did not contain it or is responsible for it; or a leak is laid to who is not
    /// responsible (CL-13).
    /// </exception>
    public LeakIncident Find(PersonId person, LeakConduct conduct, Instant at)
    {
        if (!Enum.IsDefined(conduct)) throw new ArgumentOutOfRangeException(nameof(conduct), conduct, "Not a named value.");
        var holds = conduct switch
        {
            LeakConduct.ReportedInTime => InTime == true && ReportedBy == person && !Responsible.Contains(person),
            LeakConduct.Contained => Containments.Any(containment => containment.By == person) && !Responsible.Contains(person),
            LeakConduct.Leaked or LeakConduct.LeakedSeriously => Responsible.Contains(person),
            _ => true,
        };
        return holds
            ? this with { Findings = Findings.Add(new(person, conduct, at)) }
            : throw new RuleViolationException("CL-13", "secrecy.finding-unfounded");
    }
}

/// <summary>Something done to contain a leak.</summary>
/// <param name="By">Who did it.</param>
/// <param name="Action">What.</param>
/// <param name="At">When.</param>
public sealed record Containment(PersonId By, string Action, Instant At);

/// <summary>What somebody did about a leak, as it was found (CL-13).</summary>
/// <param name="Person">Who.</param>
/// <param name="Conduct">What.</param>
/// <param name="At">When it was found.</param>
public sealed record LeakFinding(PersonId Person, LeakConduct Conduct, Instant At);

/// <summary>What is rewarded and what is sanctioned (CL-13).</summary>
public enum LeakConduct
{
    /// <summary>Rewarded: reported a leak in time, so that harm was averted.</summary>
    ReportedInTime = 1,

    /// <summary>Rewarded: contained one in time without being responsible for it.</summary>
    Contained,

    /// <summary>Sanctioned: a leak without serious consequence.</summary>
    Leaked,

    /// <summary>Sanctioned: an intentional or negligent leak with serious consequence or great loss.</summary>
    LeakedSeriously,

    /// <summary>Sanctioned: stole, spied out, bought or provided secrets for others.</summary>
    ObtainedForOthers,

    /// <summary>Sanctioned: forced others to breach by using one's position.</summary>
    ForcedOthers,
}
