using System.CommandLine;
using ClientTracking.Samples.Secrets;

namespace ClientTracking.Samples.Commands;

/// <summary>Who may know a secret, who tries all the same, and what the log of it is worth.</summary>
internal static class SecretsCommand
{
    public static Command Create(Streams streams)
    {
        var command = new Command("secrets", Words.SecretsCommand);
        command.SetAction(async (_, cancellationToken) =>
        {
            var folder = Directory.CreateTempSubdirectory("client-tracking-secrets-");
            try
            {
                await using var services = await SecretsHost.CreateAsync(Path.Combine(folder.FullName, "secrets.db"), cancellationToken);
                await using var output = streams.Writer();
                await new SecretsStory(services, output).TellAsync(cancellationToken);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
            return 0;
        });
        return command;
    }
}
