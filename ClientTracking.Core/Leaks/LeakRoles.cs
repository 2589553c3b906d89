namespace ClientTracking.Leaks;

/// <summary>The roles of CL-10 and CL-13.</summary>
public static class LeakRoles
{
    /// <summary>Who discovered a leak; anybody.</summary>
    public static Role Discoverer { get; } = new("LeakDiscoverer");

    /// <summary>The head office's leadership (总公司领导), to whom leaks are reported and who finds what people did.</summary>
    public static Role Leadership { get; } = new("HeadOfficeLeadership");
}
