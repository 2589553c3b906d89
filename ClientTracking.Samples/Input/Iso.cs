using NodaTime;
using NodaTime.Text;

namespace ClientTracking.Samples.Input;

/// <summary>How instants are written in files: ISO 8601 with the offset, seconds and fractions as needed.</summary>
internal static class Iso
{
    /// <summary>Reads <c>2014-06-19T10:00+08:00</c>, <c>2014-06-19T10:00:00+08:00</c> and <c>2014-06-19T02:00:00.5Z</c>; writes the second form.</summary>
    public static IPattern<OffsetDateTime> Offset { get; } = new CompositePatternBuilder<OffsetDateTime>
    {
        { OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<Z+HH:mm>"), _ => false },
        { OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss;FFFFFFFFFo<Z+HH:mm>"), _ => true },
    }.Build();

    /// <summary>Elapsed time in hours, minutes and seconds, such as <c>PT26H30M</c>; zero is <c>PT0S</c>.</summary>
    public static string Write(Duration elapsed)
    {
        var seconds = elapsed.BclCompatibleTicks % NodaConstants.TicksPerMinute / (decimal)NodaConstants.TicksPerSecond;
        string[] parts =
        [
            elapsed.TotalHours >= 1 ? $"{(long)elapsed.TotalHours}H" : "",
            elapsed.Minutes > 0 ? $"{elapsed.Minutes}M" : "",
            seconds > 0 ? FormattableString.Invariant($"{seconds:0.#######}S") : "",
        ];
        return $"PT{(string.Concat(parts) is { Length: > 0 } text ? text : "0S")}";
    }

    /// <summary>An instant on the wall clock of a zone, with its offset.</summary>
    public static string Write(Instant instant, DateTimeZone zone) => Offset.Format(instant.InZone(zone).ToOffsetDateTime());
}
