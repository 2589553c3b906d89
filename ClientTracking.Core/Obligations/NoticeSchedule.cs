using System.Collections.Immutable;
using ClientTracking.Deadlines;
using NodaTime;

namespace ClientTracking.Obligations;

/// <summary>When the notices of an obligation are sent. Pure.</summary>
/// <remarks>
/// Reminders keep business hours, and so do escalations unless their rule says otherwise; that a duty is overdue is told at once.
/// Of the levels that came due while nobody looked, the highest is sent, once.
/// </remarks>
public static class NoticeSchedule
{
    /// <summary>The obligation with its next notice after a level; without one when it is closed or all have been sent.</summary>
    public static Obligation Schedule(this Obligation obligation, ImmutableArray<NoticeRule> rules, DeadlineCalculator deadlines)
    {
        ArgumentNullException.ThrowIfNull(obligation);
        ArgumentNullException.ThrowIfNull(deadlines);
        return obligation with
        {
            NextNotice = Unsent(obligation, rules, deadlines).OrderBy(notice => notice.SendAt).ThenBy(notice => notice.Level).FirstOrDefault(),
        };
    }

    /// <summary>Of the notices whose time has come, the highest not sent yet; null when there is none.</summary>
    public static NoticeDue? DueAt(this Obligation obligation, Instant now, ImmutableArray<NoticeRule> rules, DeadlineCalculator deadlines)
    {
        ArgumentNullException.ThrowIfNull(obligation);
        ArgumentNullException.ThrowIfNull(deadlines);
        return Unsent(obligation, rules, deadlines).Where(notice => notice.SendAt <= now).MaxBy(notice => notice.Level);
    }

    private static IEnumerable<NoticeDue> Unsent(Obligation obligation, ImmutableArray<NoticeRule> rules, DeadlineCalculator deadlines) =>
        obligation.Status == ObligationStatus.Open
            ? All(obligation, rules, deadlines).Where(notice => obligation.NoticedLevel is not { } sent || notice.Level > sent)
            : [];

    private static IEnumerable<NoticeDue> All(Obligation obligation, ImmutableArray<NoticeRule> rules, DeadlineCalculator deadlines)
    {
        var reminders = rules.Where(rule => !rule.IsEscalation).Select(rule => (Rule: rule, At: Away(obligation.Due, rule, deadlines)))
            .Where(reminder => reminder.At > obligation.OpenedAt)
            .OrderByDescending(reminder => reminder.At).Select((reminder, i) => Notice(-1 - i, reminder.At, reminder.Rule, deadlines));
        var escalations = rules.Where(rule => rule.IsEscalation).Select(rule => (Rule: rule, At: Away(obligation.Due, rule, deadlines)))
            .OrderBy(escalation => escalation.At).Select((escalation, i) => Notice(1 + i, escalation.At, escalation.Rule, deadlines));
        // Exactly at the due instant is still on time (CV-13); a millisecond later is not.
        var overdue = obligation.Due + Duration.FromMilliseconds(1);
        return [.. reminders, new NoticeDue(0, overdue, overdue, null), .. escalations];
    }

    private static NoticeDue Notice(int level, Instant at, NoticeRule rule, DeadlineCalculator deadlines) =>
        new(level, at, rule.AtAnyHour ? at : deadlines.Calendar.NextOpening(at), rule.Audience);

    private static Instant Away(Instant due, NoticeRule rule, DeadlineCalculator deadlines)
    {
        var calendar = deadlines.Calendar;
        var amount = rule.IsEscalation ? rule.Distance.Amount : -rule.Distance.Amount;
        return rule.Distance.Unit switch
        {
            DeadlineUnit.Minutes => due + Duration.FromMinutes(amount),
            DeadlineUnit.Hours => due + Duration.FromHours(amount),
            DeadlineUnit.WorkingMinutes => calendar.AddWorkingTime(due, Duration.FromMinutes(amount)),
            DeadlineUnit.WorkingHours => calendar.AddWorkingTime(due, Duration.FromHours(amount)),
            DeadlineUnit.WorkingDays => calendar.At(calendar.AddWorkingDays(calendar.DateOf(due), amount), TimeOf(due, calendar)),
            _ => calendar.At(calendar.DateOf(due).PlusDays(amount), TimeOf(due, calendar)),
        };
    }

    private static LocalTime TimeOf(Instant instant, Time.WorkCalendar calendar) => instant.InZone(calendar.Zone).TimeOfDay;
}
