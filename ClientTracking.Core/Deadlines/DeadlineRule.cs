using NodaTime;

namespace ClientTracking.Deadlines;

/// <summary>
/// How a deadline follows from what triggers it (期限): an amount in a unit, the ending of its last day, and where it goes when that
/// day is an off-day. The conventions CV-01 … CV-11 say what each part means; every reading that could be taken otherwise is an option here.
/// </summary>
/// <remarks>
/// Written in code, <c>DeadlineRule.WorkingDays(5).At(new LocalTime(12, 0))</c>, or as text, <c>5wd@12:00</c>.
/// <c>default</c> is <see cref="SameDay"/>. Equality is that of the text: same amount, unit, ending, roll and start.
/// </remarks>
public readonly partial record struct DeadlineRule
{
    /// <summary>The largest amount of any unit; far beyond any regulation, and small enough that no sum overflows.</summary>
    public const int MaxAmount = 1_000_000;

    /// <summary>The grace of <see cref="AtOnce()"/>, in minutes (CV-10).</summary>
    public const int DefaultGraceMinutes = 30;

    private readonly int _amount;
    private readonly RollRule _offDay;

    private DeadlineRule(DeadlineUnit unit, int amount, DayEnding ending = default, RollRule offDay = default, bool startsAtOpening = false)
    {
        Unit = unit;
        _amount = amount;
        Ending = ending;
        _offDay = offDay;
        StartsAtOpening = startsAtOpening;
    }

    /// <summary>What is counted.</summary>
    public DeadlineUnit Unit { get; }

    /// <summary>How many units; the minutes of grace of an at-once rule; 0 for same-day and weekday rules.</summary>
    public int Amount => Unit == DeadlineUnit.Weekday ? 0 : _amount;

    /// <summary>The day of a weekday rule; <see cref="IsoDayOfWeek.None"/> for every other.</summary>
    public IsoDayOfWeek Weekday => Unit == DeadlineUnit.Weekday ? (IsoDayOfWeek)_amount : IsoDayOfWeek.None;

    /// <summary>When the last day ends (CV-05). Periods in hours and minutes and at-once rules end at an instant and ignore it.</summary>
    public DayEnding Ending { get; }

    /// <summary>Where an off-day as last day goes (CV-04, CV-11); <see cref="RollRule.None"/> where the unit never meets one.</summary>
    public RollRule OffDay => _offDay;

    /// <summary>Whether elapsed hours and minutes triggered outside business hours start when business next opens (the option of RF-34).</summary>
    public bool StartsAtOpening { get; }

    /// <summary>The length of a period in minutes or hours, elapsed or working, and of an at-once rule's grace.</summary>
    internal Duration Length => Duration.FromMilliseconds(Milliseconds);

    /// <summary>The same in milliseconds.</summary>
    internal long Milliseconds =>
        _amount * (long)(Unit is DeadlineUnit.Hours or DeadlineUnit.WorkingHours ? NodaConstants.MillisecondsPerHour : NodaConstants.MillisecondsPerMinute);

    /// <summary>Elapsed hours from the trigger (CV-02), 1 to <see cref="MaxAmount"/>. Text: <c>1h</c>.</summary>
    public static DeadlineRule Hours(int hours) => Of(DeadlineUnit.Hours, hours);

    /// <summary>Elapsed minutes from the trigger (CV-02), 1 to <see cref="MaxAmount"/>. Text: <c>90min</c>.</summary>
    public static DeadlineRule Minutes(int minutes) => Of(DeadlineUnit.Minutes, minutes);

    /// <summary>Hours of business time: the earliest instant at which that much has passed. 1 to <see cref="MaxAmount"/>. Text: <c>8wh</c>.</summary>
    public static DeadlineRule WorkingHours(int hours) => Of(DeadlineUnit.WorkingHours, hours);

    /// <summary>Minutes of business time: the earliest instant at which that much has passed. 1 to <see cref="MaxAmount"/>. Text: <c>30wmin</c>.</summary>
    public static DeadlineRule WorkingMinutes(int minutes) => Of(DeadlineUnit.WorkingMinutes, minutes);

    /// <summary>工作日: the n-th working day after the day of the trigger (CV-08), 1 to <see cref="MaxAmount"/>. Text: <c>5wd</c>.</summary>
    public static DeadlineRule WorkingDays(int days) => Of(DeadlineUnit.WorkingDays, days);

    /// <summary>The n-th calendar day after the day of the trigger (CV-01), rolled to a working day (CV-04). 1 to <see cref="MaxAmount"/>. Text: <c>15d</c>.</summary>
    public static DeadlineRule Days(int days) => Of(DeadlineUnit.Days, days);

    /// <summary>The corresponding day n months later, or that month's last (CV-03), rolled (CV-04). 1 to <see cref="MaxAmount"/>. Text: <c>3mo</c>.</summary>
    public static DeadlineRule Months(int months) => Of(DeadlineUnit.Months, months);

    /// <summary>The corresponding day n years later, or that month's last (CV-03), rolled (CV-04). 1 to <see cref="MaxAmount"/>. Text: <c>1y</c>.</summary>
    public static DeadlineRule Years(int years) => Of(DeadlineUnit.Years, years);

    /// <summary>
    /// 当日: close of business of the same day; triggered at or after it or on an off-day, of the next working day (CV-09). With
    /// <see cref="AtEndOfDay"/> strictly the same civil day. Text: <c>same-day</c>, <c>same-day@24:00</c>.
    /// </summary>
    public static DeadlineRule SameDay => default;

    /// <summary>立即: 30 minutes from the trigger, or from the next opening where it falls outside business hours (CV-10). Text: <c>at-once</c>.</summary>
    public static DeadlineRule AtOnce() => AtOnce(DefaultGraceMinutes);

    /// <summary>立即 with a grace of the host's, in elapsed minutes, 0 to <see cref="MaxAmount"/> (CV-10). Text: <c>at-once+15min</c>.</summary>
    public static DeadlineRule AtOnce(int graceMinutes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(graceMinutes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(graceMinutes, MaxAmount);
        return new(DeadlineUnit.AtOnce, graceMinutes);
    }

    /// <summary>
    /// That weekday of the trigger's ISO week; an off-day goes to the last working day before it, and what would lie before the
    /// trigger goes to the next week (CV-11). Text: <c>thu@cob</c>.
    /// </summary>
    public static DeadlineRule On(IsoDayOfWeek weekday)
    {
        if (weekday is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday) throw new ArgumentOutOfRangeException(nameof(weekday), weekday, null);
        return new(DeadlineUnit.Weekday, (int)weekday, offDay: RollRule.Previous);
    }

    /// <summary>The same rule with its last day ending at that time, a whole minute (上午 = 12:00).</summary>
    /// <exception cref="InvalidOperationException">The period ends at an instant, not on a day.</exception>
    public DeadlineRule At(LocalTime time) => EndingAt(DayEnding.At(time));

    /// <summary>The same rule with its last day ending when business closes; the default (CV-05).</summary>
    /// <exception cref="InvalidOperationException">The period ends at an instant, not on a day.</exception>
    public DeadlineRule AtCloseOfBusiness() => EndingAt(DayEnding.CloseOfBusiness);

    /// <summary>The same rule with its last day ending at 24:00 (the option of CV-05).</summary>
    /// <exception cref="InvalidOperationException">The period ends at an instant, not on a day.</exception>
    public DeadlineRule AtEndOfDay() => EndingAt(DayEnding.EndOfDay);

    /// <summary>The same rule with an off-day as last day treated so (the options of CV-04 and CV-11).</summary>
    /// <exception cref="InvalidOperationException">The unit never ends on an off-day: only days, months, years and weekdays can.</exception>
    public DeadlineRule Roll(RollRule offDay)
    {
        if (offDay > RollRule.Previous) throw new ArgumentOutOfRangeException(nameof(offDay), offDay, null);
        if (!Unit.MayEndOnOffDay()) throw new InvalidOperationException($"'{this}' never ends on an off-day, so nothing can be rolled.");
        return new(Unit, _amount, Ending, offDay, StartsAtOpening);
    }

    /// <summary>The same rule, started when business next opens where its trigger falls outside business hours (the option of RF-34). Text: <c>1h^open</c>.</summary>
    /// <exception cref="InvalidOperationException">The rule does not count elapsed hours or minutes.</exception>
    public DeadlineRule FromOpening() => Unit.IsElapsed()
        ? new(Unit, _amount, Ending, OffDay, startsAtOpening: true)
        : throw new InvalidOperationException($"'{this}' does not count elapsed hours or minutes.");

    internal static DeadlineRule Of(DeadlineUnit unit, int amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, MaxAmount);
        return new(unit, amount, offDay: unit.DefaultRoll());
    }

    /// <summary>The same rule with n times the amount.</summary>
    internal DeadlineRule Times(int n) => (long)_amount * n <= MaxAmount
        ? new(Unit, _amount * n, Ending, OffDay, StartsAtOpening)
        : throw new ArgumentOutOfRangeException(nameof(n), n, $"{n} times '{this}' is more than {MaxAmount} units.");

    private DeadlineRule EndingAt(DayEnding ending) => Unit.EndsOnDay()
        ? new(Unit, _amount, ending, OffDay, StartsAtOpening)
        : throw new InvalidOperationException($"'{this}' ends at an instant, not on a day.");
}
