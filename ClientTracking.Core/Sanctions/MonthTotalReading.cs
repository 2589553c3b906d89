namespace ClientTracking.Sanctions;

/// <summary>How tiers of a month's total are read (RF-96).</summary>
public enum MonthTotalReading : byte
{
    /// <summary>The tier reached is the price of the whole month and replaces the lower one; the default.</summary>
    WholeMonth,

    /// <summary>Each occurrence costs the rate of the tier it falls in.</summary>
    EachAtItsTier,

    /// <summary>Each occurrence of the month costs the rate of the tier the month has reached.</summary>
    EachAtReachedTier,
}
