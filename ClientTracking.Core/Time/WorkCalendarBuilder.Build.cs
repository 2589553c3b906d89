using System.Collections.Immutable;
using ClientTracking.Errors;
using NodaTime;

namespace ClientTracking.Time;

public sealed partial class WorkCalendarBuilder
{
    /// <summary>Compiles the calendar.</summary>
    /// <exception cref="InvalidRequestException">
    /// Lists every fault: a date given twice for the same matter, hours that run into those of the next day, no working time in any week,
    /// an announced schedule that leaves a gap to the one below.
    /// </exception>
    public WorkCalendar Build()
    {
        var faults = _faults.ToList();
        var rules = Rules(faults);
        if (rules.Hours.IsEmpty) faults.Add(new Fault($"{_name}:hours", "calendar.no-working-time"));
        foreach (var season in rules.Seasons)
        {
            if (season.Hours.IsEmpty) faults.Add(new Fault($"{_name}:{CivilDays.Text(season.First)}:hours", "calendar.no-working-time"));
        }

        if (faults.Count > 0) throw new InvalidRequestException([.. faults]);
        return new WorkCalendar(rules, _version ?? CalendarFingerprint.Of(rules));
    }

    private CalendarRules Rules(List<Fault> faults)
    {
        var (first, last) = Coverage(faults);
        var dated = new Dictionary<LocalDate, DatedDay>(_below?.Dated ?? ImmutableDictionary<LocalDate, DatedDay>.Empty);
        foreach (var (date, day) in _dated)
            dated[date] = dated.TryGetValue(date, out var below) ? day.Over(below) : day;
        return new CalendarRules
        {
            Name = _name,
            Zone = _zone,
            Hours = _hours,
            Seasons = [.. _seasons, .. _below?.Seasons ?? []],
            Yearly = [.. _yearly, .. _below?.Yearly ?? []],
            Dated = dated,
            FirstPublished = first,
            LastPublished = last,
        };
    }

    /// <summary>The span of the announced schedule: this layer's joined to that of the calendar below, within those of the calendars added.</summary>
    private (LocalDate? First, LocalDate? Last) Coverage(List<Fault> faults)
    {
        (LocalDate First, LocalDate Last)? span = _published ?? AnnouncedYears();
        if (_below is { FirstPublished: { } first, LastPublished: { } last })
        {
            if (span is { } own && (own.First > last.PlusDays(1) || own.Last < first.PlusDays(-1))) Gap(own, (first, last));
            span = span is { } joined ? (LocalDate.Min(joined.First, first), LocalDate.Max(joined.Last, last)) : (first, last);
        }

        foreach (var known in _known)
        {
            if (span is { } own && (own.First > known.Last || own.Last < known.First)) Gap(own, known);
            else span = span is { } wider ? (LocalDate.Max(wider.First, known.First), LocalDate.Min(wider.Last, known.Last)) : known;
        }

        return (span?.First, span?.Last);

        void Gap((LocalDate First, LocalDate Last) one, (LocalDate First, LocalDate Last) other) => faults.Add(
            new Fault($"{_name}:published", "calendar.coverage-gap", [.. new[] { one.First, one.Last, other.First, other.Last }.Select(CivilDays.Text)]));
    }

    private (LocalDate First, LocalDate Last)? AnnouncedYears() =>
        _years.Count == 0 ? null : (new LocalDate(_years.Min, 1, 1), new LocalDate(_years.Max, 12, 31));
}
