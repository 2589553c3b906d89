using NodaTime;

namespace ClientTracking.Tracking;

internal static class InstantPrecision
{
    /// <summary>Cuts an instant to whole milliseconds, towards the past: no store keeps more.</summary>
    public static Instant ToMillisecond(this Instant instant) => Instant.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());
}
