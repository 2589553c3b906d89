namespace ClientTracking.Confidentiality;

/// <summary>The rank of an office (职级), lowest first. Rank opens a record only where a rule says so (CL-05).</summary>
public enum Rank
{
    /// <summary>No office.</summary>
    Staff,

    /// <summary>A supervisor (主管) of a department.</summary>
    Supervisor,

    /// <summary>The head of a department (部门经理).</summary>
    DepartmentHead,

    /// <summary>
    /// The general manager (总经理) of the company that holds the records; head office has none, a president or vice president acts there.
    /// </summary>
    GeneralManager,

    /// <summary>A vice president: a deputy general manager of the head office (总公司副总经理).</summary>
    VicePresident,

    /// <summary>The president: the general manager of the head office (总公司总经理).</summary>
    President,
}
