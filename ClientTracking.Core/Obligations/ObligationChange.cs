namespace ClientTracking.Obligations;

/// <summary>What happened to an obligation.</summary>
public enum ObligationEvent
{
    /// <summary>It became owed.</summary>
    Opened,

    /// <summary>It was done.</summary>
    Fulfilled,

    /// <summary>Its due instant moved.</summary>
    Moved,

    /// <summary>Somebody was reminded of it before it is due.</summary>
    Reminded,

    /// <summary>Its due instant passed.</summary>
    Overdue,

    /// <summary>Somebody above was told that it is still undone.</summary>
    Escalated,

    /// <summary>It stopped being owed.</summary>
    Cancelled,
}

/// <summary>One step in the life of an obligation, as the journal keeps it: what happened and the obligation afterwards.</summary>
/// <param name="What">What happened.</param>
/// <param name="After">The whole obligation after it.</param>
public sealed record ObligationChange(ObligationEvent What, Obligation After);
