using System.Globalization;
using NodaTime;

namespace ClientTracking.Deadlines;

/// <summary>When the last day of a period ends (CV-05): at close of business, at 24:00, or at a set time of day.</summary>
public readonly record struct DayEnding
{
    private const int MinutesPerDay = 24 * 60;

    // One more than the minute of the day, so that default(DayEnding) is the default of the convention.
    private readonly short _minutePlusOne;

    private DayEnding(int minute) => _minutePlusOne = (short)(minute + 1);

    /// <summary>下班前: when business closes that day; on an off-day, when its weekday pattern would close. Text: <c>cob</c>.</summary>
    public static DayEnding CloseOfBusiness => default;

    /// <summary>The midnight with which the day ends. Text: <c>24:00</c>.</summary>
    public static DayEnding EndOfDay => new(MinutesPerDay);

    /// <summary>A time of that day, in the calendar's time zone. Text: <c>HH:mm</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not a whole minute.</exception>
    public static DayEnding At(LocalTime time)
    {
        if (time.TickOfDay % NodaConstants.TicksPerMinute != 0)
            throw new ArgumentOutOfRangeException(nameof(time), time, "An ending is a whole minute of the day.");
        return new((int)(time.TickOfDay / NodaConstants.TicksPerMinute));
    }

    /// <summary>Whether the day ends when business closes, whichever time that is.</summary>
    public bool IsCloseOfBusiness => _minutePlusOne == 0;

    /// <summary>Whether the day ends at 24:00.</summary>
    public bool IsEndOfDay => _minutePlusOne == MinutesPerDay + 1;

    /// <summary>Minutes after the start of the day, 1440 for 24:00; meaningless for <see cref="CloseOfBusiness"/>.</summary>
    internal int MinuteOfDay => _minutePlusOne - 1;

    /// <summary>The text of the notation: <c>cob</c>, <c>24:00</c> or <c>HH:mm</c>.</summary>
    public override string ToString() => IsCloseOfBusiness
        ? "cob"
        : string.Create(CultureInfo.InvariantCulture, $"{MinuteOfDay / 60:00}:{MinuteOfDay % 60:00}");
}
