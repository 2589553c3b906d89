namespace ClientTracking.Requirements;

/// <summary>The roles of the requirement regulation (RF-01 to RF-06).</summary>
public static class RequirementRoles
{
    /// <summary>The decision board (决策组, RF-01).</summary>
    public static Role DecisionBoard { get; } = new("DecisionBoard");

    /// <summary>The promotion department (推广部, RF-02).</summary>
    public static Role Promotion { get; } = new("Promotion");

    /// <summary>The requirement collector of the information department (需求收集人, RF-03).</summary>
    public static Role Collector { get; } = new("Collector");

    /// <summary>IT (RF-04).</summary>
    public static Role IT { get; } = new("IT");

    /// <summary>The product manager of the planning department (产品经理, RF-05).</summary>
    public static Role ProductManager { get; } = new("ProductManager");

    /// <summary>Whoever filed the report (填表人, RF-06).</summary>
    public static Role Reporter { get; } = new("Reporter");
}
