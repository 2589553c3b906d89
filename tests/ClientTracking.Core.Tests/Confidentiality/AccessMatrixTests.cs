using ClientTracking.Confidentiality;
using NodaTime;

namespace ClientTracking.Core.Tests.Confidentiality;

/// <summary>The whole matrix, level by who by action, worked out by hand from CL-04 to CL-12.</summary>
/// <remarks>
/// F find, H header, R read, C copy, G grant, V review a copy, A approve a copy, W review a loan, P approve a loan, L change the level, K continue,
/// M name the manager, U appoint a custodian, X report a leak. Nobody reviews: the published rules ask for no review.
/// </remarks>
public sealed class AccessMatrixTests
{
    private const string Letters = "FHRCGVAWPLKMUX";

    private static readonly AccessAction[] Actions =
    [
        AccessAction.Find, AccessAction.ReadHeader, AccessAction.Read, AccessAction.Copy, AccessAction.Grant, AccessAction.ReviewCopy, AccessAction.ApproveCopy,
        AccessAction.ReviewLoan, AccessAction.ApproveLoan, AccessAction.ChangeLevel, AccessAction.Continue, AccessAction.NameManager, AccessAction.AppointCustodian, AccessAction.ReportLeak,
    ];

    private static readonly string[] Everybody =
    [
        "president", "vice", "gm", "head", "other-head", "manager", "participant", "drafter", "custodian",
        "named-by-vice", "named-by-manager", "named-by-head", "named-by-stranger", "lapsed", "stranger",
    ];

    private static readonly Instant Over = Company.Now, Later = Company.Now + Duration.FromMilliseconds(1);

    private static readonly AccessFields Record = new(Company.Contract)
    {
        Department = "design",
        ManagerInCharge = Company.Person("manager"),
        Drafter = Company.Person("drafter"),
        Custodian = Company.Person("custodian"),
        Participants = [Company.Person("participant")],
        Grants =
        [
            new(Company.Person("named-by-vice"), Company.Person("vice"), Later),
            new(Company.Person("named-by-manager"), Company.Person("manager"), Later),
            new(Company.Person("named-by-head"), Company.Person("head"), Later),
            new(Company.Person("named-by-stranger"), Company.Person("stranger"), Later),
            new(Company.Person("lapsed"), Company.Person("president"), Over),
        ],
        Holdings =
        [
            new(Company.Person("participant"), HandOutForm.Copy),
            new(Company.Person("named-by-vice"), HandOutForm.Copy),
            new(Company.Person("manager"), HandOutForm.Loan),
        ],
    };

    public static readonly TheoryData<string, string> Published = new()
    {
        { "TopSecret", "FHRGAPLKMUX FHRGAPLKMUX UX FHKX X X X FHX FHX FHRCX X X X X X" },
        { "Secret", "FHRGAPLKMUX FHRGAPLKMUX APUX FHLKX X FHRGMX X FHX FHX FHRCX FHRX X X X X" },
        { "Confidential", "FHRGAPLKMUX FHRGAPLKMUX FAPUX FHGLKX FX FHGMX FHRCX FHX FHX FHRCX FHRX FHRX FX FX FX" },
        { "Internal", "FHRCLX FHRCLX FHRCX FHRCLX FHRCX FHRCX FHRCX FHRCX FHRCX FHRCX FHRCX FHRCX FHRCX FHRCX FHRCX" },
        { "Public", "FHRCLX FHRCLX FHRCX FHRCLX FHRCX FHRCX FHRCX FHRCX FHRCX FHRCX FHRCX FHRCX FHRCX FHRCX FHRCX" },
        { "TopSecret, term over", "FHRCLX FHRCLX FHRCX FHRCLX FHRCX FHRCX FHRCX FHRCX FHRCX FHRCX FHRCX FHRCX FHRCX FHRCX FHRCX" },
        { "not marked", "FHRCLX FHRCLX X LX X X X X X X X X X X X" },
        { "not marked, kind outside the regime", "FHRCLX FHRCLX FHRCX FHRCLX FHRCX FHRCX FHRCX FHRCX FHRCX FHRCX FHRCX FHRCX FHRCX FHRCX FHRCX" },
    };

