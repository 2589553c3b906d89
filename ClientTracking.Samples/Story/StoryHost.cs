using ClientTracking.DependencyInjection;
using ClientTracking.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace ClientTracking.Samples.Story;

/// <summary>The host: what any application writes to have the engine on a database of its own.</summary>
internal static class StoryHost
{
    public static async Task<IHost> StartAsync(StoryFiles files, StoryStore store, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(files.Database)!);
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        // What the program prints is its answer; a host of its own would log as it likes.
        builder.Logging.ClearProviders();
        builder.Services
            .AddSingleton(files)
            .AddSingleton<Stage>()
            .AddSingleton<IClock>(provider => provider.GetRequiredService<Stage>())
            .AddClientTracking(tracking => store.Use(
                tracking
                    .AddRegulation(RegulationPresets.RequirementFollowUp)
                    .UseCalendar(WorkCalendars.China)
                    .UseTenant(new TenantId("sample"))
                    .UseActors<StageActor>()
                    .AddNoticeHandler<NoticeLog>()
                    .Configure(builder.Configuration.GetSection("ClientTracking")),
                files));
        var host = builder.Build();
        await StoryStore.PrepareAsync(host.Services, cancellationToken);
        await host.StartAsync(cancellationToken);
        return host;
    }
}
