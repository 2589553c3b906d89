using System.CommandLine;
using ClientTracking.Samples.Printing;
using ClientTracking.Samples.Story;
using ClientTracking.Time;
using ClientTracking.Tracking;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace ClientTracking.Samples.Commands;

/// <summary>The main job: plays a file of actions and prints what the engine made of it.</summary>
internal static class StoryCommand
{
    public static RootCommand Create(Streams streams)
    {
        var file = new Option<string?>("--file") { Description = Words.FileOption };
        var database = new Option<string?>("--database") { Description = Words.DatabaseOption };
        var store = new Option<string>("--store") { Description = Words.StoreOption, DefaultValueFactory = _ => StoryStore.Names[0] };
        store.AcceptOnlyFromAmong([.. StoryStore.Names]);
        var connection = new Option<string?>("--connection") { Description = Words.ConnectionOption };
        var reset = new Option<bool>("--reset") { Description = Words.ResetOption };
        var asOf = new Option<string?>("--as-of") { Description = Words.AsOfOption };
        var command = new RootCommand(Words.Program) { file, database, store, connection, reset, asOf };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var files = StoryFiles.Of(parsed.GetValue(file), parsed.GetValue(database));
            Instant? instant = null;
            if (parsed.GetValue(asOf) is { } text && (instant = ReadInstant(text)) is null)
            {
                await streams.Error.WriteLineAsync(Words.AsOfWrong(text));
                return 1;
            }
            var kept = new StoryStore(parsed.GetValue(store)!, parsed.GetValue(connection));
            if (kept.LacksConnection)
            {
                await streams.Error.WriteLineAsync(Words.ConnectionMissing(kept.Name));
                return 1;
            }
            if (parsed.GetValue(reset) || kept.IsForgetful) files.Reset();
            return await PlayAsync(streams, files, kept, instant, cancellationToken);
        });
        return command;
    }

    private static async Task<int> PlayAsync(Streams streams, StoryFiles files, StoryStore store, Instant? asOf, CancellationToken cancellationToken)
    {
        if (!File.Exists(files.Actions))
        {
            await streams.Error.WriteLineAsync(Words.NoFile(files.Actions));
            return 1;
        }
        using var host = await StoryHost.StartAsync(files, store, cancellationToken);
        var stage = host.Services.GetRequiredService<Stage>();
        var player = new StoryPlayer(host.Services.GetRequiredService<IServiceScopeFactory>(), stage, streams.Error);
        await using (var actions = File.OpenRead(files.Actions))
            await player.PlayAsync(actions, cancellationToken);
        await host.Services.GetRequiredService<TrackingWork>().RunDueAsync(cancellationToken);

        await using var output = streams.Writer();
        await output.WriteLineAsync(Words.Replayed(player.Done, Path.GetFileName(files.Actions), NoticeLog.Count(files), Path.GetFileName(files.Notices)));
        if (player.Refused > 0) await streams.Error.WriteLineAsync(Words.Refused(player.Refused));
        await using var scope = host.Services.CreateAsyncScope();
        var reports = new StoryReports(
            scope.ServiceProvider.GetRequiredService<ITracker>(), new Printout(output, streams.IsTerminal), WorkCalendars.China.Zone);
        await reports.PrintAsync(asOf ?? player.Last ?? stage.Now, cancellationToken);
        await host.StopAsync(cancellationToken);
        return player.Refused > 0 ? 2 : 0;
    }

    private static Instant? ReadInstant(string text)
    {
        if (Input.Iso.Offset.Parse(text) is { Success: true } offset) return offset.Value.ToInstant();
        if (LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text) is { Success: true } local)
            return local.Value.InZoneLeniently(WorkCalendars.China.Zone).ToInstant();
        return LocalDatePattern.Iso.Parse(text) is { Success: true } day ? WorkCalendars.China.EndOfDay(day.Value) : null;
    }
}
