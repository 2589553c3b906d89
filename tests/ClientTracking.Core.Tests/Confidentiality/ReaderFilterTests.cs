using ClientTracking.Confidentiality;
using CsCheck;
using NodaTime;
using static ClientTracking.Confidentiality.ConfidentialityLevel;

namespace ClientTracking.Core.Tests.Confidentiality;

/// <summary>A store's condition admits exactly what the policy admits.</summary>
public sealed class ReaderFilterTests
{
    private static readonly AccessPolicy[] Policies =
    [
        Company.Policy,
        new(Company.Under(ConfidentialityRegulation.Strict)),
        new(Company.Rules with
        {
            Levels = [.. Company.Rules.Levels.Select(rule => rule with
            {
                Readers = Standing.CopyHolder | Standing.GeneralManager | Standing.DepartmentHead | Standing.Drafter | Standing.Granted,
                Granters = Standing.GeneralManager | Standing.DepartmentHead,
            })],
        }),
    ];

    [Fact, Trait("rule", "CL-12"), Trait("rule", "T40")]
    public void T40_the_filter_admits_exactly_what_the_policy_admits() =>
        Gen.Select(AnyRecord.Reader, AnyRecord.Record, Gen.Int[0, Policies.Length - 1], Gen.Int[0, 5]).Sample((reader, record, which, field) =>
        {
            var policy = Policies[which];
            ConfidentialityLevel? own = field == 0 ? null : (ConfidentialityLevel)field;
            var asked = own is { } level ? record.ForField(level) : record;
            foreach (var action in new[] { AccessAction.Find, AccessAction.ReadHeader, AccessAction.Read })
                Assert.Equal(
                    policy.Decide(reader, asked, action, Company.Now).IsAllowed,
                    policy.FilterFor(reader, action, [.. AnyRecord.Kinds], Company.Now, own).Matches(record));
        }, iter: 6000, print: input =>
            $"{input.Item1.Person} {string.Join(' ', input.Item1.Organization.Offices)} {input.Item2} {string.Join(' ', input.Item2.Grants)} {input.Item3} {input.Item4}");

    [Fact, Trait("rule", "CL-12")]
    public void CL_12_who_reads_sees_the_header_and_who_sees_the_header_finds() =>
        Gen.Select(AnyRecord.Reader, AnyRecord.Record).Sample((reader, record) =>
        {
            AccessAction[] actions = [AccessAction.Find, AccessAction.ReadHeader, AccessAction.Read];
            var may = actions.Select(action => Company.Policy.Decide(reader, record, action, Company.Now).IsAllowed).ToArray();
            Assert.True((may[0] || !may[1]) && (may[1] || !may[2]));
        }, iter: 5000);

    [Theory, Trait("rule", "T41")]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void T41_a_query_at_the_end_of_the_term_finds_the_record(int milliseconds, bool found)
    {
        var record = new AccessFields(Company.Contract) { Level = TopSecret, DeclassifiesAt = Company.Now };
        Assert.Equal(found, Filter("stranger", Company.Now + Duration.FromMilliseconds(milliseconds)).Matches(record));
    }

    [Fact]
    public void A_kind_that_was_not_asked_for_is_not_admitted_and_leadership_needs_no_condition()
    {
        Assert.False(Filter("president", Company.Now).Matches(new(Company.Note)));
        Assert.True(Assert.Single(Filter("president", Company.Now).Kinds).IsUnrestricted);
        Assert.Throws<ArgumentOutOfRangeException>(() => Company.Policy.FilterFor(Company.Who("gm"), AccessAction.Copy, [], Company.Now));
    }

    [Fact]
    public void The_condition_of_somebody_without_an_office_is_short()
    {
        var kind = Assert.Single(Filter("stranger", Company.Now).Kinds);
        Assert.Equal(
            [AccessTest.Everyone, AccessTest.Granted, AccessTest.ManagerInCharge, AccessTest.Granted, AccessTest.Participant, AccessTest.Granted],
            kind.Clauses.Select(clause => clause.Test));
        Assert.Equal([Internal, Public], kind.Clauses[0].Levels);
        Assert.True(kind.Clauses[0].AfterTerm && !kind.Clauses[0].Unmarked);
    }

    private static ReaderFilter Filter(string who, Instant now) => Company.Policy.FilterFor(Company.Who(who), AccessAction.Read, [Company.Contract], now);
}
