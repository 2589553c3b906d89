using NodaTime;

namespace ClientTracking.Time;

/// <summary>What a notice says of a date.</summary>
internal sealed record Announcement(string Name, string? Notice, string Source);

/// <summary>A duty or day off on a date, stronger than any notice.</summary>
internal sealed record DutyOverride(bool IsWorked, string Reason, DaySessions? Sessions, string Source);

/// <summary>Everything a calendar has filed under one date.</summary>
internal sealed record DatedDay(
    Announcement? Holiday = null, Announcement? MakeUp = null, DutyOverride? Override = null, DaySessions? Hours = null, bool Withdrawn = false)
{
    /// <summary>This over an older or more general <paramref name="below"/>: what this says replaces what that said of the same matter.</summary>
    /// <remarks>A notice decides the whole day, so a later one replaces both holiday and make-up of an earlier one.</remarks>
    internal DatedDay Over(DatedDay below)
    {
        var announces = Withdrawn || Holiday is not null || MakeUp is not null;
        return new DatedDay(
            announces ? Holiday : below.Holiday, announces ? MakeUp : below.MakeUp, Override ?? below.Override, Hours ?? below.Hours);
    }
}

/// <summary>A holiday that comes every year, from a day of the year to another, also across the year's end.</summary>
internal sealed record YearlyHoliday(AnnualDate First, AnnualDate Last, Announcement Says)
{
    internal bool Contains(LocalDate date)
    {
        // Month and day are compared, so that 31 December and 1 January both lie in 30 December – 2 January.
        var day = (date.Month * 32) + date.Day;
        int first = (First.Month * 32) + First.Day, last = (Last.Month * 32) + Last.Day;
        return first <= last ? day >= first && day <= last : day >= first || day <= last;
    }
}

/// <summary>Another weekly pattern for a range of dates, for example summer hours.</summary>
internal sealed record SeasonalHours(LocalDate First, LocalDate Last, BusinessHours Hours);
