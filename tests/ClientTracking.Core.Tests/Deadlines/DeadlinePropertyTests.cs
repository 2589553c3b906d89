using ClientTracking.Deadlines;
using ClientTracking.Time;
using CsCheck;
using NodaTime;

namespace ClientTracking.Core.Tests.Deadlines;

/// <summary>What holds for every rule, calendar and zone, and agreement with the slow reference, pauses included.</summary>
public sealed class DeadlinePropertyTests
{
    private static readonly string[] Zones = ["Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"];
    private static readonly string[] Hours = ["09:00-12:00,13:30-18:00", "08:00-16:00", "00:00-24:00", "10:00-11:30,11:45-12:00,20:00-24:00"];

    private static readonly LocalDate First = new(2025, 1, 1);

    /// <summary>Any hours, zone and dated days; the announced schedule covers 2025 and 2026 or there is none.</summary>
    private static readonly Gen<DeadlineCalculator> Calendar = Gen.Select(
        Gen.Int[0, Zones.Length - 1], Gen.Int[0, Hours.Length - 1], Gen.Int[1, 127], Gen.Select(Gen.Int[0, 729], Gen.Int[0, 3]).Array[0, 60], Gen.Bool)
        .Select((zone, hours, weekdays, dated, announced) =>
        {
            var days = Enumerable.Range(0, 7).Where(day => (weekdays >> day & 1) != 0).Select(day => IsoDayOfWeek.Monday + day).ToArray();
            var builder = new WorkCalendarBuilder("any").InZone(DateTimeZoneProviders.Tzdb[Zones[zone]])
                .WithHours(BusinessHours.On(DaySessions.Parse(Hours[hours]), days));
            if (announced) builder.Published(First, new(2026, 12, 31));
            foreach (var (offset, what) in dated.DistinctBy(day => day.Item1))
            {
                var date = First.PlusDays(offset);
                _ = what switch
                {
                    0 => builder.AddHoliday(date, "holiday", "notice"),
                    1 => builder.AddMakeUpDay(date, "holiday", "notice"),
                    2 => builder.AddDayOff(date, "company"),
                    _ => builder.AddOnDuty(date, "duty"),
                };
            }

            return new DeadlineCalculator(builder.Build());
        });

    private static readonly Gen<Instant> Trigger = Gen.Int[0, 800 * 1440].Select(minute => Instant.FromUtc(2024, 12, 15, 0, 0) + Duration.FromMinutes(minute));

    private static readonly Gen<DeadlineRule> Short = Any.Rule.Where(rule => rule.Unit switch
    {
        DeadlineUnit.WorkingHours => rule.Amount <= 24,
        DeadlineUnit.Hours => rule.Amount <= 100,
        _ => rule.Amount <= 40,
    });

    /// <summary>Up to three pauses: each begins so many minutes after the one before has ended.</summary>
    private static readonly Gen<(int After, int Length)[]> Pauses =
        Gen.Select(Gen.Int[0, 3000], Gen.Frequency((1, Gen.Const(0)), (5, Gen.Int[1, 6000]))).Array[0, 3];

    [Fact, Trait("rule", "CV-15")]
    public void Every_deadline_agrees_with_the_slow_reference_pauses_included() =>
        Gen.Select(Calendar, Short, Trigger, Pauses).Sample((calculator, rule, trigger, gaps) =>
        {
            var pauses = Place(trigger, gaps);
            var ledger = ClockLedger.Start(calculator, rule, trigger);
            foreach (var (from, to) in pauses) ledger = ledger.Pause(calculator, from, "client").Resume(calculator, to);
            Assert.Equal(new Reference(calculator.Calendar).Due(rule, trigger, pauses), ledger.Due);
        }, iter: 300, print: Print);

    [Fact]
    public void A_batch_gives_what_single_calls_give() => Gen.Select(Calendar, Any.Rule, Trigger.Array[0, 20]).Sample((calculator, rule, triggers) =>
    {
        var results = new Deadline[triggers.Length];
        calculator.Calculate(rule, triggers, results);
        Assert.Equal(triggers.Select(trigger => calculator.Calculate(rule, trigger)), results);
    }, iter: 100);

