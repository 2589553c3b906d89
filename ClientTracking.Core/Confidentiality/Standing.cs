namespace ClientTracking.Confidentiality;

/// <summary>What somebody is to a record; rules name the standings that open it. President and vice presidents need no other (CL-04).</summary>
[Flags]
public enum Standing
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>President or vice president of the head office.</summary>
    Leadership = 1,

    /// <summary>The manager in charge of that work (分管经理), named on the record.</summary>
    ManagerInCharge = 1 << 1,

    /// <summary>A participant of the record (当事人).</summary>
    Participant = 1 << 2,

    /// <summary>Named for the record by somebody who may still name people for it (CL-05).</summary>
    Granted = 1 << 3,

    /// <summary>Of the record's minimum rank: in the record's department, or over the whole company (PT-09).</summary>
    MinimumRank = 1 << 4,

    /// <summary>Handles records of the kind by role, under the duty of secrecy (PT-09).</summary>
    Handler = 1 << 5,

    /// <summary>Holds a copy, a loan or a permission to read that was approved and not returned.</summary>
    Holder = 1 << 6,

    /// <summary>Holds a copy that was approved and not returned.</summary>
    CopyHolder = 1 << 7,

    /// <summary>Head of the department that drafted the record.</summary>
    DepartmentHead = 1 << 8,

    /// <summary>General manager of the company that holds the record.</summary>
    GeneralManager = 1 << 9,

    /// <summary>Drafted the record.</summary>
    Drafter = 1 << 10,

    /// <summary>Has custody of the record.</summary>
    Custodian = 1 << 11,

    /// <summary>May review or approve a copy or loan that somebody has asked for.</summary>
    Approver = 1 << 12,

    /// <summary>Anybody of the tenant.</summary>
    Everyone = 1 << 13,
}
