using System.Globalization;
using ClientTracking.Samples.Schedules;
using NodaTime;
using NodaTime.Text;

namespace ClientTracking.Samples.Printing;

/// <summary>A plan as tables: what is delivered when and why, and which promises it breaks.</summary>
internal sealed class ScheduleTable(TextWriter output, bool isTerminal, DateTimeZone zone)
{
    private readonly Printout _print = new(output, isTerminal);

    public void Print(ScheduleFile file)
    {
        output.WriteLine(Words.ScheduleOf(file.Team, Figures.Instant(file.Plan.Now, zone)));
        _print.Table(Words.ScheduleColumns, file.Plan.Items.Select(item => (IEnumerable<string>)
        [
            $"{item.Why.Place}",
            item.Item.Number,
            $"{item.Item.Grade}",
            file.Gists[item.Item.Number],
            string.Join("、", item.Segments.Select(segment => file.Workers[segment.Worker - 1]).Distinct()),
            Figures.Instant(item.Start, zone),
            Figures.Instant(item.Finish, zone),
            file.Ranges.TryGetValue(item.Item.Number, out var range) ? Figures.Instant(range.P50, zone) : "",
            range is null ? "" : Figures.Instant(range.P85, zone),
            item.Item.Commitments is [var promise, ..] ? Figures.Instant(promise.Promised, zone) : "",
            item.Commitments.FirstOrDefault(commitment => commitment.IsAtRisk) is { } risk ? Words.Late(Figures.Elapsed(risk.LateBy)) : "",
        ]));
        _print.Heading(Words.Reasons);
        foreach (var item in file.Plan.Items) output.WriteLine($"{item.Item.Number} {item.Why.Describe(CultureInfo.CurrentUICulture)}");
        _print.Heading(Words.AtRisk);
        if (file.Plan.AtRisk.IsEmpty) output.WriteLine(Words.Nothing);
        else _print.Table(Words.AtRiskColumns, file.Plan.AtRisk.Select(risk => (IEnumerable<string>)
        [
            risk.Number,
            file.Gists[risk.Number],
            Figures.Instant(risk.Commitment.Promised, zone),
            Figures.Instant(risk.Forecast, zone),
            Figures.Elapsed(risk.LateBy),
            LocalDatePattern.Iso.Format(risk.ProposedDate!.Value),
        ]));
    }
}
