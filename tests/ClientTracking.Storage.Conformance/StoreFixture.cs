using Xunit;

namespace ClientTracking.Storage.Conformance;

/// <summary>One database of one store. Write one fixture for an adapter, and one empty sealed subclass of every suite.</summary>
/// <remarks>An instance has a database of its own. Facts use a fresh tenant each, so nothing is wiped between them.</remarks>
public abstract class StoreFixture : IAsyncLifetime
{
    /// <summary>What the suites run on, product, version and form of deployment; it is written to the log of every fact.</summary>
    public abstract string Description { get; }

    /// <summary>Why the database is not there; then facts are skipped with this reason. Null: it is there.</summary>
    /// <remarks>Decide it in the constructor or in <see cref="InitializeAsync"/>, which must not throw for an absent server.</remarks>
    public virtual string? Unavailable => null;

    /// <summary>Whether a session that holds a gap-free serial keeps every other session from writing, as in an embedded database.</summary>
    /// <remarks>Then the facts are skipped in which one session writes while another holds a serial.</remarks>
    public virtual bool HasOneWriter => false;

    /// <summary>A new host on the fixture's one database, with connections and caches of its own as far as the store has any.</summary>
    public abstract Task<ITrackingStore> CreateHostAsync();

    /// <summary>While the returned value is alive, the next commit of any host of this fixture fails once, at this point.</summary>
    public abstract IDisposable FailCommits(CommitFailure where);

    /// <summary>Every text the database has, of all tenants, as far down as the adapter reaches: where what was erased is looked for.</summary>
    /// <remarks>Where the database frees space only on demand, demand it first.</remarks>
    public abstract Task<string> DumpAsync();

    /// <inheritdoc/>
    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
