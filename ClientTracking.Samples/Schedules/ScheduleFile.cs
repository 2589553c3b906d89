using System.Collections.Immutable;
using System.Text.Json;
using ClientTracking.Priorities;
using ClientTracking.Samples.Input;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Samples.Schedules;

/// <summary>A team's work as a file gives it.</summary>
/// <param name="Team">The team's name.</param>
/// <param name="Workers">The names of its workers.</param>
/// <param name="Gists">What the items are about, by number.</param>
/// <param name="Backlog">What there is to do.</param>
/// <param name="Record">What past items were estimated at and took.</param>
/// <param name="Plan">The plan.</param>
internal sealed record ScheduleFile(
    string Team, ImmutableArray<string> Workers, Dictionary<string, string> Gists, TeamBacklog Backlog, ImmutableArray<Effort> Record, DeliveryPlan Plan)
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
        var plan = ScheduleReader.Plan(file, "$", calendar, backlog);
        var gists = items.ToDictionary(item => item.Text("number"), item => item.Text("gist"), StringComparer.Ordinal);
        return new(file.Text("team"), workers, gists, backlog, Efforts(document.RootElement), plan);
    }

    /// <summary>Pairs of hours: estimated, actual.</summary>
    private static ImmutableArray<Effort> Efforts(JsonElement root) =>
        root.TryGetProperty("record", out var record)
            ? [.. record.EnumerateArray().Select(pair => new Effort(Duration.FromHours(pair[0].GetDouble()), Duration.FromHours(pair[1].GetDouble())))]
            : [];
}
