using NodaTime;

namespace ClientTracking.Time;

/// <summary>The precision of every instant the engine keeps: whole milliseconds, the most MongoDB stores.</summary>
internal static class Precision
{
    /// <summary>The instant cut to its millisecond, towards the past.</summary>
    internal static Instant CutToMilliseconds(this Instant instant) => Instant.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());
}
