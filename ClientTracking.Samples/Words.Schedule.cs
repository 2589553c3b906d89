namespace ClientTracking.Samples;

/// <content>The delivery schedule.</content>
internal static partial class Words
{
    public static string GanttCommand => Say("排期：打印团队的交付排期，并画成甘特图（SVG）", "Schedule: prints a team's delivery plan and draws it as a Gantt picture (SVG)");
    public static string ScheduleFileOption => Say("团队工作的 JSON 文件（默认：随示例提供的 data/schedule-2026-09.json）", "The JSON file of the team's work (default: the sample's data/schedule-2026-09.json)");
    public static string LiveOption => Say("画出示例故事数据库中开发组的实际排期", "Draw the plan that the team of the sample's story keeps in its store");
    public static string LiveDatabaseOption => Say("与 --live 同用：SQLite 文件（默认：artifacts/sample/schedule-2014-06.db）", "With --live: the SQLite file (default: artifacts/sample/schedule-2014-06.db)");
    public static string Worker(int number) => Say($"{number} 号", $"worker {number}");
    public static string PictureOption => Say("图片文件（默认：artifacts/sample/schedule.svg）", "The picture (default: artifacts/sample/schedule.svg)");
    public static string PictureWritten(string path) => Say($"甘特图：{path}", $"Gantt picture: {path}");
    public static string ScheduleOf(string team, string now) => Say($"{team}交付排期（{now}）", $"Delivery schedule of {team} ({now})");
    public static string Reasons => Say("为什么这样排", "Why it is so");
    public static string AtRisk => Say("有逾期风险的承诺", "Promises at risk");

    public static IReadOnlyList<string> ScheduleColumns =>
    [
        Say("位次", "Place"), Number, Say("分级", "Grade"), Gist, Say("人员", "Worker"), Say("开始", "Start"), Say("预计完成", "Finish"),
        "P50", "P85", Promised, Say("风险", "Risk"),
    ];

    public static IReadOnlyList<string> AtRiskColumns => [Number, Gist, Promised, Say("预计", "Forecast"), Say("迟", "Late by"), Say("建议延期至", "Extend to")];

    // The picture
    public static string Gist => Say("需求梗概", "Gist");
    public static string Promised => Say("承诺", "Promised");
    public static string Now => Say("现在", "now");
    public static string HolidayName(string name) => Say(name, Festival(name));
    public static string MakeUp => Say("班", "+");
    public static string Weekdays => Say("一二三四五六日", "MTWTFSS");
    public static string MonthOf(int year, int month) => Say($"{year}年{month}月", $"{year}-{month:00}");
    public static string AtRiskOf(int risks, int items) => Say($"{items} 项需求，{risks} 项承诺有逾期风险", $"{items} items, {risks} promises at risk");
    public static string GradeName(string grade) => Say($"{grade} 级", $"grade {grade}");
    public static string Interrupted => Say("被打断", "interrupted");
    public static string AfterPromise => Say("承诺之后（逾期部分）", "after the promise");
    public static string PromiseKept => Say("承诺，可按时", "promise kept");
    public static string PromiseBroken => Say("承诺，将逾期", "promise broken");
    public static string Range => Say("P50–P85 区间", "P50 to P85");
    public static string OffHours => Say("休息日、午休", "days off, lunch");
    public static string Away => Say("请假", "away");
}
