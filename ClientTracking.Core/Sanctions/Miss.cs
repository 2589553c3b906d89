using NodaTime;

namespace ClientTracking.Sanctions;

/// <summary>
/// A finding about one person (违规事实): something was done late, is still undone, or was done wrong. Facts only; what it costs is worked out.
/// </summary>
public sealed record Miss
{
    /// <summary>What identifies the finding among all of the tenant, for example the subject's id and the obligation's number.</summary>
    public required string Key { get; init; }

    /// <summary>The sanction rule it falls under.</summary>
    public required RuleId Rule { get; init; }

    /// <summary>The person charged.</summary>
    public required PersonId Person { get; init; }

    /// <summary>The number of the subject, where there is one.</summary>
    public string? Subject { get; init; }

    /// <summary>What tells one delay from another; none: every miss of one subject is the same delay (in favour of the person).</summary>
    public string? Delay { get; init; }

    /// <summary>The due instant in force: pauses and approved extensions are in it (CV-15, CV-16).</summary>
    public Instant? Due { get; init; }

    /// <summary>When it was done, as lateness is judged; none while undone.</summary>
    public Instant? Done { get; init; }

    /// <summary>When it was found, for what has no due instant.</summary>
    public Instant? Found { get; init; }

    /// <summary>How many occurrences or items it stands for; 0 or more. For repetition it is one occasion.</summary>
    public int Times { get; init; } = 1;

    /// <summary>When the person was ordered to correct it.</summary>
    public Instant? OrderedToCorrect { get; init; }

    /// <summary>When it was corrected; none while it is not.</summary>
    public Instant? Corrected { get; init; }

    /// <summary>What a person decided, where the rule leaves a range.</summary>
    public SanctionDecision? Decision { get; init; }

    /// <summary>Who waived it and why.</summary>
    public Waiver? Waiver { get; init; }

    /// <summary>What its amount still waits for; a line of it is provisional until then.</summary>
    public Pending Pending { get; init; }
}

/// <summary>What a fine still waits for.</summary>
public enum Pending : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The decision on an extension that was applied for in time (RF-81).</summary>
    Extension,

    /// <summary>The decision on an appeal.</summary>
    Appeal,
}

/// <summary>What a named person decided within a rule's range.</summary>
/// <param name="By">Who; never the person charged.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
public sealed record SanctionDecision(PersonId By, Instant At, string Reason)
{
    /// <summary>The amount, where the rule leaves one open.</summary>
    public Money? Amount { get; init; }

    /// <summary>The share of the month's performance pay in per cent, where the rule leaves one open.</summary>
    public decimal? Percent { get; init; }

    /// <summary>The points, where the rule leaves them open.</summary>
    public int? Points { get; init; }
}

/// <summary>A miss that is forgiven (豁免): it costs nothing and no longer counts.</summary>
/// <param name="By">Who waived it; never the person charged.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
public sealed record Waiver(PersonId By, Instant At, string Reason);
