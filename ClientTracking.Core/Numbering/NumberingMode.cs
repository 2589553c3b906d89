namespace ClientTracking.Numbering;

/// <summary>Whether the serials of a period may have gaps. They are unique either way.</summary>
public enum NumberingMode
{
    /// <summary>No gaps (连号), also when commits fail: the serial is taken in the commit that uses it; writers queue.</summary>
    GapFree,

    /// <summary>Gaps allowed (可跳号): the serial is taken beforehand; writers do not queue; the ledger says why one is missing.</summary>
    GapsAllowed,
}
