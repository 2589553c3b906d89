using System.Collections.Immutable;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Deadlines;

/// <summary>Cuts the time between a trigger and a due instant into stretches; adjoining ones with one cause are joined.</summary>
internal sealed class SegmentList(WorkCalendar calendar)
{
    private readonly ImmutableArray<Segment>.Builder _segments = ImmutableArray.CreateBuilder<Segment>();

    internal ImmutableArray<Segment> Done() => _segments.ToImmutable();

    internal void Add(Instant start, Instant end, SegmentKind kind, DayInfo? day = null, string? reason = null)
    {
        if (start >= end) return;
        var last = _segments.Count - 1;
        if (last >= 0 && _segments[last] is var former && former.End == start && former.Kind == kind && former.Reason == reason && IsSame(former.Day, day))
            _segments[last] = former with { End = end };
        else
            _segments.Add(new(start, end, kind, day, reason));
    }

    /// <summary>A run of the clock under a rule. Days after <paramref name="lastDay"/> are those an off-day was rolled over.</summary>
    internal void AddRun(DeadlineRule rule, Instant start, Instant end, LocalDate lastDay, bool waitsForOpening)
    {
        switch (rule.Unit)
        {
            case DeadlineUnit.WorkingMinutes or DeadlineUnit.WorkingHours:
                AddSessions(start, end);
                break;
            case DeadlineUnit.Minutes or DeadlineUnit.Hours or DeadlineUnit.AtOnce:
                var opens = waitsForOpening ? Instant.Min(end, calendar.NextOpening(start)) : start;
                AddClosed(start, opens);
                Add(opens, end, SegmentKind.Counted);
                break;
            default:
                AddDays(rule.Unit, start, end, lastDay);
                break;
        }
    }

    private void AddDays(DeadlineUnit unit, Instant start, Instant end, LocalDate lastDay)
    {
        // The default units of a count start on the day after; same-day and weekday rules use the day itself.
        var first = unit.IsCounted() ? calendar.DateOf(start) : (LocalDate?)null;
        ForEachDay(start, end, (from, to, day) =>
        {
            var isCalendar = unit is DeadlineUnit.Days or DeadlineUnit.Months or DeadlineUnit.Years;
            if (day.Date == first) Add(from, to, SegmentKind.StartDay);
            else if (isCalendar && day.Date <= lastDay) Add(from, to, SegmentKind.Counted);
            else Add(from, to, day.IsWorked ? SegmentKind.Counted : SegmentKind.OffDay, day);
        });
    }

    private void AddSessions(Instant start, Instant end)
    {
        var at = start;
        // A night shift belongs to the day before.
        for (var date = calendar.DateOf(start).PlusDays(-1); at < end; date = date.PlusDays(1))
        {
            var day = calendar.Explain(date);
            foreach (var session in calendar.IntervalsOf(date))
            {
                if (session.End <= at) continue;
                var (opens, closes) = (Instant.Min(Instant.Max(session.Start, at), end), Instant.Min(session.End, end));
                AddClosed(at, opens);
                Add(opens, closes, SegmentKind.Counted, day);
                at = closes;
            }
        }
    }

    private void AddClosed(Instant start, Instant end) =>
        ForEachDay(start, end, (from, to, day) => Add(from, to, day.IsWorked ? SegmentKind.OutsideHours : SegmentKind.OffDay, day.IsWorked ? null : day));

    private void ForEachDay(Instant start, Instant end, Action<Instant, Instant, DayInfo> act)
    {
        for (var (at, date) = (start, calendar.DateOf(start)); at < end; date = date.PlusDays(1))
        {
            var to = Instant.Min(end, calendar.EndOfDay(date));
            act(at, to, calendar.Explain(date));
            at = to;
        }
    }

    private static bool IsSame(DayInfo? one, DayInfo? other) =>
        (one?.Cause, one?.Name, one?.Notice, one?.Source) == (other?.Cause, other?.Name, other?.Notice, other?.Source);
}
