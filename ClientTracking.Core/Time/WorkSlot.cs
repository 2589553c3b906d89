using System.Runtime.CompilerServices;

namespace ClientTracking.Time;

/// <summary>A slot of the sum of working time, with what is to be added to a working time in it to get its instant, in nanoseconds.</summary>
/// <param name="Last">The last working time of the stretch the slot begins in.</param>
/// <param name="Off">What is to be added up to there; <see cref="Crowded"/> where more than one stretch begins in the slot.</param>
/// <param name="Gap">How much more beyond it; in a crowded slot the index of the stretch it begins in.</param>
internal readonly record struct WorkSlot(long Last, long Off, long Gap)
{
    internal const long Crowded = -1;

    internal bool IsCrowded => Off == Crowded;

    internal int Stretch => (int)Gap;

    /// <summary>What is to be added to a working time; the sign selects, so that nothing has to be guessed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal long OffAt(long worked) => Off + (Gap & ((Last - worked) >> 63));
}
