using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClientTracking.Storage.EfCore;

/// <summary>A transaction of the store's own, or nothing where the host has one open already: then the host commits.</summary>
/// <remarks>Not committed when disposed, it is rolled back.</remarks>
internal sealed class WriteTransaction : IAsyncDisposable
{
    private readonly IDbContextTransaction? _own;
    private readonly Turn? _turn;

    private WriteTransaction(IDbContextTransaction? own, Turn? turn) => (_own, _turn) = (own, turn);

    /// <summary>Whether it ends here; else it is the host's.</summary>
    internal bool IsOwn => _own is not null;

    internal static async Task<WriteTransaction> BeginAsync(DbContext context, CancellationToken cancellationToken)
    {
        if (IsInside(context)) return new(null, null);
        var turn = await SqliteTurn.WaitAsync(context, cancellationToken).ConfigureAwait(false);
        try
        {
            return new(await context.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false), turn);
        }
        catch
        {
            turn?.Dispose();
            throw;
        }
    }

    internal async Task CommitAsync()
    {
        // Given up halfway, nobody could tell whether it was committed.
        if (_own is not null) await _own.CommitAsync(CancellationToken.None).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_own is not null) await _own.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            _turn?.Dispose();
        }
    }

    internal static bool IsInside(DbContext context) =>
        context.Database.CurrentTransaction is not null
        || context.GetService<IDbContextTransactionManager>() is ITransactionEnlistmentManager { EnlistedTransaction: not null }
        || System.Transactions.Transaction.Current is not null;
}
