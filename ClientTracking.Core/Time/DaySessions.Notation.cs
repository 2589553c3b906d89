using ClientTracking.Errors;
using NodaTime;

namespace ClientTracking.Time;

public sealed partial class DaySessions
{
    /// <summary>Reads hours such as <c>09:00-12:00,13:30-18:00</c>, <c>00:00-24:00</c>, <c>22:00-06:00</c>, <c>closed</c>.</summary>
    /// <param name="text">Sessions separated by commas; times as <c>HH:mm</c> or <c>HH:mm:ss</c>; spaces around separators are ignored.</param>
    /// <exception cref="NotationException">The text cannot be read; names the position.</exception>
    public static DaySessions Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Trim() == "closed") return None;
        var sessions = new List<Session>();
        for (var at = 0; at <= text.Length;)
        {
            var end = text.IndexOf(',', at);
            if (end < 0) end = text.Length;
            sessions.Add(ParseSession(text, at, end));
            at = end + 1;
        }

        try
        {
            return new DaySessions([.. sessions]);
        }
        catch (ArgumentException)
        {
            throw new NotationException("hours.overlap", text, 0);
        }
    }

    /// <summary>The notation <see cref="Parse"/> reads.</summary>
    public override string ToString() => IsClosed ? "closed" : string.Join(",", Sessions);

    private static Session ParseSession(string text, int from, int to)
    {
        var dash = text.IndexOf('-', from, to - from);
        if (dash < 0) throw new NotationException("hours.session", text, from);
        var start = ParseTime(text, from, dash, midnightAtEnd: false);
        var end = ParseTime(text, dash + 1, to, midnightAtEnd: true);
        return start == end && start != LocalTime.Midnight ? throw new NotationException("hours.session", text, from) : new Session(start, end);
    }

    private static LocalTime ParseTime(string text, int from, int to, bool midnightAtEnd)
    {
        var time = text[from..to].Trim();
        if (midnightAtEnd && time == "24:00") return LocalTime.Midnight;
        foreach (var pattern in Session.Patterns)
        {
            if (pattern.Parse(time) is { Success: true } parsed) return parsed.Value;
        }

        throw new NotationException("hours.time", text, from);
    }
}
