using System.CommandLine;
using ClientTracking.Samples.Calendars;
using ClientTracking.Samples.Try;
using ClientTracking.Time;

namespace ClientTracking.Samples.Commands;

/// <summary>One JSON request a line in, one answer a line out.</summary>
internal static class TryCommand
{
    public static Command Create(Streams streams)
    {
        var ics = new Option<string?>("--ics") { Description = Words.IcsOption };
        var command = new Command("try", Words.TryCommand) { ics };
        command.SetAction(parsed =>
        {
            var calendar = parsed.GetValue(ics) is { } file ? CompanyDaysOff.Read(file).On(WorkCalendars.China) : WorkCalendars.China;
            new TryOut(calendar).Run(streams.In, streams.Out);
            return 0;
        });
        return command;
    }
}
