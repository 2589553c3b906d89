using System.Runtime.CompilerServices;

namespace ClientTracking.Time;

/// <summary>A part of a UTC day, with the only stretch of working time that touches it, in nanoseconds; none has no length.</summary>
/// <param name="Start">When the stretch starts.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Until">The working time of the day up to its end.</param>
internal readonly record struct DayPart(long Start, long Length, long Until)
{
    /// <summary>The working time of the day up to a time in this part; the signs select, so that nothing has to be guessed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal long WorkedUntil(long time)
    {
        var passed = time - Start;
        passed &= ~(passed >> 63);
        var missing = passed - Length;
        return Until + (missing & (missing >> 63));
    }

    internal bool IsWorking(long time) => (ulong)(time - Start) < (ulong)Length;
}
