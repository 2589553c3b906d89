using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ClientTracking.Errors;
using ClientTracking.Time;
using NodaTime;
using NodaTime.Text;

namespace ClientTracking.Deadlines;

/// <summary>Why a deadline is when it is: every stretch from the trigger to the due instant, counted or skipped, with its cause.</summary>
/// <param name="Rule">The rule that was counted.</param>
/// <param name="Trigger">The instant it was counted from.</param>
/// <param name="Due">The due instant; null while the clock is paused.</param>
/// <param name="Provisional">Whether a later notice may move it.</param>
/// <param name="Segments">The stretches, without gap or overlap, from the trigger to the due instant, or to the pause that holds the clock.</param>
/// <param name="Calendar">The name of the calendar.</param>
/// <param name="CalendarVersion">Its version.</param>
/// <param name="Zone">The time zone the text is written in.</param>
public sealed record DeadlineExplanation(
    DeadlineRule Rule,
    Instant Trigger,
    Instant? Due,
    bool Provisional,
    ImmutableArray<Segment> Segments,
    string Calendar,
    string CalendarVersion,
    DateTimeZone Zone)
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
    private static readonly LocalDateTimePattern Exact = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss.FFF");

    /// <summary>The explanation as text, a line a stretch: Chinese for <c>zh</c> cultures, else English. Lines end with <c>\n</c>.</summary>
    public string Describe(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        var text = new StringBuilder();
        var head = Due is { } due
            ? Texts.Format(culture, "explain.due", Rule.ToString(), Local(Trigger), Local(due), Calendar, CalendarVersion)
            : Texts.Format(culture, "explain.suspended", Rule.ToString(), Local(Trigger), Calendar, CalendarVersion);
        text.Append(head);
        if (Provisional) text.Append('\n').Append(Texts.Format(culture, "explain.provisional"));
        foreach (var segment in Segments)
            text.Append('\n').Append(Texts.Format(culture, "explain.segment", Local(segment.Start), Local(segment.End), Cause(segment, culture)));
        return text.ToString();
    }

    /// <summary>The text in the current UI culture.</summary>
    public override string ToString() => Describe(CultureInfo.CurrentUICulture);

    private static string Cause(Segment segment, CultureInfo culture)
    {
        var text = segment switch
        {
            { Kind: SegmentKind.Paused } => Texts.Format(culture, "explain.paused", segment.Reason ?? ""),
            { Kind: SegmentKind.Extended } => Texts.Format(culture, "explain.extended"),
            { Kind: SegmentKind.StartDay } => Texts.Format(culture, "explain.start-day"),
            { Kind: SegmentKind.OutsideHours } => Texts.Format(culture, "explain.outside-hours"),
            { Day: null } => Texts.Format(culture, "explain.counted"),
            { Day: var day } => Texts.Format(culture, Code(day.Cause), day.Name ?? ""),
        };
        return segment is { Kind: SegmentKind.Counted or SegmentKind.OffDay, Day.Notice: { Length: > 0 } notice }
            ? Texts.Format(culture, "explain.by-notice", text, notice)
            : text;
    }

    private static string Code(DayCause cause) => cause switch
    {
        DayCause.Weekend => "explain.weekend",
        DayCause.Holiday => "explain.holiday",
        DayCause.DayOff => "explain.day-off",
        DayCause.MakeUpDay => "explain.make-up-day",
        DayCause.OnDuty => "explain.on-duty",
        _ => "explain.counted",
    };

    private string Local(Instant instant)
    {
        var local = instant.InZone(Zone).LocalDateTime;
        return (local is { Second: 0, NanosecondOfSecond: 0 } ? Minute : Exact).Format(local);
    }
}
