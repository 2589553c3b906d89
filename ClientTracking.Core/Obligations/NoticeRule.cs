using ClientTracking.Deadlines;

namespace ClientTracking.Obligations;

/// <summary>Tells somebody of a duty that is still open, a while before it is due (提醒) or after (逐级上报).</summary>
public sealed record NoticeRule
{
    /// <summary>Creates the rule.</summary>
    /// <param name="distance">How far from the due instant: elapsed time, working time, working days or calendar days.</param>
    /// <param name="isEscalation">Whether it is after the due instant.</param>
    /// <param name="audience">The role told; none: whoever owes the duty.</param>
    /// <param name="atAnyHour">Whether it is sent outside business hours too; otherwise it waits for them to open.</param>
    /// <exception cref="ArgumentException">The distance is counted in another unit.</exception>
    public NoticeRule(DeadlineRule distance, bool isEscalation, Role? audience = null, bool atAnyHour = false)
    {
        if (distance.Unit is not (DeadlineUnit.Minutes or DeadlineUnit.Hours or DeadlineUnit.WorkingMinutes or DeadlineUnit.WorkingHours
            or DeadlineUnit.WorkingDays or DeadlineUnit.Days))
            throw new ArgumentException($"A notice is minutes, hours, working time, working days or days away from the due instant, not '{distance}'.", nameof(distance));
        (Distance, IsEscalation, Audience, AtAnyHour) = (distance, isEscalation, audience, atAnyHour);
    }

    /// <summary>How far from the due instant.</summary>
    public DeadlineRule Distance { get; }

    /// <summary>Whether it is after the due instant.</summary>
    public bool IsEscalation { get; }

    /// <summary>The role told; none: whoever owes the duty.</summary>
    public Role? Audience { get; }

    /// <summary>Whether it is sent outside business hours too.</summary>
    public bool AtAnyHour { get; }
}

/// <summary>The next notice of an open obligation.</summary>
/// <param name="Level">Reminders are negative, the last before the due instant -1; 0 says that it is overdue; escalations are 1 and more.</param>
/// <param name="At">The instant the rule means.</param>
/// <param name="SendAt">The instant it is sent: the same, or when business next opens.</param>
/// <param name="Audience">The role told; none: whoever owes the duty.</param>
public sealed record NoticeDue(int Level, NodaTime.Instant At, NodaTime.Instant SendAt, Role? Audience);
