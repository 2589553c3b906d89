using ClientTracking.Requirements;

namespace ClientTracking.Samples;

/// <content>The made-up year.</content>
internal static partial class Words
{
    public static string YearCommand => Say("按固定种子生成 2025 年全年（40 名报告人、2000 条需求、600 个 Bug），并打印年度数字、末月绩效扣罚和末季奖励资格", "Makes up the whole of 2025 from a fixed seed (40 reporters, 2,000 requirements, 600 bugs) and prints its figures, the deductions of its last month and the rewards of its last quarter");
    public static string YearBar => Say("2025 年", "2025");
    public static string YearHeading(int requirements, int bugs, int reporters) => Say($"2025 年：{reporters} 名报告人，{requirements} 条需求，{bugs} 个 Bug", $"2025: {reporters} reporters, {requirements} requirements, {bugs} bugs");
    public static string YearRequirements => Say("需求", "Requirements");
    public static string YearBugs => Say("Bug", "Bugs");
    public static string YearNodes => Say("时间节点", "Time nodes");
    public static string YearReporters => Say("报告人", "Reporters");
    public static string YearNotices(int notices, int refused) => Say($"通知 {notices} 条；因需求已结束等原因被拒绝的动作 {refused} 个", $"{notices} notices; {refused} actions refused, because the requirement had ended, say");
    public static IReadOnlyList<string> FigureColumns => [Say("项目", "Figure"), Say("数量", "Count")];
    public static IReadOnlyList<string> NodeColumns => [Rule, Say("应办", "Owed"), InTime, Say("迟办", "Late"), Say("逾期未办", "Overdue")];
    public static IReadOnlyList<string> ReporterColumns => [Say("报告人", "Reporter"), Say("提交", "Filed"), Say("提交排名", "Rank"), Say("采纳率", "Adopted"), Say("采纳排名", "Rank")];
    public static string Filed => Say("提交", "filed");
    public static string Numbered => Say("已编号", "numbered");
    public static string DeliveredOnes => Say("已交付", "delivered");
    public static string ExtendedOnes => Say("批准延期", "extended");
    public static string Withdrawn => Say("撤回", "withdrawn");
    public static string StillOpen => Say("年末未结", "open at the end");
    public static string MeetingsHeld => Say("决策会议", "meetings held");
    public static string FixedOnes => Say("已修复并告知", "fixed and told");
    public static string NotReproducible => Say("无法重现", "not reproducible");

    public static string OutcomeName(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Accept => Say("做", "accepted"),
        DecisionOutcome.Decline => Say("不做", "declined"),
        DecisionOutcome.Defer => Say("再议", "deferred"),
        _ => Say("需求转换", "converted"),
    };
}
