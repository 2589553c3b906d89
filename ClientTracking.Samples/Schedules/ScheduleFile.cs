using System.Collections.Immutable;
using ClientTracking.Priorities;
using ClientTracking.Samples.Input;
using ClientTracking.Time;

namespace ClientTracking.Samples.Schedules;

/// <summary>A team's work as a file gives it.</summary>
/// <param name="Team">The team's name.</param>
/// <param name="Workers">The names of its workers.</param>
/// <param name="Gists">What the items are about, by number.</param>
/// <param name="Backlog">What there is to do.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Ranges">How sure it is, by number; empty where the file has no record of past items.</param>
internal sealed record ScheduleFile(
    string Team,
    ImmutableArray<string> Workers,
    Dictionary<string, string> Gists,
    TeamBacklog Backlog,
    DeliveryPlan Plan,
    IReadOnlyDictionary<string, ForecastRange> Ranges)
{
    /// <exception cref="InputException">The file is wrong; says where.</exception>
    public static ScheduleFile Read(string path, WorkCalendar calendar)
    {
        using var document = JsonLines.Parse(File.ReadAllBytes(path));
        var file = new Fields(document.RootElement);
        file.Only("team", "now", "workers", "absences", "items", "record");
        var workers = file.Texts("workers").ToImmutableArray();
        var items = file.Objects("items").ToArray();
        foreach (var item in items) item.Only([.. ScheduleReader.ItemFields, "gist", "from", "dependsOn"]);
        var backlog = new TeamBacklog
        {
            Now = file.Instant("now", calendar),
            Workers = workers.Length,
            Absences = [.. file.Objects("absences").Select(away => new Absence(away.Number("worker"), away.Instant("from", calendar), away.Instant("to", calendar)))],
            Items = [.. items.Select(item => ScheduleReader.Item(item, calendar) with
            {
                EarliestStart = item.Has("from") ? item.Instant("from", calendar) : null,
                DependsOn = [.. item.Texts("dependsOn")],
            })],
        };
        var record = file.Objects("record").Select(past => new Effort(past.Hours("estimate"), past.Hours("actual"))).ToImmutableArray();
        var schedule = new DeliverySchedule(calendar);
        var plan = ScheduleReader.Ask(file, "", () => schedule.Plan(backlog));
        var ranges = record.IsEmpty ? [] : ScheduleReader.Ask(file, "", () => schedule.Ranges(backlog, record));
        var gists = items.ToDictionary(item => item.Text("number"), item => item.Text("gist"), StringComparer.Ordinal);
        return new(file.Text("team"), workers, gists, backlog, plan, ranges.ToDictionary(range => range.Number, StringComparer.Ordinal));
    }
}
