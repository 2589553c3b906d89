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

    /// <summary>What repetition within a calendar month multiplies (CF-15).</summary>
    public RepetitionOverrides? Repetition { get; set; }

    /// <summary>The appraisal points each occurrence costs.</summary>
    public PointOverrides? Points { get; set; }
}

/// <summary>From which occasion of a calendar month on a fine is multiplied.</summary>
public sealed class RepetitionOverrides
{
    /// <summary>The first occasion that is multiplied, 1 or more; needed where the regulation has no repetition.</summary>
    public int? From { get; set; }

    /// <summary>By what; where the regulation says nothing, 2. With 1 the sanction is neither multiplied nor counted.</summary>
    public int? Factor { get; set; }

    /// <summary>Occasions of all sanctions of one group are counted together; where the regulation says nothing, the sanction counts alone.</summary>
    public string? Group { get; set; }

    /// <summary>The id of the rule that says so; where the regulation says nothing, that of the sanction.</summary>
    public string? Rule { get; set; }
}

/// <summary>Appraisal points; a person decides where the ends differ. One end alone is both where the regulation has no points; 0 and 0: none.</summary>
public sealed class PointOverrides
{
    /// <summary>The fewest.</summary>
    public int? Least { get; set; }

    /// <summary>The most.</summary>
    public int? Most { get; set; }
}

/// <summary>One tier.</summary>
public sealed class TierOverrides
{
    /// <summary>The last number of it; none for the last tier.</summary>
    public int? UpTo { get; set; }

    /// <summary>What it costs; none where it takes the month's performance pay.</summary>
    public string? Amount { get; set; }
}

/// <summary>Changes of one reward; what does not belong to its shape is refused.</summary>
public sealed class RewardOverrides
{
    /// <summary>The least somebody may decide.</summary>
    public string? Least { get; set; }

    /// <summary>The most somebody may decide.</summary>
    public string? Most { get; set; }

    /// <summary>The appraisal points for each working day early (RF-A5).</summary>
    public int? PointsEach { get; set; }
}

/// <summary>Changes of the terms of waiver and appeal, each in the notation of deadlines, for example <c>5wd</c>.</summary>
public sealed class ReviewOverrides
{
    /// <summary>From when the person was told of the fine to the appeal.</summary>
    public string? AppealWithin { get; set; }

    /// <summary>From the appeal to the decision on it.</summary>
    public string? DecideWithin { get; set; }

    /// <summary>From when the person was told of the fine to a waiver without appeal.</summary>
    public string? WaiveWithin { get; set; }
}
