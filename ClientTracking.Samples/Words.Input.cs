namespace ClientTracking.Samples;

/// <content>What is wrong with a line, and what would be right.</content>
internal static partial class Words
{
    public static string NotUtf8 => Say("不是 UTF-8 编码", "the line is not UTF-8");
    public static string NotJson(long position) => Say($"第 {position} 个字节处不是有效的 JSON（每行一个对象，字段不得重复）", $"not valid JSON at byte {position} (one object a line, no field twice)");
    public static string NotAnObject => Say("应为一个 JSON 对象 {…}", "a JSON object {…} is expected");
    public static string HalfCharacter => Say("含有不完整的字符", "the text holds half a character");
    public static string NotAnIdentifier => Say("应为 1 至 64 个字符，不含控制字符", "1 to 64 characters without control characters are expected");
    public static string Text => Say("非空文字", "a text that is not blank");
    public static string AnInstant => Say("带时差的时间，例如 2014-06-19T10:00:00+08:00", "an instant with its offset, such as 2014-06-19T10:00:00+08:00");
    public static string AnInstantOrADate => Say("带时差的时间或日期，例如 2014-06-19T10:00:00+08:00 或 2014-06-19", "an instant with its offset or a date, such as 2014-06-19T10:00:00+08:00 or 2014-06-19");
    public static string SomeHours => Say("0 至 100000 的小时数，例如 7.5", "a number of hours from 0 to 100000, such as 7.5");
    public static string ADate => Say("日期，例如 2014-06-19", "a date such as 2014-06-19");
    public static string AMonth => Say("月份，例如 2014-06", "a month such as 2014-06");
    public static string ACountUpTo(int most) => Say($"0 至 {most} 的整数", $"a whole number from 0 to {most}");
    public static string AFlag => Say("true 或 false", "true or false");
    public static string ACount => Say("0 或以上的整数", "a whole number, 0 or more");
    public static string AnObject => Say("对象 {…}", "an object {…}");
    public static string AnId => Say("文字或数字", "a text or a number");
    public static string AList(string of) => Say($"列表 […]，每项为{of}", $"a list […], each item {of}");
    public static string Missing(string expected) => Say($"缺失，应为{expected}", $"missing; {expected} is expected");
    public static string Expected(string expected) => Say($"应为{expected}", $"{expected} is expected");
    public static string Not(string text, string expected) => Say($"“{text}”无效，应为{expected}", $"'{text}' is not {expected}");
    public static string NotOneOf(string text, IEnumerable<string> names) => Say($"“{text}”无效，应为 {string.Join("、", names)} 之一", $"'{text}' is none of {string.Join(", ", names)}");
    public static string UnknownField(ReadOnlySpan<string> known) => Say($"没有此字段，可用：{string.Join("、", known)}", $"there is no such field; known are {string.Join(", ", known)}");
    public static string OneRequest(IEnumerable<string> known) => Say($"每行须有且只有一个请求：{string.Join("、", known)}", $"a line has exactly one request: {string.Join(", ", known)}");
    public static string OutsideCalendar(string first, string last) => Say($"超出日历可计算的范围 {first} 至 {last}", $"outside the dates a calendar can reckon with, {first} to {last}");
    public static string NotCalendarFile => Say("不是可读的 iCalendar 文件", "not an iCalendar file that can be read");
}
