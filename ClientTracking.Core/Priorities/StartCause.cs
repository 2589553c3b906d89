namespace ClientTracking.Priorities;

/// <summary>What decided when the work on an item starts (RF-56).</summary>
public enum StartCause
{
    /// <summary>It is in hand already.</summary>
    InHand,

    /// <summary>A worker was free at once.</summary>
    AtOnce,

    /// <summary>It is an A and interrupts another item.</summary>
    Interrupts,

    /// <summary>Its worker had to finish another item first.</summary>
    WorkerFree,

    /// <summary>Its worker had to come back from an absence first.</summary>
    WorkerBack,

    /// <summary>It waited for an item it depends on.</summary>
    Dependency,

    /// <summary>It waited for its earliest start.</summary>
    EarliestStart,
}
