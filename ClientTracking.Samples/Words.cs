using System.Globalization;
using ClientTracking.Bugs;
using ClientTracking.Meetings;

namespace ClientTracking.Samples;

/// <summary>Everything the sample says in its own words, Chinese and English side by side; the engine's errors bring their own texts.</summary>
internal static partial class Words
{
    // The command line
    public static string Program => Say("客户需求跟进示例：按 2014 年 6 月的动作记录重演，并打印登记表、时间轴和未完成事项", "Client requirement follow-up: replays the actions of June 2014, prints register, timelines and what is open");
    public static string LanguageOption => Say("语言：zh-CN（默认）或 en", "Language: zh-CN (default) or en");
    public static string FileOption => Say("动作记录文件，JSON Lines（默认：随示例提供的 data/requirements-2014-06.jsonl）", "The file of actions, JSON Lines (default: the sample's data/requirements-2014-06.jsonl)");
    public static string DatabaseOption => Say("SQLite 数据库文件（默认：artifacts/sample/ 下与动作记录同名）", "The SQLite file (default: in artifacts/sample/, named like the file of actions)");
    public static string StoreOption => Say("数据存放处：sqlite（默认）、postgres、mongo 或 memory", "Where the data is kept: sqlite (default), postgres, mongo or memory");
    public static string ConnectionOption => Say("连接字符串（postgres 与 mongo 必填）", "The connection string (needed by postgres and mongo)");
    public static string ConnectionMissing(string store) => Say($"{store} 需要 --connection", $"{store} needs --connection");
    public static string ResetOption => Say("先删除数据库再执行", "Delete the database first");
    public static string AsOfOption => Say("时间轴和未完成事项截至何时：2014-06-25T18:00+08:00、2014-06-25T18:00（日历时区）或 2014-06-25（当日 24:00）；默认为最后一个动作的时间", "Instant the timelines and open items are shown for: 2014-06-25T18:00+08:00, 2014-06-25T18:00 (the calendar's zone) or 2014-06-25 (24:00 that day); default: the last action's");
    public static string AsOfWrong(string text) => Say($"“{text}”不是时间，例如 2014-06-25T18:00+08:00、2014-06-25T18:00 或 2014-06-25", $"'{text}' is no instant; write for example 2014-06-25T18:00+08:00, 2014-06-25T18:00 or 2014-06-25");
    public static string TryCommand => Say("试算：逐行读入 JSON 请求（标准输入），逐行写出结果", "Try-out: one JSON request a line in (standard input), one answer a line out");
    public static string CalendarCommand => Say("从 iCalendar 文件读入公司休息日，显示对工作日历的影响", "Reads company days off from an iCalendar file and shows what they do to the working calendar");
    public static string IcsOption => Say("公司休息日的 iCalendar 文件", "The iCalendar file with the company's days off");
    public static string YearOption => Say("年份", "The year");

    // The story
    public static string NoFile(string path) => Say($"找不到文件 {path}", $"There is no file {path}");
    public static string Replayed(int actions, string file, int notices, string log) => Say($"{file}：{actions} 个动作已执行；通知 {notices} 条，见 {log}", $"{file}: {actions} actions carried out; {notices} notices, see {log}");
    public static string Refused(int lines) => Say($"{lines} 行未执行，见标准错误输出", $"{lines} lines were not carried out, see standard error");
    public static string AtField(int line, string path) => path == "$" ? AtLine(line) : Say($"第 {line} 行，字段 {path}：", $"line {line}, field {path}: ");
    public static string AtLine(int line) => Say($"第 {line} 行：", $"line {line}: ");
    public static string AtCommand(int line, string id) => Say($"第 {line} 行，动作 {id}：", $"line {line}, action {id}: ");
    public static string UnknownAction(string action, IEnumerable<string> known) => Say($"没有动作“{action}”，可用：{string.Join("、", known)}", $"there is no action '{action}'; known are {string.Join(", ", known)}");
    public static string UnknownRequirement(string reference) => Say($"“{reference}”既不是本文件中上报动作的编号，也不是已登记的需求编号；请写上报动作的 id 或完整编号，例如 需求报告表14061910", $"'{reference}' is neither the id of a report in this file nor the number of a registered requirement; write the id of the report or the whole number, for example 需求报告表14061910");

