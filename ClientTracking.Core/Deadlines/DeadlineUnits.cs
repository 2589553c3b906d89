namespace ClientTracking.Deadlines;

/// <summary>Which parts of a rule go with which unit, and how units are written.</summary>
internal static class DeadlineUnits
{
    private const DeadlineUnit FirstCounted = DeadlineUnit.Minutes;

    // In the order of DeadlineUnit, from Minutes on.
    private static readonly string[] Symbols = ["min", "h", "wmin", "wh", "wd", "d", "mo", "y"];

    internal static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>Whether the unit has an amount, which can be multiplied.</summary>
    internal static bool IsCounted(this DeadlineUnit unit) => unit is >= DeadlineUnit.Minutes and <= DeadlineUnit.Years;

    internal static bool IsElapsed(this DeadlineUnit unit) => unit is DeadlineUnit.Minutes or DeadlineUnit.Hours;

    internal static bool EndsOnDay(this DeadlineUnit unit) => unit is DeadlineUnit.SameDay or >= DeadlineUnit.WorkingDays;

    internal static bool MayEndOnOffDay(this DeadlineUnit unit) => unit >= DeadlineUnit.Days;

    internal static RollRule DefaultRoll(this DeadlineUnit unit) => unit switch
    {
        DeadlineUnit.Days or DeadlineUnit.Months or DeadlineUnit.Years => RollRule.Next,
        DeadlineUnit.Weekday => RollRule.Previous,
        _ => RollRule.None,
    };

    /// <summary>The letters after the amount.</summary>
    internal static string Symbol(this DeadlineUnit unit) => Symbols[unit - FirstCounted];

    internal static bool TryRead(ReadOnlySpan<char> symbol, out DeadlineUnit unit)
    {
        for (var i = 0; i < Symbols.Length; i++)
        {
            if (!symbol.SequenceEqual(Symbols[i])) continue;
            unit = FirstCounted + (byte)i;
            return true;
        }

        unit = default;
        return false;
    }
}
