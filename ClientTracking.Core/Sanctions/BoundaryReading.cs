namespace ClientTracking.Sanctions;

/// <summary>To which of two adjoining tiers a boundary belongs that both claim (CV-07).</summary>
public enum BoundaryReading : byte
{
    /// <summary>To the one that is better for the person fined; the default.</summary>
    Milder,

    /// <summary>To the one that is worse.</summary>
    Harsher,
}
