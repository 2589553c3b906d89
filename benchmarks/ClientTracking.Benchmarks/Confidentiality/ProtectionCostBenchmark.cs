using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using ClientTracking.Benchmarks.Storage;
using ClientTracking.Confidentiality;
using ClientTracking.Storage;
using ClientTracking.Storage.InMemory;
using ClientTracking.Storage.Protection;
using ClientTracking.Subjects;

namespace ClientTracking.Benchmarks.Confidentiality;

/// <summary>
/// What encryption at rest costs: the same records saved, read and listed on the same kind of store, without a protector in front of it (the baseline)
/// and with one. TopSecret ones are encrypted, Secret ones pass through.
/// </summary>
/// <remarks>A record read has ten journal entries: eleven texts to decrypt. A record saved is new: two to encrypt. A command on one does both.</remarks>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory, BenchmarkLogicalGroupRule.ByParams)]
[CategoriesColumn]
public class ProtectionCostBenchmark
{
    private const int Kept = 200;
    private const int Entries = 10;
    private const int Listed = 100;

    private Database? _database;
    private ITrackingStore _without = null!;
    private ITrackingStore _with = null!;
    private SubjectRecord[] _kept = [];
    private int _next;

    [Params("memory", "SQLite")]
    public string Store { get; set; } = "";

    [Params(ConfidentialityLevel.TopSecret, ConfidentialityLevel.Secret)]
    public ConfidentialityLevel Level { get; set; }

    [GlobalSetup(Targets = [nameof(SaveWithout), nameof(ReadWithout), nameof(ListWithout)])]
    public Task SetupWithout() => SetupAsync(isProtected: false);

    [GlobalSetup(Targets = [nameof(SaveWith), nameof(ReadWith), nameof(ListWith)])]
    public Task SetupWith() => SetupAsync(isProtected: true);

    [GlobalCleanup]
    public async Task Cleanup()
    {
        if (_database is not null) await _database.DisposeAsync();
    }

    [Benchmark(Baseline = true), BenchmarkCategory("save")]
    public Task SaveWithout() => SaveAsync(_without);

    [Benchmark, BenchmarkCategory("save")]
    public Task SaveWith() => SaveAsync(_with);

    [Benchmark(Baseline = true), BenchmarkCategory("read")]
    public Task<int> ReadWithout() => ReadAsync(_without);

    [Benchmark, BenchmarkCategory("read")]
    public Task<int> ReadWith() => ReadAsync(_with);

    [Benchmark(Baseline = true), BenchmarkCategory("list 100")]
    public Task<int> ListWithout() => ListAsync(_without);

    [Benchmark, BenchmarkCategory("list 100")]
    public Task<int> ListWith() => ListAsync(_with);

    /// <summary>A store of its own for each side, because one cannot read what the other wrote.</summary>
    private async Task SetupAsync(bool isProtected)
    {
        _database = Store == "SQLite" ? await Database.CreateAsync(isPostgres: false) : null;
        _without = _database is null ? new InMemoryTrackingStore() : _database.Store;
        _with = new ProtectedStore(_without, new AesGcmContentProtector(new(new("2026", new byte[32]))));
        _kept = [.. Enumerable.Range(0, Kept).Select(_ => Grown(Records.Born(null, 0, 6, Level)))];
        await (isProtected ? _with : _without).ImportAsync(Records.Tenant, [.. _kept], default);
    }

    private async Task SaveAsync(ITrackingStore store)
    {
        await using var session = store.OpenSession(Records.Tenant);
        await session.CommitAsync([new SubjectChange(null, Records.Born(null, 0, 6, Level), [])], default);
    }

    private async Task<int> ReadAsync(ITrackingStore store)
    {
        await using var session = store.OpenSession(Records.Tenant);
        return (await session.FindAsync(_kept[_next++ % Kept].Id, default))!.Journal.Length;
    }

    private async Task<int> ListAsync(ITrackingStore store)
    {
        await using var session = store.OpenSession(Records.Tenant);
        return (await session.QueryAsync(new SubjectQuery { Kind = _kept[0].Kind, Take = Listed }, default)).Items.Length;
    }

    private static SubjectRecord Grown(SubjectRecord born) => Enumerable.Range(2, Entries - 1).Aggregate(born, (record, sequence) => record.After(
        record.Journal[0] with { Sequence = sequence, Secrecy = null, Obligations = [], RegulationVersion = null }, record.State, record.Search));
}
