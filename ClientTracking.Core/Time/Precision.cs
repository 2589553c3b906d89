using NodaTime;

namespace ClientTracking.Time;

/// <summary>The precision of every instant the engine keeps: whole milliseconds, the most MongoDB stores.</summary>
internal static class Precision
{
    /// <summary>The instant cut to its millisecond, towards the past.</summary>
    internal static Instant CutToMilliseconds(this Instant instant)
    {
        var excess = (instant - NodaConstants.UnixEpoch).NanosecondOfDay % NodaConstants.NanosecondsPerMillisecond;
        // Before 1970 the time of day is negative, and the past lies the other way.
        return excess == 0 ? instant : instant.PlusNanoseconds(excess < 0 ? -excess - NodaConstants.NanosecondsPerMillisecond : -excess);
    }
}
