using System.Diagnostics;
using System.Security.Cryptography;
using ClientTracking.Numbering;
using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore.Serials;

/// <summary>
/// Keeps number scopes for one session on SQLite, where a row cannot be locked without stopping every other writer of the file:
/// within the process by a turn, among processes by a mark on the counter.
/// </summary>
/// <remarks>
/// The mark of a process that died is taken over once it has not changed for <see cref="Patience"/>. Taken from one that was only slow, it costs
/// that one a conflict: the counter moves only for the mark it bears.
/// </remarks>
internal sealed class SqliteHold(DbContext context, TenantId tenant, NumberLedger ledger) : IAsyncDisposable
{
    /// <summary>How long one and the same mark is looked at before it is that of the dead.</summary>
    internal static TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private readonly Dictionary<NumberScope, Turn> _scopes = [];
    private readonly HashSet<NumberScope> _marked = [];

    /// <summary>The mark, which no other session has.</summary>
    internal string Mark { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    /// <summary>Waits for the scope and finds its next serial.</summary>
    internal async Task<long> TakeAsync(SerialRequest request, long after, CancellationToken cancellationToken)
    {
        var scope = request.Scope;
        if (!_scopes.ContainsKey(scope))
        {
            var what = (context.Database.GetDbConnection().DataSource, tenant, scope);
            _scopes.Add(scope, await Turn.WaitAsync(what, SqliteTurn.Longest(context), cancellationToken).ConfigureAwait(false));
        }
        var (other, since) = ((string?)null, Stopwatch.GetTimestamp());
        while (true)
        {
            var dead = Stopwatch.GetElapsedTime(since) > Patience ? other : null;
            var (serial, holder) = await TryAsync(request, after, dead, cancellationToken).ConfigureAwait(false);
            if (holder == Mark)
            {
                _marked.Add(scope);
                return serial;
            }
            if (holder != other) (other, since) = (holder, Stopwatch.GetTimestamp());
            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Notes that a commit has moved the counter of a scope and taken the mark off.</summary>
    internal void Used(NumberScope scope) => _marked.Remove(scope);

    /// <summary>Gives every scope back.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            using var turn = _marked.Count == 0 ? null : await SqliteTurn.WaitAsync(context, CancellationToken.None).ConfigureAwait(false);
            foreach (var scope in _marked) await ledger.UnmarkAsync(scope, Mark).ConfigureAwait(false);
        }
        catch (Exception e) when (StoreFailure.IsOfTheDatabase(e))
        {
            // The mark is taken over by whoever waits, and what was committed is not undone: there is nothing to report.
        }
        finally
        {
            foreach (var turn in _scopes.Values) turn.Dispose();
            _scopes.Clear();
        }
    }

    private async Task<(long Serial, string? Holder)> TryAsync(SerialRequest request, long after, string? dead, CancellationToken cancellationToken)
    {
        var transaction = await WriteTransaction.BeginAsync(context, cancellationToken).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        var serial = await ledger.NextAsync(request, after, cancellationToken).ConfigureAwait(false);
        var holder = await ledger.MarkAsync(request.Scope, Mark, dead, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync().ConfigureAwait(false);
        return (serial, holder);
    }
}
