using ClientTracking.Deadlines;
using ClientTracking.Sanctions;

namespace ClientTracking.Requirements;

/// <summary>The readings RF-90 to RF-97 and RF-A1 to RF-A5 leave open; the defaults are the regulation's.</summary>
public sealed record RequirementSanctionOptions
{
    /// <summary>The defaults.</summary>
    public static RequirementSanctionOptions Default { get; } = new();

    /// <summary>RF-91 and RF-93: whether every telling node is sanctioned, not only those that announce a change.</summary>
    public bool EveryTelling { get; init; }

    /// <summary>RF-92: whether one weekly submission is one occurrence, whatever number of items it has.</summary>
    public bool OncePerSubmission { get; init; }

    /// <summary>RF-96: whether the tier of a month's total is the price of the month or of each occurrence.</summary>
    public MonthTotalReading MonthTotals { get; init; }

    /// <summary>RF-92 to RF-94, CV-07: to which tier a boundary belongs that two claim. RF-95 leaves none in doubt.</summary>
    public BoundaryReading Boundary { get; init; }

    /// <summary>RF-95, CV-13: in which days lateness is measured.</summary>
    public LatenessUnit Lateness { get; init; }

    /// <summary>RF-97: what becomes of the earlier amount when a lateness grows into a forfeiture.</summary>
    public EarlierAmount Earlier { get; init; }

    /// <summary>RF-A4: whether a miss of RF-92 or RF-93 bars the award.</summary>
    public bool MissesBarNoOmission { get; init; }

    /// <summary>RF-A4: by how much the suggestion grows with each requirement or bug handled.</summary>
    public Money SuggestedEach { get; init; } = Money.Yuan(5);

    /// <summary>RF-A5: appraisal points for each working day early.</summary>
    public int PointsEach { get; init; } = 1;
}
