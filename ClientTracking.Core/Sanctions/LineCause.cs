namespace ClientTracking.Sanctions;

/// <summary>Why a line of a statement is there and costs what it costs.</summary>
public enum LineCause : byte
{
    /// <summary>A fixed amount for each occurrence.</summary>
    PerOccurrence,

    /// <summary>The month's total has reached this tier with it.</summary>
    MonthTotal,

    /// <summary>It belongs to a submission that is counted already.</summary>
    SameSubmission,

    /// <summary>So many days late.</summary>
    Lateness,

    /// <summary>A lateness of an earlier month has grown.</summary>
    Growth,

    /// <summary>The same delay is charged by a higher amount.</summary>
    SameDelay,

    /// <summary>A person decided the amount.</summary>
    Decided,

    /// <summary>A person still has to decide.</summary>
    AwaitsDecision,

    /// <summary>Not corrected in spite of the order: the same fine again.</summary>
    NotCorrected,

    /// <summary>Waived.</summary>
    Waived,

    /// <summary>A credit: an earlier month's amount comes back because the lateness has grown into a forfeiture.</summary>
    EarlierAmount,

    /// <summary>A correction of a closed month.</summary>
    Correction,

    /// <summary>Balances the lines: no more than the performance pay.</summary>
    Cap,

    /// <summary>Balances the lines: the whole performance pay.</summary>
    Forfeiture,
}
