using System.Runtime.Intrinsics;

namespace ClientTracking.Time;

/// <summary>Two stretches of working time within a UTC day, in nanoseconds; an unused one has no length.</summary>
/// <param name="Start">When they start.</param>
/// <param name="Length">How long they are.</param>
/// <param name="After">The working time of the day before them; as much leads into or beyond them.</param>
/// <param name="Gap">The time off between the stretch before, or midnight, and them.</param>
internal readonly record struct Stretches(Vector128<long> Start, Vector128<long> Length, Vector128<long> After, Vector128<long> Gap)
{
    /// <summary>How much of them has passed at a time of the day.</summary>
    internal Vector128<long> Until(Vector128<long> time) => Vector128.Min(Vector128.Max(time - Start, Vector128<long>.Zero), Length);

    /// <summary>Not zero where a time of the day lies in one of them.</summary>
    internal Vector128<long> Contain(Vector128<long> time) =>
        Vector128.GreaterThanOrEqual(time - Start, Vector128<long>.Zero) & Vector128.LessThan(time - Start, Length);

    /// <summary>The time off before a working time of the day is reached.</summary>
    internal Vector128<long> Off(Vector128<long> worked) => Vector128.GreaterThanOrEqual(worked, After) & Gap;
}
