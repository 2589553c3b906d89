using ClientTracking.Confidentiality;
using ClientTracking.DependencyInjection;
using ClientTracking.Samples.Story;
using ClientTracking.Storage.EfCore;
using ClientTracking.Time;
using ClientTracking.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ClientTracking.Samples.Secrets;

/// <summary>A host whose requirements are under the confidentiality regulation, on a SQLite file of its own.</summary>
internal static class SecretsHost
{
    public static readonly TenantId Tenant = new("sample");

    public static async Task<ServiceProvider> CreateAsync(string file, CancellationToken cancellationToken)
    {
        // A real host's key comes from where the database's administrators cannot read it.
        var key = new LogKey("sample", "a key for a sample, not for a host"u8);
        var services = new ServiceCollection()
            .AddSingleton<Stage>()
            .AddSingleton<IClock>(provider => provider.GetRequiredService<Stage>())
            .AddDbContext<ClientTrackingDbContext>(options => options.UseSqlite($"Data Source={file};Pooling=False"))
            .AddClientTracking(tracking => tracking
                .AddRegulation(RegulationPresets.RequirementFollowUp.With(regulation => regulation with { Confidentiality = Rules }))
                .UseCalendar(WorkCalendars.China)
                .UseTenant(Tenant)
                .UseActors<StageActor>()
                .UseOrganization<SecretsOffices>()
                .SignAccessLogs(key)
                .UseEntityFrameworkCore<ClientTrackingDbContext>())
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ClientTrackingDbContext>().Database.EnsureCreatedAsync(cancellationToken);
        return services;
    }

    private static ConfidentialityRules Rules { get; } = ConfidentialityRegulation.Published with
    {
        Kinds = [new(new SubjectKind("requirement"), "CL-02") { Categories = [RecordCategories.ClientFile] }],
    };

    /// <summary>Who holds which office.</summary>
    private sealed class SecretsOffices : IOrganizationProvider
    {
        private static readonly Organization Offices = new(
            new Office(new("赵董"), Rank.President),
            new Office(new("钱经理"), Rank.Supervisor, "策划部"),
            new Office(new("孙部长"), Rank.DepartmentHead, "推广部"));

        public ValueTask<Organization> GetOrganizationAsync(TenantId tenant, CancellationToken cancellationToken) => new(Offices);
    }
}
