using NodaTime;

namespace ClientTracking.CrashHost;

/// <summary>The morning of 19 June 2014, going on from there; or long after, when everything that was owed then is overdue.</summary>
public sealed class HostClock : IClock
{
    private static readonly Instant Morning = Instant.FromUtc(2014, 6, 19, 1, 0);

    /// <summary>When everything is overdue.</summary>
    public static readonly Instant Later = Instant.FromUtc(2014, 9, 1, 1, 0);

    /// <summary>Whether it is later.</summary>
    public bool IsLater { get; set; }

    /// <summary>Processes that follow each other go on in the same minutes of an hour: commands name their instants in order.</summary>
    public Instant GetCurrentInstant() =>
        IsLater ? Later : Morning + Duration.FromMilliseconds(SystemClock.Instance.GetCurrentInstant().ToUnixTimeMilliseconds() % 20_000_000_000 / 1000);
}
