namespace ClientTracking.Obligations;

/// <summary>What became of an obligation. Overdue is not a status: an open obligation is overdue once its due instant has passed.</summary>
public enum ObligationStatus
{
    /// <summary>Still owed, its clock running (未完成).</summary>
    Open,

    /// <summary>Still owed, but a pause holds the clock, so nothing can fall due (已中止). A pause after the due instant holds nothing: then it stays open.</summary>
    Paused,

    /// <summary>Done, in time or late (已完成).</summary>
    Fulfilled,

    /// <summary>Forgiven by somebody entitled to (已豁免).</summary>
    Waived,

    /// <summary>No longer owed because what it belonged to ended or changed (已取消).</summary>
    Cancelled,
}
