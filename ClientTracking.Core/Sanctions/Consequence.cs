namespace ClientTracking.Sanctions;

/// <summary>What follows from a miss besides money and points.</summary>
public enum Consequence : byte
{
    /// <summary>Published within the company (通报).</summary>
    Published,

    /// <summary>A reprimand (警告).</summary>
    Reprimand,

    /// <summary>A demerit (记过).</summary>
    Demerit,

    /// <summary>A major demerit (记大过).</summary>
    MajorDemerit,

    /// <summary>A proposal to dismiss (建议辞退).</summary>
    DismissalProposal,

    /// <summary>Legal liability is pursued (追究法律责任).</summary>
    LegalLiability,

    /// <summary>The client is moved to another department's employee (客户移交).</summary>
    ClientMoved,
}
