using System.Collections.Immutable;
using ClientTracking.Requirements;
using ClientTracking.Sanctions;
using ClientTracking.Statements;
using NodaTime;

namespace ClientTracking.Samples.Year;

/// <summary>What the last month of the year costs everybody, and whom its last quarter rewards: asked by the board on New Year's Day.</summary>
internal sealed record YearStatements(CompanyStatements Company, QuarterReview Rewards)
{
    public static readonly YearMonth Month = new(2025, 12);
    public static readonly Quarter Quarter = new(2025, 4);

    private static readonly Money Pay = Money.Yuan(3000);
    private static readonly Actor Board = new(new PersonId("决策组长"), "决策组", RequirementRoles.DecisionBoard);

    public static async Task<YearStatements> ReadAsync(YearHost host, YearFigures figures, CancellationToken cancellationToken)
    {
        var collector = new PersonId("收集人");
        ImmutableArray<Payee> payroll =
        [
            .. figures.Reporters().Select(row => row.Reporter).Union(figures.Bugs.Select(bug => bug.State.Reporter)).OrderBy(person => person.Value, StringComparer.Ordinal)
                .Select(person => new Payee(person, "推广部", Pay)),
            new(collector, "资讯部", Pay), new(new PersonId("产品经理"), "策划部", Pay), new(new PersonId("工程师"), "IT", Pay), new(new PersonId("测试员"), "IT", Pay),
        ];
        return new(
            await host.AskAsync(MadeUpYear.End, Board, new GetStatements(Month, payroll), cancellationToken),
            await host.AskAsync(MadeUpYear.End, Board, new GetQuarterAwards(Quarter) { Collectors = [collector] }, cancellationToken));
    }
}
