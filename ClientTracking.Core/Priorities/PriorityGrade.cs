namespace ClientTracking.Priorities;

/// <summary>How urgent a requirement is (需求分级), most urgent first; RF-55.</summary>
public enum PriorityGrade
{
    /// <summary>A: stop the work in hand and do this first.</summary>
    A = 1,

    /// <summary>B: right after what is now in hand.</summary>
    B,

    /// <summary>C: among the unfinished items, placed by the actual situation.</summary>
    C,

    /// <summary>D: at the end of the present schedule.</summary>
    D,
}
