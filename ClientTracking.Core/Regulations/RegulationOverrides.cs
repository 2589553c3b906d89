namespace ClientTracking.Regulations;

/// <summary>What a host changes in a regulation without recompiling; whatever is not named stays as the regulation says.</summary>
public sealed class RegulationOverrides
{
    /// <summary>Changes of time nodes, by rule id, for example <c>RF-33</c>.</summary>
    public IDictionary<string, ObligationRuleOverrides> Rules { get; } = new Dictionary<string, ObligationRuleOverrides>(StringComparer.Ordinal);

    /// <summary>Changes of numbering, by series, for example <c>requirement</c>.</summary>
    public IDictionary<string, NumberingOverrides> Numbering { get; } = new Dictionary<string, NumberingOverrides>(StringComparer.Ordinal);

    /// <summary>Changes of sanctions, by rule id, for example <c>RF-90</c>.</summary>
    public IDictionary<string, SanctionOverrides> Sanctions { get; } = new Dictionary<string, SanctionOverrides>(StringComparer.Ordinal);

    /// <summary>Changes of rewards, by rule id, for example <c>RF-A1</c>.</summary>
    public IDictionary<string, RewardOverrides> Rewards { get; } = new Dictionary<string, RewardOverrides>(StringComparer.Ordinal);
}

/// <summary>Changes of one time node.</summary>
public sealed class ObligationRuleOverrides
{
    /// <summary>The deadline in its notation, for example <c>2wd</c>.</summary>
    public string? Deadline { get; set; }

    /// <summary>The role that owes it.</summary>
    public string? Responsible { get; set; }
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
