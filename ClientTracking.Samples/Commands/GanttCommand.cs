using System.CommandLine;
using ClientTracking.Samples.Gantt;
using ClientTracking.Samples.Input;
using ClientTracking.Samples.Printing;
using ClientTracking.Samples.Schedules;
using ClientTracking.Samples.Story;
using ClientTracking.Time;

namespace ClientTracking.Samples.Commands;

/// <summary>A team's delivery schedule: the plan as a table, and as a Gantt picture.</summary>
internal static class GanttCommand
{
    public static Command Create(Streams streams)
    {
        var file = new Option<string>("--file")
        {
            Description = Words.ScheduleFileOption,
            DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "data", "schedule-2026-09.json"),
        };
        var picture = new Option<string>("--out")
        {
            Description = Words.PictureOption,
            DefaultValueFactory = _ => Path.Combine(StoryFiles.Artifacts(), "sample", "schedule.svg"),
        };
        var live = new Option<bool>("--live") { Description = Words.LiveOption };
        var database = new Option<string>("--database")
        {
            Description = Words.LiveDatabaseOption,
            DefaultValueFactory = _ => Path.Combine(StoryFiles.Artifacts(), "sample", "schedule-2014-06.db"),
        };
        var store = new Option<string>("--store") { Description = Words.StoreOption, DefaultValueFactory = _ => StoryStore.Names[0] };
        store.AcceptOnlyFromAmong([.. StoryStore.Names]);
        var connection = new Option<string?>("--connection") { Description = Words.ConnectionOption };
        var command = new Command("gantt", Words.GanttCommand) { file, picture, live, database, store, connection };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = Path.GetFullPath(parsed.GetValue(picture)!);
            if (!parsed.GetValue(live)) return ReadFrom(streams, parsed.GetValue(file)!) is { } read ? Print(streams, read, path) : 1;
            var kept = new StoryStore(parsed.GetValue(store)!, parsed.GetValue(connection));
            if (kept.LacksConnection)
            {
                await streams.Error.WriteLineAsync(Words.ConnectionMissing(kept.Name));
                return 1;
            }
            var played = await LiveSchedule.PlayAsync(StoryFiles.Of(null, parsed.GetValue(database)), kept, streams.Error, cancellationToken);
            return played is null ? 2 : Print(streams, played, path);
        });
        return command;
    }

    private static ScheduleFile? ReadFrom(Streams streams, string path)
    {
        try
        {
            return ScheduleFile.Read(path, WorkCalendars.China);
        }
        catch (InputException e)
        {
            streams.Error.WriteLine($"{Path.GetFileName(path)}, {e.Path}: {e.Message}");
            return null;
        }
    }

    private static int Print(Streams streams, ScheduleFile file, string picture)
    {
        var calendar = WorkCalendars.China;
        using var output = streams.Writer();
        new ScheduleTable(output, streams.IsTerminal, calendar.Zone).Print(file);
        Directory.CreateDirectory(Path.GetDirectoryName(picture)!);
        using (var svg = File.Create(picture)) new GanttPicture(file, calendar).Write(svg);
        output.WriteLine();
        output.WriteLine(Words.PictureWritten(picture));
        return 0;
    }
}
