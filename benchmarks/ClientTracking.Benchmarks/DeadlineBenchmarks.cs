using BenchmarkDotNet.Attributes;
using ClientTracking.Deadlines;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Benchmarks;

/// <summary>
/// A full deadline rule, instant to instant in Asia/Shanghai, over a million different triggers (fewer flatter the branch predictor).
/// The baseline is the loop a developer would write: one day at a time, a <see cref="HashSet{T}"/> of holidays, NodaTime's own zone.
/// </summary>
[MemoryDiagnoser]
public class DeadlineBenchmarks
{
    private const int Count = 1_000_000;

    private readonly Instant[] _triggers = new Instant[Count];
    private readonly Deadline[] _results = new Deadline[Count];
    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    private readonly HashSet<LocalDate> _holidays = [];
    private readonly HashSet<LocalDate> _makeUps = [];
    private readonly LocalTime _close = new(18, 0);
    private readonly DeadlineCalculator _calculator = new(WorkCalendars.China);
    private DeadlineRule _rule;
    private int _next;

    [Params("5wd", "15d", "same-day", "8wh", "thu@cob")]
    public string Rule { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _rule = DeadlineRule.Parse(Rule);
        for (var date = new LocalDate(2014, 12, 1); date.Year < 2028; date = date.PlusDays(1))
        {
            switch (WorkCalendars.China.Explain(date).Cause)
            {
                case DayCause.Holiday: _holidays.Add(date); break;
                case DayCause.MakeUpDay: _makeUps.Add(date); break;
            }
        }

        var random = new Random(20140619);
        var start = Instant.FromUtc(2015, 1, 1, 0, 0);
        for (var i = 0; i < Count; i++) _triggers[i] = start + Duration.FromMilliseconds(random.NextInt64(11L * 365 * 86_400_000));
        _calculator.Calculate(_rule, _triggers, _results);
        for (var i = 0; i < Count; i++)
        {
            if (_results[i].Due != Naive(_triggers[i]) || _results[i] != _calculator.Calculate(_rule, _triggers[i]))
                throw new InvalidOperationException($"{Rule} from {_triggers[i]}: {_results[i].Due}, naive {Naive(_triggers[i])}.");
        }
    }

    [Benchmark(Baseline = true)]
    public Instant DayByDay() => Naive(Next());

    [Benchmark]
    public Deadline Single() => _calculator.Calculate(_rule, Next());

    [Benchmark]
    public Deadline[] BatchOfAMillion()
    {
        _calculator.Calculate(_rule, _triggers, _results);
        return _results;
    }

    private Instant Next() => _triggers[_next = _next + 1 == Count ? 0 : _next + 1];

    private Instant Naive(Instant trigger) => _rule.Unit switch
    {
        DeadlineUnit.WorkingDays => NaiveWorkingDays(trigger.InZone(_zone).Date, _rule.Amount),
        DeadlineUnit.Days => NaiveDays(trigger.InZone(_zone).Date.PlusDays(_rule.Amount)),
        DeadlineUnit.SameDay => NaiveSameDay(trigger.InZone(_zone).LocalDateTime),
        DeadlineUnit.Weekday => NaiveWeekday(trigger),
        _ => NaiveWorkingTime(trigger.InZone(_zone).LocalDateTime, _rule.Amount * 60L * 60 * 1000),
    };

    private bool IsWorked(LocalDate date) =>
        _makeUps.Contains(date) || (!_holidays.Contains(date) && date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday));

    private Instant Close(LocalDate date) => date.At(_close).InZoneLeniently(_zone).ToInstant();

    private Instant NaiveWorkingDays(LocalDate date, int days)
    {
        while (days > 0)
        {
            date = date.PlusDays(1);
            if (IsWorked(date)) days--;
        }

        return Close(date);
    }

    private Instant NaiveDays(LocalDate date)
    {
        while (!IsWorked(date)) date = date.PlusDays(1);
        return Close(date);
    }

    private Instant NaiveSameDay(LocalDateTime trigger)
    {
        if (IsWorked(trigger.Date) && trigger.TimeOfDay < _close) return Close(trigger.Date);
        return NaiveDays(trigger.Date.PlusDays(1));
    }

    private Instant NaiveWeekday(Instant trigger)
    {
        var date = trigger.InZone(_zone).Date;
        for (var day = date.PlusDays(_rule.Weekday - date.DayOfWeek); ; day = day.PlusWeeks(1))
        {
            var last = day;
            while (!IsWorked(last)) last = last.PlusDays(-1);
            var due = Close(last);
            if (due >= trigger) return due;
        }
    }

    private Instant NaiveWorkingTime(LocalDateTime trigger, long left)
    {
        for (var (date, from) = (trigger.Date, trigger.TimeOfDay); ; (date, from) = (date.PlusDays(1), LocalTime.Midnight))
        {
            if (!IsWorked(date)) continue;
            foreach (var (opens, closes) in ((LocalTime, LocalTime)[])[(new(9, 0), new(12, 0)), (new(13, 30), _close)])
            {
                var start = LocalTime.Max(opens, from);
                var length = Period.Between(start, closes, PeriodUnits.Milliseconds).Milliseconds;
                if (length <= 0) continue;
                if (length >= left) return date.At(start).PlusMilliseconds(left).InZoneLeniently(_zone).ToInstant();
                left -= length;
            }
        }
    }
}
