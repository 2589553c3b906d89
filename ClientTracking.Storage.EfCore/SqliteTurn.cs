using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore;

/// <summary>The right to write to a SQLite file, given in the order of asking.</summary>
/// <remarks>
/// SQLite lets one connection write at a time; the others sleep and try again, so that under load some starve until their timeout.
/// Other processes still meet each other in SQLite's own lock, which is what keeps the data right.
/// </remarks>
internal sealed class SqliteTurn : IDisposable
{
    private const string Provider = "Microsoft.EntityFrameworkCore.Sqlite";
    private const int DefaultTimeoutSeconds = 30;
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new(StringComparer.Ordinal);
    private SemaphoreSlim? _gate;

    private SqliteTurn(SemaphoreSlim gate) => _gate = gate;

    /// <summary>Waits for the turn; none is needed on other databases, or inside a transaction, which has the database already.</summary>
    /// <exception cref="TimeoutException">Nobody finished within the context's command timeout.</exception>
    internal static async Task<SqliteTurn?> WaitAsync(DbContext context, CancellationToken cancellationToken)
    {
        if (context.Database.ProviderName != Provider || context.Database.CurrentTransaction is not null) return null;
        var gate = Gates.GetOrAdd(context.Database.GetDbConnection().DataSource, _ => new SemaphoreSlim(1, 1));
        var longest = TimeSpan.FromSeconds(context.Database.GetCommandTimeout() ?? DefaultTimeoutSeconds);
        return await gate.WaitAsync(longest, cancellationToken).ConfigureAwait(false)
            ? new SqliteTurn(gate)
            : throw new TimeoutException($"Other writers kept the SQLite file for more than {longest.TotalSeconds} seconds.");
    }

    public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release();
}
