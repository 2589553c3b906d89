using System.Globalization;
using ClientTracking.Core.Tests.Requirements;
using ClientTracking.Core.Tests.Tracking;
using ClientTracking.Priorities;
using ClientTracking.Requirements;
using ClientTracking.Schedules;
using ClientTracking.Subjects;
using ClientTracking.Tracking;
using NodaTime;
using NodaTime.Text;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Core.Tests.Schedules;

/// <summary>What people do with a schedule. It is Thursday 2014-06-19 09:00; a day is 09:00–12:00, 13:30–18:00, 7.5 h; the 23rd is a Monday.</summary>
internal static class ScheduleStory
{
    public static TestHost AsITHead(this TestHost host) => host.As("主管", ITHead);

    public static async Task<SubjectId> Team(this TestHost host, int workers = 1) =>
        (await host.AsITHead().Send(new SetUpTeam("开发组", TeamTask.Development, workers))).Team;

    /// <summary>A B, promised, and its work estimated.</summary>
    public static async Task<SubjectId> Planned(this TestHost host, SubjectId team, double hours, int promisedOnJune)
    {
        var id = await host.Promised(new LocalDate(2014, 6, promisedOnJune));
        await host.AsITHead().Send(new EstimateWork(team, id, Duration.FromHours(hours)));
        return id;
    }

    /// <summary>Decided at a grade, nothing promised, and its work estimated.</summary>
    public static async Task<SubjectId> Taken(this TestHost host, SubjectId team, double hours, PriorityGrade grade)
    {
        var id = await host.Registered();
        await host.As("王总", DecisionBoard).Send(new DecideRequirement(id, DecisionOutcome.Accept, grade));
        await host.AsITHead().Send(new EstimateWork(team, id, Duration.FromHours(hours)));
        return id;
    }

    public static async Task<TeamSchedule> State(this TestHost host, SubjectId team) => (await host.Ask(new GetSubject<TeamSchedule>(team)))!.State;

    public static async Task<string> Number(this TestHost host, SubjectId requirement) => (await host.Stored(requirement)).Number!.Bare;

    /// <summary>The last two digits of each number with day and time of its forecast finish, in number order.</summary>
    public static async Task<string> Finishes(this TestHost host, SubjectId team) => string.Join("; ", (await host.Ask(new DeliveryForecast(team))).Items
        .OrderBy(item => item.Item.Number, NumberOrder.Instance).Select(item => $"{item.Item.Number[^2..]} {Text(item.Finish)}"));

    /// <summary>Number, rule, hours late and the day proposed of every promise at risk.</summary>
    public static async Task<string> Risks(this TestHost host, SubjectId? team = null) => string.Join("; ", (await host.Ask(new PromisesAtRisk(team))).Select(row =>
        string.Create(CultureInfo.InvariantCulture, $"{row.Number[^2..]} {row.Rule} {row.LateBy.TotalHours} by {row.ProposedDate.Day}")));

    /// <summary>The notices of RF-57 delivered so far, and forgets them.</summary>
    public static async Task<string> Told(this TestHost host)
    {
        await host.RunDue();
        var told = string.Join("; ", host.Notices.Where(notice => notice.Name == "commitment.at-risk").Select(Text));
        host.Notices.Clear();
        return told;
    }

    public static string Text(Instant instant) =>
        LocalDateTimePattern.CreateWithInvariantCulture("dd'T'HH:mm").Format(instant.InZone(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).LocalDateTime);

    private static string Text(Notice notice) =>
        $"{notice.Number![^2..]} {notice.Rule} {notice.Role} {Text(notice.Due!.Value)}>{Text(notice.Forecast!.Value)}";
}
