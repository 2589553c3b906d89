namespace ClientTracking.Numbering;

/// <summary>What became of a number that was issued.</summary>
public enum NumberUse
{
    /// <summary>Taken, and not yet on a document (已预留).</summary>
    Reserved,

    /// <summary>On a document (已使用).</summary>
    Used,

    /// <summary>On no document any more, or never (作废), for a reason. It is not issued again.</summary>
    Void,
}
