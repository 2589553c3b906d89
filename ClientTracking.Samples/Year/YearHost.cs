using ClientTracking.DependencyInjection;
using ClientTracking.Samples.Story;
using ClientTracking.Subjects;
using ClientTracking.Time;
using ClientTracking.Tracking;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ClientTracking.Samples.Year;

/// <summary>The engine in memory, whose clock and acting person the year sets.</summary>
internal sealed class YearHost : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton<Stage>()
        .AddSingleton<NoticeCount>()
        .AddSingleton<IClock>(provider => provider.GetRequiredService<Stage>())
        .AddClientTracking(tracking => tracking
            .AddRegulation(RegulationPresets.RequirementFollowUp)
            .UseCalendar(WorkCalendars.China)
            .UseTenant(new TenantId("year"))
            .UseActors<StageActor>()
            .AddNoticeHandler<NoticeCount.Counter>())
        .BuildServiceProvider();

    public int Notices => _services.GetRequiredService<NoticeCount>().Count;

    public async Task<T> SendAsync<T>(Instant now, Actor who, ICommand<T> command, CancellationToken cancellationToken)
    {
        var stage = _services.GetRequiredService<Stage>();
        (stage.Now, stage.Who) = (now, who);
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ITracker>().SendAsync(command, cancellationToken);
    }

    public async Task<T> AskAsync<T>(IQuery<T> query, CancellationToken cancellationToken)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ITracker>().QueryAsync(query, cancellationToken);
    }

    public Task<T> AskAsync<T>(Instant now, Actor who, IQuery<T> query, CancellationToken cancellationToken)
    {
        var stage = _services.GetRequiredService<Stage>();
        (stage.Now, stage.Who) = (now, who);
        return AskAsync(query, cancellationToken);
    }

    public async Task RunDueAsync(Instant now, CancellationToken cancellationToken)
    {
        _services.GetRequiredService<Stage>().Now = now;
        await _services.GetRequiredService<TrackingWork>().RunDueAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>How many notices the host has received.</summary>
    internal sealed class NoticeCount
    {
        public int Count { get; private set; }

        internal sealed class Counter(NoticeCount count) : INoticeHandler
        {
            public Task HandleAsync(Notice notice, CancellationToken cancellationToken)
            {
                count.Count++;
                return Task.CompletedTask;
            }
        }
    }
}
