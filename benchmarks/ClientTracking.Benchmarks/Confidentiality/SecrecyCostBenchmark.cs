using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using ClientTracking.Confidentiality;
using ClientTracking.DependencyInjection;
using ClientTracking.Requirements;
using ClientTracking.Storage;
using ClientTracking.Time;
using ClientTracking.Tracking;
using ClientTracking.Tracking.Secrecy;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ClientTracking.Benchmarks.Confidentiality;

/// <summary>
/// What secrecy costs a host that does not use it, and one that does: the same command and the same queries through the tracker on the store in
/// memory, without a confidentiality regulation (the baseline) and with one under which the records are Confidential and the reader is of the rank that reads them.
/// </summary>
/// <remarks>
/// <see cref="Asked"/> is all that the path of every command and query does for secrecy where no regulation asks for it: its own time and allocation
/// over that of the command or query is the price of the feature unused.
/// </remarks>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class SecrecyCostBenchmark
{
    private const int Records = 500;
    private static readonly TenantId Tenant = new("bench");
    private static readonly Actor Person = new(new PersonId("王小明"), "资讯部", RequirementRoles.Collector);
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 11, 4, 0);
    private static readonly RequirementForm Form = new()
    {
        Type = RequirementType.NewFeature,
        Source = RequirementSource.App,
        Requester = new Requester("沈院"),
        ClientWords = "希望能在手机上看",
    };

    private Host _without = null!;
    private Host _with = null!;

    [GlobalSetup]
    public async Task Setup()
    {
        _without = await Host.CreateAsync(null);
        _with = await Host.CreateAsync(ConfidentialityRegulation.Published with
        {
            Kinds = [new(RequirementKind.Instance.Kind, "CL-02") { Categories = [RecordCategories.ClientFile], MinimumRank = Rank.DepartmentHead }],
        });
    }

    [Benchmark(Baseline = true), BenchmarkCategory("get")]
    public Task<int> GetWithout() => _without.GetAsync();

    [Benchmark, BenchmarkCategory("get")]
    public Task<int> GetWith() => _with.GetAsync();

    [Benchmark(Baseline = true), BenchmarkCategory("list 100")]
    public Task<int> ListWithout() => _without.ListAsync();

    [Benchmark, BenchmarkCategory("list 100")]
    public Task<int> ListWith() => _with.ListAsync();

    [Benchmark(Baseline = true), BenchmarkCategory("command")]
    public Task<int> SendWithout() => _without.SendAsync();

    [Benchmark, BenchmarkCategory("command")]
    public Task<int> SendWith() => _with.SendAsync();

    /// <summary>Everything that is done for secrecy where no regulation asks for it.</summary>
    [Benchmark, BenchmarkCategory("unused")]
#pragma warning disable CA2012 // Asking whether it is complete is all there is to measure: it is the default value.
    public bool Asked() => _without.Readers.FindAsync(Tenant, Person, Noon, default).IsCompletedSuccessfully;
#pragma warning restore CA2012

    private sealed class Host : IActorProvider, IOrganizationProvider
    {
        private ServiceProvider _services = null!;
        private SubjectId _id;

        internal Readers Readers { get; private set; } = null!;

        internal static async Task<Host> CreateAsync(ConfidentialityRules? rules)
        {
            var host = new Host();
            host._services = new ServiceCollection()
                .AddSingleton<IClock>(new Stopped())
                .AddSingleton<IActorProvider>(host)
                .AddSingleton<IOrganizationProvider>(host)
                .AddClientTracking(tracking => tracking
                    .AddRegulation(RegulationPresets.RequirementFollowUp.With(regulation => regulation with { Confidentiality = rules }))
                    .UseCalendar(WorkCalendars.China).UseTenant(Tenant))
                .BuildServiceProvider();
            host.Readers = host._services.CreateScope().ServiceProvider.GetRequiredService<Readers>();
            for (var i = 0; i < Records; i++) await host.SendAsync();
            return host;
        }

        internal Task<int> GetAsync() => UseAsync(async tracker => (await tracker.QueryAsync(new GetSubject<Requirement>(_id), default))!.State.Form.ClientWords.Length);

        internal Task<int> ListAsync() => UseAsync(async tracker =>
            (await tracker.QueryAsync(new FindSubjects<Requirement>(new SubjectQuery { Kind = RequirementKind.Instance.Kind, Take = 100 }), default)).Items.Length);

        internal Task<int> SendAsync() => UseAsync(async tracker =>
        {
            _id = (await tracker.SendAsync(new ReportRequirement(Form, Noon), default)).Requirement;
            return 1;
        });

        public ValueTask<Actor> GetActorAsync(CancellationToken cancellationToken) => new(Person);

        public ValueTask<Organization> GetOrganizationAsync(TenantId tenant, CancellationToken cancellationToken) =>
            new(new Organization(new Office(Person.Id, Rank.DepartmentHead, Person.Department)));

        private async Task<int> UseAsync(Func<ITracker, Task<int>> work)
        {
            await using var scope = _services.CreateAsyncScope();
            return await work(scope.ServiceProvider.GetRequiredService<ITracker>());
        }
    }

    private sealed class Stopped : IClock
    {
        public Instant GetCurrentInstant() => Noon;
    }
}
