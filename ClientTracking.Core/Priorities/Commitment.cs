using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Priorities;

/// <summary>A date that was promised for an item (承诺, RF-40 to RF-42).</summary>
/// <param name="Rule">The rule it was promised under.</param>
/// <param name="Promised">The last instant that keeps the promise: finishing exactly then is in time.</param>
/// <param name="Following">Working time that still follows when the item itself is finished, such as the acceptance after the hand-over; 0 or more.</param>
public sealed record Commitment(RuleId Rule, Instant Promised, Duration Following = default)
{
    /// <summary>The planning document (RF-40): an item of the product manager's own schedule, kept by finishing it.</summary>
    public static Commitment Planning(Instant promised) => new("RF-40", promised);

    /// <summary>The hand-over for acceptance (RF-41): kept by finishing the item.</summary>
    public static Commitment HandOver(Instant promised) => new("RF-41", promised);

    /// <summary>
    /// The delivery (RF-42): after the hand-over it takes the working time that lies between the two promises, none where it is promised first.
    /// </summary>
    public static Commitment Delivery(Instant handOverPromised, Instant promised, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return new("RF-42", promised, Duration.Max(calendar.WorkingTimeBetween(handOverPromised, promised), Duration.Zero));
    }
}
