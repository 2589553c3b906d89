using ClientTracking.Core.Tests.Requirements;
using ClientTracking.Core.Tests.Tracking;
using ClientTracking.Requirements;
using ClientTracking.Sanctions;
using ClientTracking.Statements;
using NodaTime;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Core.Tests.Statements;

/// <summary>What the board asks and does about the statements of June and July 2014.</summary>
internal static class StatementStory
{
    public static readonly YearMonth June = new(2014, 6), July = new(2014, 7);

    public static readonly Money Pay = Money.Yuan(3000);

    public static readonly PersonId Collecting = new("陈小美"), Managing = new("产品"), Building = new("开发"), Reporting = new("李小四"), Board = new("王总");

    public static TestHost AsBoard(this TestHost host) => host.As(Board.Value, DecisionBoard);

    public static async Task<MonthlyStatement> Statement(this TestHost host, PersonId person, YearMonth month) =>
        (await host.AsBoard().Ask(new GetStatement(person, month, Pay))).Statement;

    public static Task<ClosedMonth> Close(this TestHost host, PersonId person, YearMonth month) => host.AsBoard().Send(new CloseMonth(person, month, Pay));

    /// <summary>Heard and reported on Thursday, registered on Friday an hour after RF-31's noon.</summary>
    public static async Task RegisteredLate(this TestHost host, int count)
    {
        var reported = new List<SubjectId>();
        for (var i = 0; i < count; i++) reported.Add(await host.At("2014-06-19 09:00").Reported());
        foreach (var id in reported) await host.At("2014-06-20 13:00").As(Collecting.Value, Collector).Send(new RegisterRequirement(id, "病友圈"));
    }

    /// <summary>Promised for a day, handed over and delivered at these instants; the collector is told at once.</summary>
    public static async Task<SubjectId> Built(this TestHost host, LocalDate promised, string handedOver, string delivered)
    {
        var id = await host.Promised(promised);
        await host.At(handedOver).As(Building.Value, IT).Send(new HandOverForAcceptance(id));
        await host.At(delivered).As(Managing.Value, ProductManager).Send(new ConcludeAcceptance(id, Passed: true));
        await host.Send(new ReportCompletion(id));
        return id;
    }

    public static string Written(this IEnumerable<StatementLine> lines) => string.Join(" | ", lines.Select(line => $"{line.Rule} {line.Subject} {line.Amount}"));
}
