namespace ClientTracking.Priorities;

/// <summary>Why an item has its place in the order (RF-55, RF-56).</summary>
public enum PlaceReason
{
    /// <summary>A's come first, by decision.</summary>
    GradeA,

    /// <summary>What is in hand comes after the A's, by grade, then decision.</summary>
    InHand,

    /// <summary>B's come right after what is in hand, by decision.</summary>
    GradeB,

    /// <summary>A C stands where its position puts it, but not before an A.</summary>
    Position,

    /// <summary>A C without position comes after the B's, by decision.</summary>
    GradeC,

    /// <summary>D's come at the end, by decision.</summary>
    GradeD,
}
