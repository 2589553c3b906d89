using System.Collections.Immutable;
using NodaTime;

namespace ClientTracking.Time;

/// <summary>The weekly pattern of business hours (营业时间): the sessions of every weekday. Immutable.</summary>
public sealed class BusinessHours : IEquatable<BusinessHours>
{
    private readonly ImmutableArray<DaySessions> _week; // Monday first

    private BusinessHours(DaySessions standard, ImmutableArray<DaySessions> week)
    {
        Standard = standard;
        _week = week;
    }

    /// <summary>Monday to Friday 09:00–12:00 and 13:30–18:00 (CV-14).</summary>
    public static BusinessHours China { get; } = MondayToFriday(DaySessions.Parse("09:00-12:00,13:30-18:00"));

    /// <summary>Every day around the clock.</summary>
    public static BusinessHours AroundTheClock { get; } = On(DaySessions.AllDay, [.. Enum.GetValues<IsoDayOfWeek>()[1..]]);

    /// <summary>The same hours Monday to Friday.</summary>
    public static BusinessHours MondayToFriday(DaySessions standard) => On(
        standard, IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday);

    /// <summary>The same hours on the weekdays named.</summary>
    /// <param name="standard">The hours; they become <see cref="Standard"/>.</param>
    /// <param name="days">The weekdays worked.</param>
    /// <exception cref="ArgumentException"><paramref name="standard"/> is closed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weekday is <see cref="IsoDayOfWeek.None"/> or undefined.</exception>
    public static BusinessHours On(DaySessions standard, params ReadOnlySpan<IsoDayOfWeek> days)
    {
        ArgumentNullException.ThrowIfNull(standard);
        if (standard.IsClosed) throw new ArgumentException("The standard hours need at least one session.", nameof(standard));
        var week = ImmutableArray.Create(DaySessions.None, DaySessions.None, DaySessions.None, DaySessions.None, DaySessions.None, DaySessions.None, DaySessions.None).ToBuilder();
        foreach (var day in days) week[Index(day)] = standard;
        return new BusinessHours(standard, week.MoveToImmutable());
    }

    /// <summary>A copy with other hours on one weekday; <see cref="DaySessions.None"/> makes it an off-day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The weekday is <see cref="IsoDayOfWeek.None"/> or undefined.</exception>
    public BusinessHours With(IsoDayOfWeek day, DaySessions sessions)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        return new BusinessHours(Standard, _week.SetItem(Index(day), sessions));
    }

    /// <summary>The hours of a day that is worked although its weekday has none: a make-up Saturday or Sunday, a duty on a weekend.</summary>
    public DaySessions Standard { get; }

    /// <summary>The hours of a weekday; <see cref="DaySessions.None"/> where the week does not work it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The weekday is <see cref="IsoDayOfWeek.None"/> or undefined.</exception>
    public DaySessions this[IsoDayOfWeek day] => _week[Index(day)];

    /// <summary>The hours a day of this weekday has when it is worked: its own, else <see cref="Standard"/>.</summary>
    internal DaySessions WhenWorked(IsoDayOfWeek day) => this[day] is { IsClosed: false } own ? own : Standard;

    internal bool HasNights => Standard.ClosesNextDay || _week.Any(day => day.ClosesNextDay);

    /// <summary>Whether no weekday is worked; no calendar can be built on such hours.</summary>
    internal bool IsEmpty => _week.All(day => day.IsClosed);

    /// <inheritdoc/>
    public bool Equals(BusinessHours? other) => other is not null && Standard.Equals(other.Standard) && _week.SequenceEqual(other._week);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as BusinessHours);

    /// <inheritdoc/>
    public override int GetHashCode() => _week.Aggregate(Standard.GetHashCode(), HashCode.Combine);

    /// <summary>The hours of the seven weekdays, Monday first, for example in a log.</summary>
    public override string ToString() => string.Join("; ", _week);

    private static int Index(IsoDayOfWeek day) => day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday
        ? (int)day - 1
        : throw new ArgumentOutOfRangeException(nameof(day), day, "A weekday from Monday to Sunday is needed.");
}
