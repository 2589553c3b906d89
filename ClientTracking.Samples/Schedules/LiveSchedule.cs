using ClientTracking.Priorities;
using ClientTracking.Requirements;
using ClientTracking.Samples.Story;
using ClientTracking.Schedules;
using ClientTracking.Storage;
using ClientTracking.Tracking;
using Microsoft.Extensions.DependencyInjection;

namespace ClientTracking.Samples.Schedules;

/// <summary>The plan that a team's schedule keeps in the store of the story.</summary>
internal static class LiveSchedule
{
    /// <summary>Plays the story and then what its team plans, and reads the plan as of the last line; none where a line was refused.</summary>
    public static async Task<ScheduleFile?> PlayAsync(StoryFiles files, StoryStore store, TextWriter complaints, CancellationToken cancellationToken)
    {
        if (store.IsForgetful) files.Reset();
        using var host = await StoryHost.StartAsync(files, store, cancellationToken);
        var player = new StoryPlayer(host.Services.GetRequiredService<IServiceScopeFactory>(), host.Services.GetRequiredService<Stage>(), complaints);
        foreach (var path in (string[])[files.Actions, StoryFiles.Team])
            await using (var actions = File.OpenRead(path))
                await player.PlayAsync(actions, cancellationToken);
        await using var scope = host.Services.CreateAsyncScope();
        var schedule = player.Refused > 0 ? null : await ReadAsync(scope.ServiceProvider.GetRequiredService<ITracker>(), cancellationToken);
        await host.StopAsync(cancellationToken);
        return schedule;
    }

    private static async Task<ScheduleFile> ReadAsync(ITracker tracker, CancellationToken cancellationToken)
    {
        var team = (await tracker.QueryAsync(new FindSubjects<TeamSchedule>(new SubjectQuery { Take = 1 }), cancellationToken)).Items[0];
        var plan = await tracker.QueryAsync(new DeliveryForecast(team.Id), cancellationToken);
        var gists = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var work in team.State.Work)
            if (await tracker.QueryAsync(new GetSubject<Requirement>(work.Requirement.Id), cancellationToken) is { } requirement)
                gists[work.Requirement.Number] = requirement.State.Gist ?? "";
        var backlog = new TeamBacklog
        {
            Now = plan.Now,
            Workers = team.State.Workers,
            Absences = team.State.Absences,
            Items = [.. plan.Items.Select(item => item.Item)],
        };
        return new(
            team.State.Name, [.. Enumerable.Range(1, team.State.Workers).Select(Words.Worker)], gists, backlog, plan, new Dictionary<string, ForecastRange>());
    }
}
