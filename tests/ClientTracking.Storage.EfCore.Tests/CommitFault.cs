using System.Data.Common;
using ClientTracking.Storage.Conformance;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ClientTracking.Storage.EfCore.Tests;

/// <summary>Makes one commit fail, counted from SaveChanges on, so that reserving a serial or leasing a notice never trips it.</summary>
internal sealed class CommitFault : SaveChangesInterceptor, IDbTransactionInterceptor, IDbCommandInterceptor
{
    private readonly Lock _lock = new();
    private CommitFailure? _armed;
    private DbContext? _committing;
    private int _commands;

    internal IDisposable Arm(CommitFailure where)
    {
        lock (_lock) _armed = where;
        return new Disarm(this);
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        lock (_lock)
            if (_armed is not null && _committing is null) (_committing, _commands) = (eventData.Context, 0);
        FailAt(CommitFailure.BeforeAnything, eventData.Context);
        return new(result);
    }

    public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (eventData.CommandSource == CommandSource.SaveChanges && Interlocked.Increment(ref _commands) == 2)
            FailAt(CommitFailure.InTheMiddle, eventData.Context);
        return new(result);
    }

    /// <summary>A provider that sends everything in one batch has no second command; the middle is then when all is sent and nothing committed.</summary>
    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        FailAt(CommitFailure.InTheMiddle, eventData.Context);
        return new(result);
    }

    /// <summary>Without a transaction of the store's own, SaveChanges has committed by now.</summary>
    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context?.Database.CurrentTransaction is null) FailAt(CommitFailure.AfterEverything, eventData.Context);
        return new(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        FailAt(CommitFailure.AfterEverything, eventData.Context);
        return Task.CompletedTask;
    }

    private void FailAt(CommitFailure where, DbContext? context)
    {
        lock (_lock)
        {
            if (_armed != where || _committing is null || !ReferenceEquals(_committing, context)) return;
            (_armed, _committing) = (null, null);
        }
        throw new IOException($"Made to fail: {where}.");
    }

    private sealed class Disarm(CommitFault fault) : IDisposable
    {
        public void Dispose()
        {
            lock (fault._lock) (fault._armed, fault._committing) = (null, null);
        }
    }
}
