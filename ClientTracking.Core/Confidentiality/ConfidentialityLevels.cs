namespace ClientTracking.Confidentiality;

/// <summary>How levels compare.</summary>
public static class ConfidentialityLevels
{
    /// <summary>Whether the level is one of the three of the regime (CL-01): TopSecret, Secret or Confidential.</summary>
    public static bool IsSecrecy(this ConfidentialityLevel level) =>
        level is ConfidentialityLevel.TopSecret or ConfidentialityLevel.Secret or ConfidentialityLevel.Confidential;

    /// <summary>Whether the level is the other one or a higher one.</summary>
    public static bool IsAtLeast(this ConfidentialityLevel level, ConfidentialityLevel other) => level <= other;

    /// <summary>The higher of two levels; when several defaults match, the highest wins (CL-02).</summary>
    public static ConfidentialityLevel Or(this ConfidentialityLevel level, ConfidentialityLevel other) => level < other ? level : other;
}
