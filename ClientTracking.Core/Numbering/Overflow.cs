namespace ClientTracking.Numbering;

/// <summary>What happens when a serial needs more digits than the template shows (RF-13).</summary>
public enum Overflow
{
    /// <summary>The number gets longer (加宽): 100 follows 99. No document is lost.</summary>
    Widen,

    /// <summary>The document is refused (拒绝) with a clear error.</summary>
    Refuse,
}
