namespace ClientTracking.Confidentiality;

/// <summary>What somebody wants to do with a record. The numbers are kept in access logs and never change.</summary>
public enum AccessAction
{
    /// <summary>Learn that it exists.</summary>
    Find = 1,

    /// <summary>See its header.</summary>
    ReadHeader = 2,

    /// <summary>Read its content.</summary>
    Read = 3,

    /// <summary>Copy, excerpt, export, print or download it (CL-06).</summary>
    Copy = 4,

    /// <summary>Name somebody for it, or take that back (CL-05).</summary>
    Grant = 5,

    /// <summary>Review that a copy is made, where the rule asks for a review.</summary>
    ReviewCopy = 6,

    /// <summary>Approve that a copy is made (CL-06, CL-07).</summary>
    ApproveCopy = 7,

    /// <summary>Review that it is lent or shown, where the rule asks for a review.</summary>
    ReviewLoan = 8,

    /// <summary>Approve that it is lent or shown (CL-06, CL-07).</summary>
    ApproveLoan = 9,

    /// <summary>Raise or lower its level, or shorten its term (CL-08).</summary>
    ChangeLevel = 10,

    /// <summary>Order that it stays secret after its term (CL-08).</summary>
    Continue = 11,

    /// <summary>Name another manager in charge (CL-04).</summary>
    NameManager = 12,

    /// <summary>Appoint a custodian (CL-09).</summary>
    AppointCustodian = 13,

    /// <summary>Report a leak or a suspected one (CL-10).</summary>
    ReportLeak = 14,
}
