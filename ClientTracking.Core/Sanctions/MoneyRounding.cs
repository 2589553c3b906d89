namespace ClientTracking.Sanctions;

/// <summary>What becomes of a part of a fen (舍入).</summary>
public enum MoneyRounding : byte
{
    /// <summary>Dropped, towards zero (舍去): of a deduction, in favour of who pays it. The default everywhere.</summary>
    Down,

    /// <summary>To the nearest fen, half a fen away from zero (四舍五入).</summary>
    HalfUp,

    /// <summary>To the nearest fen, half a fen to the even one (四舍六入五成双).</summary>
    HalfEven,

    /// <summary>Up to a whole fen, away from zero (进一).</summary>
    Up,
}