    [Fact]
    public void A_later_trigger_is_never_due_earlier_and_none_before_its_trigger() =>
        Gen.Select(Calendar, Any.Rule, Trigger, Gen.Int[0, 20_000]).Sample((calculator, rule, trigger, minutes) =>
        {
            var due = calculator.Calculate(rule, trigger).Due;
            Assert.True(due >= trigger);
            Assert.True(calculator.Calculate(rule, trigger + Duration.FromMinutes(minutes)).Due >= due);
        }, iter: 300);

    [Fact, Trait("rule", "CV-15")]
    public void A_pause_of_length_zero_changes_nothing() =>
        Gen.Select(Calendar, Any.Rule, Trigger, Gen.Int[0, 20_000]).Sample((calculator, rule, trigger, minutes) =>
        {
            var start = ClockLedger.Start(calculator, rule, trigger);
            var at = trigger + Duration.FromMinutes(minutes);
            var ledger = start.Pause(calculator, at, "client").Resume(calculator, at);
            Assert.Equal((start.Due, start.Provisional, 0), (ledger.Due, ledger.Provisional, ledger.Revision));
        }, iter: 300);

    [Fact, Trait("rule", "CV-15")]
    public void A_pause_never_makes_late_and_never_hurries() =>
        Gen.Select(Calendar, Any.Rule, Trigger, Gen.Int[0, 3000], Gen.Int[0, 9000]).Sample((calculator, rule, trigger, after, length) =>
        {
            var start = ClockLedger.Start(calculator, rule, trigger);
            var (from, to) = (trigger + Duration.FromMinutes(after), trigger + Duration.FromMinutes(after + length));
            var ledger = start.Pause(calculator, from, "client").Resume(calculator, to);
            if (from > start.Due) Assert.Equal(start.Due, ledger.Due);
            else Assert.True(ledger.Due >= to && ledger.Due >= start.Due);
        }, iter: 300);

    [Fact]
    public void An_explanation_covers_the_time_from_trigger_to_due_without_gap() =>
        Gen.Select(Calendar, Short, Trigger, Pauses).Sample((calculator, rule, trigger, gaps) =>
        {
            Assert.Equal(calculator.Calculate(rule, trigger).Due, calculator.Explain(rule, trigger).Due);
            var ledger = ClockLedger.Start(calculator, rule, trigger);
            foreach (var (from, to) in Place(trigger, gaps)) ledger = ledger.Pause(calculator, from, "client").Resume(calculator, to);
            var why = calculator.Explain(ledger);
            Assert.Equal(ledger.Due, why.Due);
            var at = trigger;
            foreach (var segment in why.Segments)
            {
                Assert.Equal(at, segment.Start);
                Assert.True(segment.End > segment.Start);
                at = segment.End;
            }

            Assert.Equal(ledger.Due, at);
            if (rule.Unit is DeadlineUnit.WorkingHours or DeadlineUnit.WorkingMinutes)
                Assert.Equal(rule.Length, why.Segments.Where(segment => segment.IsCounted).Aggregate(Duration.Zero, (sum, segment) => sum + (segment.End - segment.Start)));
        }, iter: 200, print: Print);

    private static (Instant From, Instant To)[] Place(Instant trigger, (int After, int Length)[] gaps)
    {
        var (at, pauses) = (trigger, new List<(Instant, Instant)>());
        foreach (var (after, length) in gaps)
        {
            var from = at + Duration.FromMinutes(after);
            at = from + Duration.FromMinutes(length);
            pauses.Add((from, at));
        }

        return [.. pauses];
    }

    private static string Print((DeadlineCalculator, DeadlineRule, Instant, (int, int)[]) input)
    {
        var (calculator, rule, trigger, gaps) = input;
        return $"{calculator.Calendar.Zone} {calculator.Calendar.Hours} {rule} {trigger} {string.Join(' ', Place(trigger, gaps))}";
    }
}