    // The reports
    public static string Register => Say("需求登记反馈表", "Requirement register (需求登记反馈表)");
    public static string Timelines(string asOf) => Say($"时间轴（截至 {asOf}）", $"Timelines (as of {asOf})");
    public static string Open(string asOf) => Say($"未完成事项（截至 {asOf}）", $"What is open (as of {asOf})");
    public static string Nothing => Say("无", "nothing");
    public static string Unnumbered => Say("（未编号）", "(not numbered)");
    public static IReadOnlyList<string> TimelineColumns => [Number, Rule, Item, Who, Due, Done, Outcome];
    public static IReadOnlyList<string> OpenColumns => [Number, Rule, Item, Who, Due, Outcome];
    public static string BugRegister => Say("Bug收集反馈表", "Bug register (Bug收集反馈表)");
    public static string Meetings => Say("决策会议", "Decision meetings");
    public static IReadOnlyList<string> BugColumns => [Say("编号", "Number"), Say("报告人", "Reporter"), Say("严重程度", "Severity"), Say("手机", "Phone"), Say("系统", "System"), Say("状态", "Status"), Say("梗概", "Gist")];
    public static IReadOnlyList<string> MeetingColumns => [Say("开始", "Start"), Say("结束", "End"), Say("状态", "Status"), Say("决策数", "Decisions"), Say("说明", "Remark")];
    public static string SeverityName(BugSeverity severity) => severity switch
    {
        BugSeverity.Critical => Say("严重", "critical"),
        BugSeverity.Major => Say("一般", "major"),
        _ => Say("轻微", "minor"),
    };
    public static string StatusName(BugStatus status) => status switch
    {
        BugStatus.Closed => Say("已关闭", "closed"),
        BugStatus.BecameRequirement => Say("已转为需求", "became-requirement"),
        BugStatus.Fixed or BugStatus.Verified or BugStatus.ReporterTold => Say("已修复", "fixed"),
        _ => Say("处理中", "open"),
    };
    public static string StatusName(MeetingStatus status) => status switch
    {
        MeetingStatus.Held => Say("已召开", "held"),
        MeetingStatus.Cancelled => Say("已取消", "cancelled"),
        _ => Say("已安排", "scheduled"),
    };
    public static string UnknownReference(string reference) => Say($"本文件中没有产生“{reference}”的动作", $"no action of this file brought '{reference}' to life");
    private static string Number => Say("需求编号", "Number");
    private static string Rule => Say("规则", "Rule");
    private static string Item => Say("事项", "Item");
    private static string Who => Say("责任", "Who");
    private static string Due => Say("期限", "Due");
    private static string Done => Say("完成", "Done");
    private static string Outcome => Say("结果", "Result");
    public static string InTime => Say("按时", "in time");
    public static string Pending => Say("未到期", "not due yet");
    public static string Cancelled => Say("已取消", "cancelled");
    public static string Waived => Say("已豁免", "waived");
    public static string Late(string by) => Say($"迟{by}", $"late by {by}");
    public static string Overdue(string by) => Say($"逾期{by}", $"overdue by {by}");
    public static string Days(int days) => Say($"{days}天", $"{days}d");
    public static string Hours(int hours) => Say($"{hours}小时", $"{hours}h");
    public static string Minutes(int minutes) => Say($"{minutes}分", $"{minutes}min");
    public static string LessThanAMinute => Say("不到1分", "less than 1min");

    public static string RoleName(Role role) => role.Value switch
    {
        "DecisionBoard" => Say("决策组", "DecisionBoard"),
        "Promotion" => Say("推广部", "Promotion"),
        "Collector" => Say("需求收集人", "Collector"),
        "ProductManager" => Say("产品经理", "ProductManager"),
        "Tester" => Say("测试", "Tester"),
        "Developer" => Say("开发", "Developer"),
        "Reporter" => Say("填表人", "Reporter"),
        _ => role.Value,
    };

    private static string Say(string chinese, string english) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? chinese : english;
}
