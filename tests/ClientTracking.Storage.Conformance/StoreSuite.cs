using Xunit;

namespace ClientTracking.Storage.Conformance;

/// <summary>What all suites share: a host, a tenant nobody else has, and the one place that decides what an absent server means.</summary>
public abstract class StoreSuite<TFixture>(TFixture fixture) : IClassFixture<TFixture>, IAsyncLifetime where TFixture : StoreFixture
{
    private const string RequireServers = "CLIENTTRACKING_REQUIRE_SERVERS";

    /// <summary>The store under test.</summary>
    protected TFixture Fixture { get; } = fixture;

    /// <summary>The host of this fact.</summary>
    protected ITrackingStore Store { get; private set; } = null!;

    /// <summary>The tenant of this fact.</summary>
    protected TenantId Tenant { get; } = Fresh.Tenant();

    /// <summary>Ends a fact that hangs.</summary>
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A session on this fact's host and tenant.</summary>
    protected ITrackingSession Open() => Store.OpenSession(Tenant);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        TestContext.Current.TestOutputHelper?.WriteLine(Fixture.Description);
        if (Fixture.Unavailable is { } reason)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable(RequireServers) == "1", reason);
            Assert.Fail($"{RequireServers}=1 asks for {Fixture.Description}: {reason}");
        }
        Store = await Fixture.CreateHostAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Store is IAsyncDisposable host) await host.DisposeAsync();
        else (Store as IDisposable)?.Dispose();
    }
}
