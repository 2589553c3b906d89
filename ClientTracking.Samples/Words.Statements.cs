using NodaTime;
using NodaTime.Text;

namespace ClientTracking.Samples;

/// <content>Statements and rewards.</content>
internal static partial class Words
{
    private static readonly ZonedDateTimePattern Minute = ZonedDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm", null);

    public static string StatementsOf(YearMonth month) => Say($"{month.Year} 年 {month.Month} 月绩效扣罚（元）", $"Deductions of {month.Year}-{month.Month:00} (yuan)");
    public static string StatementOfPerson(string person, YearMonth month) => Say($"{person} {month.Year} 年 {month.Month} 月绩效扣罚单", $"Statement of {person} for {month.Year}-{month.Month:00}");
    public static string StatementRules => Say("按规则", "By rule");
    public static string StatementPeople => Say("按人员", "By person");
    public static string WholeCompany => Say("全公司", "company");
    public static string YesOrNo(bool value) => value ? Say("是", "yes") : Say("否", "no");
    public static string MinuteOf(Instant? instant) => instant is { } at ? Minute.Format(at.InZone(DateTimeZoneProviders.Tzdb["Asia/Shanghai"])) : "";
    public static string StatementTotal(int lines, string total, string pay) => Say($"共 {lines} 行，合计 {total} 元（绩效 {pay} 元）", $"{lines} lines, {total} yuan in total, of a performance pay of {pay}");
    public static string RewardsOf(string quarter) => Say($"{quarter} 季度奖励资格", $"Rewards of {quarter}");
    public static string RewardPoints(int points) => Say($"提前交付共加考核分 {points} 分", $"{points} appraisal points for early delivery");
    public static IReadOnlyList<string> TotalColumns => [Say("部门", "Department"), Say("人数", "People"), Say("扣罚", "Deducted"), Say("退还", "Credit"), Say("当月无绩效", "Forfeited")];
    public static IReadOnlyList<string> RuleColumns => [Rule, Say("次数", "Times"), Say("豁免", "Waived"), Say("金额", "Amount")];
    public static IReadOnlyList<string> PersonColumns => [Say("人员", "Person"), Say("部门", "Department"), Say("行数", "Lines"), Say("扣罚", "Deducted"), Say("当月无绩效", "Forfeited")];
    public static IReadOnlyList<string> LineColumns => [Rule, Say("编号", "Number"), Say("应办", "Due"), Say("办结", "Done"), Say("逾期天数", "Days late"), Say("金额", "Amount"), Say("理由", "Why")];
    public static IReadOnlyList<string> RewardColumns => [Rule, Say("符合", "Eligible"), Say("不符合", "Not"), Say("范围", "Range"), Say("例", "Example")];
}
