using ClientTracking.Regulations;

namespace ClientTracking.Tracking;

/// <summary>What a host can set, in code or in the configuration section it binds. All faults are reported together at start.</summary>
public sealed class ClientTrackingOptions
{
    /// <summary>How much later than it happened something may be entered and still be judged by when it happened; default zero: entering decides.</summary>
    public TimeSpan BackdatingAllowance { get; set; }

    /// <summary>How often a notice is handed to the host before it is set aside; default 10.</summary>
    public int DeliveryAttempts { get; set; } = 10;

    /// <summary>How long the background work rests when nothing wakes it; default 10 seconds.</summary>
    public TimeSpan BackgroundInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How late a notice may be sent before <see cref="TrackingHealthCheck"/> calls the host degraded; default 5 minutes.</summary>
    public TimeSpan AllowedLag { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>What a host changes in a regulation without recompiling, by the regulation's name.</summary>
    public IDictionary<string, RegulationOverrides> Regulations { get; } = new Dictionary<string, RegulationOverrides>(StringComparer.Ordinal);
}
