namespace ClientTracking.Requirements;

/// <summary>The roles of the requirement regulation (RF-01 to RF-06, RF-60 to RF-65, RF-80).</summary>
public static class RequirementRoles
{
    /// <summary>The decision board (决策组, RF-01).</summary>
    public static Role DecisionBoard { get; } = new("DecisionBoard");

    /// <summary>The promotion department (推广部, RF-02).</summary>
    public static Role Promotion { get; } = new("Promotion");

    /// <summary>The information department (资讯部, RF-03).</summary>
    public static Role Information { get; } = new("Information");

    /// <summary>The requirement collector of the information department (需求收集人, RF-03).</summary>
    public static Role Collector { get; } = new("Collector");

    /// <summary>IT (RF-04).</summary>
    public static Role IT { get; } = new("IT");

    /// <summary>The head of IT, told of everything that is to be built (RF-34).</summary>
    public static Role ITHead { get; } = new("ITHead");

    /// <summary>Who reproduces bugs and verifies fixes (测试, RF-61, RF-63).</summary>
    public static Role Tester { get; } = new("Tester");

    /// <summary>Who fixes bugs (开发, RF-62).</summary>
    public static Role Developer { get; } = new("Developer");

    /// <summary>The planning department (策划部, RF-05).</summary>
    public static Role Planning { get; } = new("Planning");

    /// <summary>The product manager of the planning department (产品经理, RF-05).</summary>
    public static Role ProductManager { get; } = new("ProductManager");

    /// <summary>Whoever filed the report (填表人, RF-06).</summary>
    public static Role Reporter { get; } = new("Reporter");

    /// <summary>A general manager (总经理), who owes no report (RF-06).</summary>
    public static Role GeneralManager { get; } = new("GeneralManager");

    /// <summary>The applicant's direct leader (直属领导, RF-80).</summary>
    public static Role DirectLeader { get; } = new("DirectLeader");

    /// <summary>The head of the applicant's department (部门负责人, RF-80).</summary>
    public static Role DepartmentHead { get; } = new("DepartmentHead");

    /// <summary>The general manager's office (总经办), whose signature is the board's approval (RF-80).</summary>
    public static Role GeneralOffice { get; } = new("GeneralOffice");

    /// <summary>Who answers for personal data (个人信息保护负责人, 个人信息保护法第五十二条).</summary>
    public static Role PersonalInformationOfficer { get; } = new("PersonalInformationOfficer");
}
