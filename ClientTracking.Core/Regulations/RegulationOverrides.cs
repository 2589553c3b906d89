namespace ClientTracking.Regulations;

/// <summary>What a host changes in a regulation without recompiling; whatever is not named stays as the regulation says.</summary>
public sealed class RegulationOverrides
{
    /// <summary>
    /// The version the changed regulation has, later than the one it changes: then what is open keeps the version it was opened under. None:
    /// the changes apply to what is open too, from its next event on.
    /// </summary>
    public int? Version { get; set; }

    /// <summary>Other readings of rules, by rule id, for example <c>RF-80</c>: <c>any-order</c>.</summary>
    public IDictionary<string, string> Choices { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Changes of time nodes, by rule id, for example <c>RF-33</c>.</summary>
    public IDictionary<string, ObligationRuleOverrides> Rules { get; } = new Dictionary<string, ObligationRuleOverrides>(StringComparer.Ordinal);

    /// <summary>Changes of numbering, by series, for example <c>requirement</c>.</summary>
    public IDictionary<string, NumberingOverrides> Numbering { get; } = new Dictionary<string, NumberingOverrides>(StringComparer.Ordinal);

    /// <summary>Changes of sanctions, by rule id, for example <c>RF-90</c>.</summary>
    public IDictionary<string, SanctionOverrides> Sanctions { get; } = new Dictionary<string, SanctionOverrides>(StringComparer.Ordinal);

    /// <summary>Changes of rewards, by rule id, for example <c>RF-A1</c>.</summary>
    public IDictionary<string, RewardOverrides> Rewards { get; } = new Dictionary<string, RewardOverrides>(StringComparer.Ordinal);

    /// <summary>Other terms within which fines are waived and appealed against.</summary>
    public ReviewOverrides Review { get; } = new();
}

/// <summary>Changes of one time node.</summary>
public sealed class ObligationRuleOverrides
{
    /// <summary>The deadline in its notation, for example <c>2wd</c>.</summary>
    public string? Deadline { get; set; }

    /// <summary>The deadlines of single triggers in their notation, by the trigger's name.</summary>
    public IDictionary<string, string> Deadlines { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The role that owes it.</summary>
    public string? Responsible { get; set; }

    /// <summary>The department that answers for it.</summary>
    public string? Department { get; set; }

    /// <summary>The reminders before it is due, each a distance such as <c>2wh</c> or <c>1wd</c>; they replace those of the regulation. An empty text: none.</summary>
    public IList<string>? Reminders { get; set; }

    /// <summary>The escalations after it was due; they replace those of the regulation.</summary>
    public IList<EscalationOverrides>? Escalations { get; set; }
}

/// <summary>One level of escalation.</summary>
public sealed class EscalationOverrides
{
    /// <summary>How long after the due instant, for example <c>1wd</c>.</summary>
    public string? After { get; set; }

    /// <summary>The role that is told.</summary>
    public string? Audience { get; set; }

    /// <summary>Whether it is sent outside business hours too.</summary>
    public bool AtAnyHour { get; set; }
}

/// <summary>Changes of one numbering series.</summary>
public sealed class NumberingOverrides
{
    /// <summary>The template in its notation, for example <c>需求报告表{date:yyMMdd}{serial:00}</c>.</summary>
    public string? Template { get; set; }

    /// <summary>When serials start again: <c>Day</c>, <c>Month</c>, <c>Year</c> or <c>Never</c>.</summary>
    public string? Reset { get; set; }

    /// <summary>The first serial of a period.</summary>
    public long? FirstSerial { get; set; }

    /// <summary>What happens when the serial outgrows its digits: <c>Widen</c> or <c>Refuse</c>.</summary>
    public string? Overflow { get; set; }

    /// <summary>Whether a failed commit may leave a gap: <c>GapFree</c> or <c>GapsAllowed</c>.</summary>
    public string? Mode { get; set; }
}
