namespace ClientTracking.Regulations;

/// <summary>Changes of one sanction; what does not belong to its shape is refused.</summary>
public sealed class SanctionOverrides
{
    /// <summary>The amount of each occurrence, for example <c>20.00</c>.</summary>
    public string? Amount { get; set; }

    /// <summary>The tiers of a lateness or a month's total; they replace those of the regulation.</summary>
    public IList<TierOverrides>? Tiers { get; set; }

    /// <summary>To which tier a boundary belongs that two claim (CV-07): <c>Milder</c> or <c>Harsher</c>.</summary>
    public string? Boundary { get; set; }

    /// <summary>How tiers of a month's total are read (RF-96): <c>WholeMonth</c>, <c>EachAtItsTier</c> or <c>EachAtReachedTier</c>.</summary>
    public string? MonthTotal { get; set; }

    /// <summary>Whether everything due at one instant is one occurrence (RF-92).</summary>
    public bool? OncePerDueInstant { get; set; }

    /// <summary>In which days lateness is measured (CV-13): <c>CivilDays</c> or <c>WorkingDays</c>.</summary>
    public string? Lateness { get; set; }

    /// <summary>What becomes of earlier months' amounts (RF-97): <c>ComesBack</c> or <c>Stands</c>.</summary>
    public string? EarlierAmount { get; set; }

    /// <summary>The least somebody may decide.</summary>
    public string? Least { get; set; }

    /// <summary>The most somebody may decide.</summary>
    public string? Most { get; set; }

    /// <summary>The time nodes a miss of which is sanctioned always, for example every telling node (RF-91, RF-93).</summary>
    public IList<string>? Nodes { get; set; }
}

/// <summary>One tier.</summary>
public sealed class TierOverrides
{
    /// <summary>The last number of it; none for the last tier.</summary>
    public int? UpTo { get; set; }

    /// <summary>What it costs; none where it takes the month's performance pay.</summary>
    public string? Amount { get; set; }
}

/// <summary>Changes of one reward.</summary>
public sealed class RewardOverrides
{
    /// <summary>The least somebody may decide.</summary>
    public string? Least { get; set; }

    /// <summary>The most somebody may decide.</summary>
    public string? Most { get; set; }
}
