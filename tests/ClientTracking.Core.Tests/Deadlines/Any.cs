using ClientTracking.Deadlines;
using CsCheck;
using NodaTime;

namespace ClientTracking.Core.Tests.Deadlines;

/// <summary>Random rules: every unit with every ending, roll and start it can have.</summary>
internal static class Any
{
    private static readonly Gen<int> Amount = Gen.Frequency((8, Gen.Int[1, 40]), (1, Gen.Int[41, 400]));

    internal static readonly Gen<DeadlineRule> Elapsed = Gen.Select(Amount, Gen.Bool, Gen.Bool, (amount, hours, open) =>
    {
        var rule = hours ? DeadlineRule.Hours(amount) : DeadlineRule.Minutes(amount);
        return open ? rule.FromOpening() : rule;
    });

    internal static readonly Gen<DeadlineRule> WorkingTime = Gen.Select(Amount, Gen.Bool, (amount, hours) =>
        hours ? DeadlineRule.WorkingHours(amount) : DeadlineRule.WorkingMinutes(amount));

    internal static readonly Gen<DeadlineRule> WorkingDays = Gen.Select(Amount, Gen.Int[-1, 1440], (amount, ending) =>
        Ending(DeadlineRule.WorkingDays(amount), ending));

    internal static readonly Gen<DeadlineRule> CalendarDays = Gen.Select(Amount, Gen.Int[0, 2], Gen.Int[-1, 1440], Gen.Enum<RollRule>(), (amount, unit, ending, roll) =>
        Ending(unit switch { 0 => DeadlineRule.Days(amount), 1 => DeadlineRule.Months(amount), _ => DeadlineRule.Years(amount % 12 + 1) }, ending).Roll(roll));

    internal static readonly Gen<DeadlineRule> Weekday = Gen.Select(Gen.Int[1, 7], Gen.Int[-1, 1440], Gen.Enum<RollRule>(), (day, ending, roll) =>
        Ending(DeadlineRule.On((IsoDayOfWeek)day), ending).Roll(roll));

    internal static readonly Gen<DeadlineRule> SameDay = Gen.Int[-1, 1440].Select(ending => Ending(DeadlineRule.SameDay, ending));

    internal static readonly Gen<DeadlineRule> AtOnce = Gen.Int[0, 240].Select(DeadlineRule.AtOnce);

    internal static readonly Gen<DeadlineRule> Rule = Gen.OneOf(Elapsed, WorkingTime, WorkingDays, CalendarDays, Weekday, SameDay, AtOnce);

    /// <summary>-1 is close of business, 1440 is 24:00; half of all rules keep close of business.</summary>
    private static DeadlineRule Ending(DeadlineRule rule, int minute) => minute switch
    {
        1440 => rule.AtEndOfDay(),
        < 0 => rule,
        _ when minute % 2 == 0 => rule,
        _ when minute % 7 == 0 => rule.AtEndOfDay(),
        _ => rule.At(LocalTime.FromMinutesSinceMidnight(minute)),
    };
}
