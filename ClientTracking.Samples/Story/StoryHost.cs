using ClientTracking.DependencyInjection;
using ClientTracking.Storage.EfCore;
using ClientTracking.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace ClientTracking.Samples.Story;

/// <summary>The host: what any application writes to have the engine on a database of its own.</summary>
internal static class StoryHost
{
    public static async Task<IHost> StartAsync(StoryFiles files, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(files.Database)!);
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        // What the program prints is its answer; a host of its own would log as it likes.
        builder.Logging.ClearProviders();
        builder.Services
            .AddSingleton(files)
            .AddSingleton<Stage>()
            .AddSingleton<IClock>(provider => provider.GetRequiredService<Stage>())
            .AddDbContext<ClientTrackingDbContext>(options => options.UseSqlite($"Data Source={files.Database};Pooling=False"))
            .AddClientTracking(tracking => tracking
                .AddRegulation(RegulationPresets.RequirementFollowUp)
                .UseCalendar(WorkCalendars.China)
                .UseTenant(new TenantId("sample"))
                .UseActors<StageActor>()
                .AddNoticeHandler<NoticeLog>()
                .UseEntityFrameworkCore<ClientTrackingDbContext>()
                .Configure(builder.Configuration.GetSection("ClientTracking")));
        var host = builder.Build();
        await using (var scope = host.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<ClientTrackingDbContext>().Database.EnsureCreatedAsync(cancellationToken);
        await host.StartAsync(cancellationToken);
        return host;
    }
}
