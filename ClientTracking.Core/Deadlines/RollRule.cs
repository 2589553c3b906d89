namespace ClientTracking.Deadlines;

/// <summary>Where a deadline goes whose last day is an off-day (CV-04, CV-11).</summary>
public enum RollRule : byte
{
    /// <summary>It stays on the off-day. Text: <c>~none</c>.</summary>
    None,

    /// <summary>顺延: to the next working day; the default of periods in days, months and years (CV-04). Text: <c>~next</c>.</summary>
    Next,

    /// <summary>To the last working day before; the default of weekday rules (CV-11). Text: <c>~previous</c>.</summary>
    Previous,
}
