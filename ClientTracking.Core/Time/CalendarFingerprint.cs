using System.Security.Cryptography;
using System.Text;

namespace ClientTracking.Time;

/// <summary>The version of a calendar nobody gave one: the end of its announced schedule and a digest of everything that decides a day.</summary>
internal static class CalendarFingerprint
{
    internal static string Of(CalendarRules rules)
    {
        var text = new StringBuilder();
        Line($"{rules.Zone.Id}|{rules.Hours.Standard}|{rules.Hours}|{rules.FirstPublished:uuuu-MM-dd}");
        foreach (var season in rules.Seasons) Line($"{season.First:uuuu-MM-dd}|{season.Last:uuuu-MM-dd}|{season.Hours.Standard}|{season.Hours}");
        foreach (var yearly in rules.Yearly) Line($"{yearly.First.Month}-{yearly.First.Day}|{yearly.Last.Month}-{yearly.Last.Day}|{yearly.Says}");
        foreach (var (date, day) in rules.Dated.OrderBy(day => day.Key)) Line($"{date:uuuu-MM-dd}|{day}");
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 4));
        return rules.LastPublished is { } last ? FormattableString.Invariant($"{last:uuuu-MM-dd}+{digest}") : digest;

        void Line(FormattableString line) => text.Append(FormattableString.Invariant(line)).Append('\n');
    }
}
