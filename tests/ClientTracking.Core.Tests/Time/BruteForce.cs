using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Core.Tests.Time;

/// <summary>The rules taken literally, minute by minute; shares nothing with the engine but the plan of a random calendar.</summary>
internal sealed class BruteForce
{
    private readonly RandomCalendar _plan;
    private readonly bool[] _working; // by minute from Origin

    internal BruteForce(RandomCalendar plan)
    {
        _plan = plan;
        Origin = plan.Start.AtMidnight().WithOffset(Offset.Zero).ToInstant();
        _working = new bool[RandomCalendar.Days * 1440];
        for (var date = plan.Start.PlusDays(-3); date <= plan.Start.PlusDays(RandomCalendar.Days + 2); date = date.PlusDays(1))
        {
            if (HoursOf(date) is not { } hours) continue;
            foreach (var session in hours.Sessions)
            {
                var from = date + session.Start;
                var to = (session.End <= session.Start ? date.PlusDays(1) : date) + session.End;
                for (var at = Moment(from); at < Moment(to); at += Duration.FromMinutes(1))
                {
                    if (Minute(at) is >= 0 and var minute && minute < _working.Length) _working[minute] = true;
                }
            }
        }
    }

    /// <summary>UTC midnight of the first date.</summary>
    internal Instant Origin { get; }

    internal int Length => _working.Length;

    internal bool IsWorking(int minute) => _working[minute];

    internal Instant At(int minute) => Origin + Duration.FromMinutes(minute);

    internal int Between(int from, int to) => from <= to ? _working[from..to].Count(worked => worked) : -Between(to, from);

    /// <summary>The first minute at whose start so many worked minutes have passed since another; null beyond the window.</summary>
    internal int? Add(int start, int minutes)
    {
        for (var (at, passed) = (start, 0); at < Length; at++)
        {
            if (passed == minutes) return at;
            if (_working[at]) passed++;
        }

        return null;
    }

    /// <summary>The last minute from whose start so many worked minutes pass up to another; null beyond the window.</summary>
    internal int? Subtract(int start, int minutes)
    {
        for (var (at, passed) = (start, 0); at > 0; at--)
        {
            if (passed == minutes) return at;
            if (_working[at - 1]) passed++;
        }

        return null;
    }

    internal int? NextOpening(int start)
    {
        for (var at = start; at < Length; at++)
        {
            if (_working[at]) return at;
        }

        return null;
    }

    internal bool IsWorkingDay(LocalDate date) => HoursOf(date) is not null;

    private DaySessions? HoursOf(LocalDate date)
    {
        var said = _plan.Dated.Where(day => _plan.Start.PlusDays(day.Offset) == date).ToList();
        var usual = _plan.Week[(int)date.DayOfWeek - 1];
        var whenWorked = said.Find(day => day.Kind == RandomDayKind.Hours)?.Hours ?? usual ?? _plan.Standard;
        if (said.Find(day => day.Kind == RandomDayKind.DutyWithHours) is { } duty) return duty.Hours;
        if (said.Exists(day => day.Kind == RandomDayKind.Duty)) return whenWorked;
        if (said.Exists(day => day.Kind == RandomDayKind.DayOff)) return null;
        if (said.Exists(day => day.Kind == RandomDayKind.MakeUp)) return whenWorked;
        return said.Exists(day => day.Kind == RandomDayKind.Holiday) || usual is null ? null : whenWorked;
    }

    /// <summary>A time that comes twice is the first; one that is skipped moves forward by what is skipped.</summary>
    private Instant Moment(LocalDateTime local)
    {
        var map = _plan.Zone.MapLocal(local);
        return map.Count == 0 ? local.WithOffset(map.EarlyInterval.WallOffset).ToInstant() : map.First().ToInstant();
    }

    private int Minute(Instant instant) => (int)Math.Floor((instant - Origin).TotalMinutes);
}
