namespace ClientTracking.Obligations;

/// <summary>What happened to an obligation.</summary>
public enum ObligationEvent
{
    /// <summary>It became owed.</summary>
    Opened,

    /// <summary>It was done.</summary>
    Fulfilled,

    /// <summary>Its clock was paused (CV-15).</summary>
    Paused,

    /// <summary>Its clock went on (CV-15).</summary>
    Resumed,

    /// <summary>An approved extension replaced its due instant (CV-16).</summary>
    Extended,

    /// <summary>Another rule applies to it.</summary>
    Retargeted,

    /// <summary>It was counted again on another calendar.</summary>
    Recalculated,

    /// <summary>Somebody else owes it now.</summary>
    Reassigned,

    /// <summary>Somebody was reminded of it before it is due.</summary>
    Reminded,

    /// <summary>Its due instant passed.</summary>
    Overdue,

    /// <summary>Somebody above was told that it is still undone.</summary>
    Escalated,

    /// <summary>Somebody entitled to forgave it.</summary>
    Waived,

    /// <summary>It stopped being owed.</summary>
    Cancelled,

    /// <summary>What a mistaken entry had done to it was taken back.</summary>
    Reversed,
}

/// <summary>One step in the life of an obligation, as the journal keeps it: what happened and the obligation afterwards.</summary>
/// <param name="What">What happened.</param>
/// <param name="After">The whole obligation after it.</param>
public sealed record ObligationChange(ObligationEvent What, Obligation After);
