namespace ClientTracking.Numbering;

/// <summary>How long one run of serials (流水号) lasts before it starts again at the first serial.</summary>
public enum ResetPeriod
{
    /// <summary>Every civil day (按日), as RF-13 has it.</summary>
    Day,

    /// <summary>Every calendar month (按月).</summary>
    Month,

    /// <summary>Every calendar year (按年).</summary>
    Year,

    /// <summary>Never (不重置): one run for ever.</summary>
    Never,
}
