namespace ClientTracking.Deadlines;

/// <summary>In which days lateness is measured (CV-13).</summary>
public enum LatenessUnit : byte
{
    /// <summary>Calendar days; the default.</summary>
    CivilDays,

    /// <summary>Working days.</summary>
    WorkingDays,
}

/// <summary>How late something is (CV-13).</summary>
/// <param name="Days">Days late; 0 is on time, and late at all is at least 1.</param>
public readonly record struct Lateness(int Days)
{
    /// <summary>Whether it is late at all.</summary>
    public bool IsLate => Days > 0;
}
