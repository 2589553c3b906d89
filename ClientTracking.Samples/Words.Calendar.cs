namespace ClientTracking.Samples;

/// <content>Days and why they are worked or off.</content>
internal static partial class Words
{
    public static string Weekday => Say("平日", "weekday");
    public static string Weekend => Say("周末", "weekend");
    public static string HolidayOf(string name, string? notice) => Say($"{name}放假{Notice(notice)}", $"{Festival(name)}, public holiday{Notice(notice)}");
    public static string MakeUpFor(string name, string? notice) => Say($"{name}调休上班{Notice(notice)}", $"{Festival(name)}, make-up working day{Notice(notice)}");
    public static string CompanyDayOff(string reason) => Say($"公司休息：{reason}", $"company day off: {reason}");
    public static string OnDuty(string reason) => Say($"值班：{reason}", $"on duty: {reason}");
    public static string Unnamed => Say("未命名", "unnamed");
    public static string YearWrong(int year, int first, int last) => Say($"年份 {year} 超出可计算的范围，应为 {first} 至 {last}", $"the year {year} cannot be reckoned; {first} to {last} is expected");
    public static string ProvisionalDay => Say("（暂定：该日的放假安排尚未公布）", " (provisional: no schedule is announced for this day)");

    public static string Effect(string ics) => Say($"公司休息日：{ics}", $"Company days off: {ics}");
    public static IReadOnlyList<string> EffectColumns => [Say("日期", "Date"), Say("公司休息日", "Day off"), Say("原来", "Before"), Say("现在", "Now")];
    public static string WorkingDaysOf(int year, int before, int after) => Say($"{year} 年工作日：{before} → {after}", $"Working days of {year}: {before} → {after}");
    public static string Example(string rule, string start, string before, string after) => Say($"{rule}，自 {start} 起：{before} → {after}", $"{rule} from {start}: {before} → {after}");
    public static string Ignored(string summary) => Say($"未读入：“{summary}”不是全天日程", $"Not taken: '{summary}' does not last whole days");
    public static string Worked(bool worked, string reason) => Say($"{(worked ? "上班" : "休息")}，{reason}", $"{(worked ? "worked" : "off")}, {reason}");

    private static string Notice(string? notice) => notice is null ? "" : Say($"（{notice}）", $" ({notice})");

    private static string Festival(string name) => string.Join(", ", name.Split('、').Select(part => part switch
    {
        "元旦" => "New Year",
        "春节" => "Spring Festival",
        "清明节" => "Qingming Festival",
        "劳动节" => "Labour Day",
        "端午节" => "Dragon Boat Festival",
        "中秋节" => "Mid-Autumn Festival",
        "国庆节" => "National Day",
        _ => part,
    }));
}
