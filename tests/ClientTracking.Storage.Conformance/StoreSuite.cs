using System.Collections.Immutable;
using ClientTracking.Storage.Conformance.Records;
using ClientTracking.Subjects;
using Xunit;

namespace ClientTracking.Storage.Conformance;

/// <summary>What all suites share: a host, a tenant nobody else has, and the one place that decides what an absent server means.</summary>
public abstract class StoreSuite<TFixture>(TFixture fixture) : IClassFixture<TFixture>, IAsyncLifetime where TFixture : StoreFixture
{
    private const string RequireServers = "CLIENTTRACKING_REQUIRE_SERVERS";

    private readonly List<ITrackingStore> _hosts = [];

    /// <summary>The fixture of the store under test.</summary>
    protected TFixture Fixture { get; } = fixture;

    /// <summary>The host of this fact.</summary>
    protected ITrackingStore Store { get; private set; } = null!;

    /// <summary>The tenant of this fact.</summary>
    protected TenantId Tenant { get; } = Fresh.Tenant();

    /// <summary>Ends a fact that hangs.</summary>
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A session on this fact's host and tenant.</summary>
    protected ITrackingSession Open() => Store.OpenSession(Tenant);

    /// <summary>Commits in a session of its own.</summary>
    protected async Task CommitAsync(params ImmutableArray<SubjectChange> changes)
    {
        await using var session = Open();
        await session.CommitAsync(changes, Cancel);
    }

    /// <summary>Reads in a session of its own.</summary>
    protected async Task<T> AskAsync<T>(Func<ITrackingSession, Task<T>> ask)
    {
        await using var session = Open();
        return await ask(session);
    }

    /// <summary>What is stored under this id.</summary>
    protected Task<SubjectRecord?> FindAsync(SubjectId id) => AskAsync(session => session.FindAsync(id, Cancel));

    /// <summary>Further hosts on the fixture's database.</summary>
    protected async Task<ImmutableArray<ITrackingStore>> CreateHostsAsync(int count)
    {
        var hosts = ImmutableArray.CreateBuilder<ITrackingStore>();
        while (hosts.Count < count) hosts.Add(await Fixture.CreateHostAsync());
        _hosts.AddRange(hosts);
        return hosts.ToImmutable();
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        TestContext.Current.TestOutputHelper?.WriteLine(Fixture.Description);
        if (Fixture.Unavailable is { } reason)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable(RequireServers) == "1", reason);
            Assert.Fail($"{RequireServers}=1 asks for {Fixture.Description}: {reason}");
        }
        Store = (await CreateHostsAsync(1))[0];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var host in _hosts)
            if (host is IAsyncDisposable disposable) await disposable.DisposeAsync();
            else (host as IDisposable)?.Dispose();
    }
}
