namespace ClientTracking.Priorities;

/// <summary>How far the work on an item has come; RF-56.</summary>
public enum ItemStage
{
    /// <summary>Not started.</summary>
    Waiting,

    /// <summary>In hand (在手): a worker is at it.</summary>
    InHand,

    /// <summary>In hand, but standing still with its worker for an A. An item that is raised to A itself waits like any other A.</summary>
    Interrupted,
}
