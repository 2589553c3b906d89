using ClientTracking.Regulations;
using ClientTracking.Subjects;
using ClientTracking.Time;

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

    /// <summary>What a host changes in a regulation without recompiling, by the regulation's name.</summary>
    public IDictionary<string, RegulationOverrides> Regulations { get; } = new Dictionary<string, RegulationOverrides>(StringComparer.Ordinal);

    /// <summary>Makes the identities of new subjects; default: UUID version 7.</summary>
    internal Func<Guid> NewId { get; set; } = Guid.CreateVersion7;

    internal IList<KindDefinition> Kinds { get; } = [];

    internal IList<Regulation> BaseRegulations { get; } = [];

    internal Func<TenantId, WorkCalendar>? CalendarOf { get; set; }
}
