using System.CommandLine;
using ClientTracking.Samples.Try;

namespace ClientTracking.Samples.Commands;

/// <summary>One JSON request a line in, one answer a line out.</summary>
internal static class TryCommand
{
    public static Command Create(Streams streams)
    {
        var command = new Command("try", Words.TryCommand);
        command.SetAction(_ =>
        {
            TryOut.Run(streams.In, streams.Out);
            return 0;
        });
        return command;
    }
}