    public static readonly TheoryData<string, string> ByTheLetter = new()
    {
        { "TopSecret", "FHRGAPLKMUX FHRGAPLKMUX UX FHKX X X X FHX FHX FHRCX X X X X X" },
        { "Secret", "FHRAPLKMUX FHRAPLKMUX APUX FHLKX X FHRGMX X FHX FHX X FHRX X X X X" },
        { "Confidential", "FHRAPLKMUX FHRAPLKMUX FAPUX FHGLKX FX FHX FHRCX FHX FHX FX FX FHRX FX FX FX" },
    };

    [Fact]
    public void The_matrix_has_every_action_and_every_level()
    {
        Assert.Equal(Enum.GetValues<AccessAction>(), Actions.Order());
        Assert.Subset(Published.Select(row => row.Data.Item1).ToHashSet(), Enum.GetNames<ConfidentialityLevel>().ToHashSet());
    }

    [Theory, MemberData(nameof(Published)), Trait("rule", "CL-04")]
    public void CL_04_to_CL_12_the_matrix_of_level_who_and_action(string record, string expected) => Check(Company.Policy, record, expected);

    [Theory, MemberData(nameof(ByTheLetter)), Trait("rule", "CL-04")]
    public void CL_04_the_same_matrix_by_the_letter(string record, string expected) =>
        Check(new(Company.Under(ConfidentialityRegulation.Strict)), record, expected);

    private static AccessFields Leveled(string level) => Record with { Level = Enum.Parse<ConfidentialityLevel>(level) };

    private static void Check(AccessPolicy policy, string name, string expected)
    {
        var record = name switch
        {
            "not marked" => Record,
            "not marked, kind outside the regime" => new AccessFields(Company.Note) { Department = "design" },
            "TopSecret, term over" => Record with { Level = ConfidentialityLevel.TopSecret, DeclassifiesAt = Over },
            _ => Leveled(name),
        };
        Assert.Equal(
            Everybody.Zip(expected.Split(' '), (who, may) => $"{who} {may}"),
            Everybody.Select(who => $"{who} {string.Concat(Actions.Where(action => policy.Decide(Company.Who(who), record, action, Company.Now).IsAllowed)
                .Select(action => Letters[Array.IndexOf(Actions, action)]))}"));
    }

    [Theory]
    [InlineData("president", "TopSecret", "CL-04", "access.open.leadership")]
    [InlineData("manager", "Secret", "CL-04", "access.open.manager-in-charge")]
    [InlineData("participant", "Confidential", "CL-04", "access.open.participant")]
    [InlineData("named-by-head", "Confidential", "CL-05", "access.open.granted")]
    [InlineData("stranger", "Internal", "CL-01", "access.open.everyone")]
    [InlineData("stranger", "Confidential", "CL-04", "access.closed.not-concerned")]
    [InlineData("drafter", "Secret", "CL-05", "access.closed.header-only")]
    [InlineData("lapsed", "TopSecret", "CL-05", "access.closed.grant-over")]
    public void The_decision_names_the_rule_that_opened_or_closed_it(string who, string level, string rule, string code)
    {
        var decision = Company.Policy.Decide(Company.Who(who), Leveled(level), AccessAction.Read, Company.Now);
        Assert.Equal((rule, code), (decision.Rule.Value, decision.Code));
        Assert.StartsWith(rule, decision.Describe(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("drafter", "access.closed.header-only")]
    [InlineData("stranger", "access.refused")]
    public void A_refusal_says_no_more_than_the_refused_may_know(string who, string code)
    {
        var record = Record with { Level = ConfidentialityLevel.Secret };
        var decision = Company.Policy.Decide(Company.Who(who), record, AccessAction.Read, Company.Now);
        Assert.Equal(code, decision.ToDenied(Company.Policy.VisibilityOf(Company.Who(who), record, Company.Now)).Code);
    }

    [Fact]
    public void Absent_facts_close()
    {
        var bare = new AccessFields(Company.Contract) { Level = ConfidentialityLevel.Secret };
        var nobody = new Reader(new Actor(Company.Person("president"), null), Organization.Empty);
        var nowhere = new Reader(new Actor(Company.Person("head"), null), new(new Office(Company.Person("head"), Rank.DepartmentHead)));
        Assert.All(Everybody.Skip(2), who => Assert.False(Company.MayRead(who, bare)));
        Assert.False(Company.Policy.Decide(nobody, bare, AccessAction.Read, Company.Now).IsAllowed);
        Assert.Equal(Visibility.Hidden, Company.Policy.VisibilityOf(nowhere, bare, Company.Now));
        Assert.Throws<ArgumentException>(() => new Reader(new Actor(default, null), Company.Offices));
    }
}
