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
        var command = new Command("gantt", Words.GanttCommand) { file, picture };
        command.SetAction(parsed => Print(streams, parsed.GetValue(file)!, Path.GetFullPath(parsed.GetValue(picture)!)));
        return command;
    }

    private static int Print(Streams streams, string path, string picture)
    {
        var calendar = WorkCalendars.China;
        ScheduleFile file;
        try
        {
            file = ScheduleFile.Read(path, calendar);
        }
        catch (InputException e)
        {
            streams.Error.WriteLine($"{Path.GetFileName(path)}, {e.Path}: {e.Message}");
            return 1;
        }

        using var output = streams.Writer();
        new ScheduleTable(output, streams.IsTerminal, calendar.Zone).Print(file);
        Directory.CreateDirectory(Path.GetDirectoryName(picture)!);
        using (var svg = File.Create(picture)) new GanttPicture(file, calendar).Write(svg);
        output.WriteLine();
        output.WriteLine(Words.PictureWritten(picture));
        return 0;
    }
}
