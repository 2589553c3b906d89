using Bogus;
using ClientTracking.Requirements;

namespace ClientTracking.Samples.Year;

/// <summary>The people of the year, made up from the seed.</summary>
internal sealed class Staff
{
    public Staff(Faker faker)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (names.Count < 40) names.Add(faker.Name.LastName() + faker.Name.FirstName());
        Reporters = [.. names.Select(name => new Actor(new PersonId(name), "推广部", RequirementRoles.Promotion))];
    }

    public Actor[] Reporters { get; }

    public Actor Board { get; } = new(new PersonId("决策组长"), "决策组", RequirementRoles.DecisionBoard);

    public Actor Collector { get; } = new(new PersonId("收集人"), "资讯部", RequirementRoles.Collector);

    public Actor Manager { get; } = new(new PersonId("产品经理"), "策划部", RequirementRoles.ProductManager);

    public Actor Engineer { get; } = new(new PersonId("工程师"), "IT", RequirementRoles.IT, RequirementRoles.Developer);

    public Actor Tester { get; } = new(new PersonId("测试员"), "IT", RequirementRoles.Tester);

    public (Signatory As, Actor Who)[] Signatories { get; } =
    [
        (Signatory.DirectLeader, new(new PersonId("组长"), "IT", RequirementRoles.DirectLeader)),
        (Signatory.DepartmentHead, new(new PersonId("IT主管"), "IT", RequirementRoles.DepartmentHead)),
        (Signatory.GeneralOffice, new(new PersonId("总经办"), "总经办", RequirementRoles.GeneralOffice)),
    ];
}
