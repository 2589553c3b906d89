using System.Data.Common;
using System.Globalization;
using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using ClientTracking.Numbering;
using ClientTracking.Storage.EfCore.Tables;
using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore.Serials;

/// <summary>Counters and the number ledger of one tenant.</summary>
/// <remarks>
/// A counter row is updated before it is read, so its lock makes the writers of a scope queue until the transaction ends.
/// Rows are written by statements of their own and not by <c>SaveChanges</c>, which would write what the host has pending.
/// </remarks>
internal sealed class NumberLedger(DbContext context, TenantId tenant)
{
    private const string Order = "serial";
    private const int Look = 100;
    private readonly string _tenant = tenant.Value;

    /// <summary>Locks the scope and finds its next free serial; nothing is written.</summary>
    internal async Task<long> NextAsync(SerialRequest request, long after, CancellationToken cancellationToken)
    {
        if (context.IsPostgres() && context.Database.CurrentTransaction is not null
            && await new PostgresCounters(context, tenant).NextAsync(request, after, cancellationToken).ConfigureAwait(false) is { } next)
            return next;
        return (await NextAsync(request, after, 1, cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>Locks the scope and finds its next free serials, ascending; nothing is written.</summary>
    internal async Task<List<long>> NextAsync(SerialRequest request, long after, int count, CancellationToken cancellationToken)
    {
        var counter = Counter(request.Scope);
        if (await LockAsync(counter, cancellationToken).ConfigureAwait(false) == 0)
            await StartAsync(counter, request, cancellationToken).ConfigureAwait(false);
        var last = await counter.Select(row => row.Last).SingleAsync(cancellationToken).ConfigureAwait(false);
        return await FreeAsync(request.Scope, Math.Max(Math.Max(last, after) + 1, request.First), count, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Moves the counter of a locked scope.</summary>
    internal Task AdvanceAsync(NumberScope scope, long last, CancellationToken cancellationToken) =>
        Counter(scope).ExecuteUpdateAsync(set => set.SetProperty(row => row.Last, last), cancellationToken);

    /// <summary>Moves the counter of a marked scope and takes the mark off.</summary>
    /// <exception cref="ConcurrencyConflictException">Somebody took the mark for that of the dead.</exception>
    internal async Task AdvanceAsync(NumberScope scope, long last, string mark)
    {
        var moved = await Counter(scope).Where(row => row.Holder == mark)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Last, last).SetProperty(row => row.Holder, (string?)null)).ConfigureAwait(false);
        if (moved == 0) throw new ConcurrencyConflictException(scope.ToString());
    }

    /// <summary>Marks the counter of a scope unless it bears another's mark that is not of the <paramref name="dead"/>; says whose it bears.</summary>
    internal async Task<string?> MarkAsync(NumberScope scope, string mark, string? dead, CancellationToken cancellationToken)
    {
        await Counter(scope).Where(row => row.Holder == null || row.Holder == dead)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Holder, mark), cancellationToken).ConfigureAwait(false);
        return await Counter(scope).Select(row => row.Holder).SingleAsync(cancellationToken).ConfigureAwait(false);
    }

    internal Task UnmarkAsync(NumberScope scope, string mark) =>
        Counter(scope).Where(row => row.Holder == mark).ExecuteUpdateAsync(set => set.SetProperty(row => row.Holder, (string?)null));

    /// <summary>Enters serials that are gone from the counter but on no document yet.</summary>
    internal Task ReserveAsync(List<SerialRequest> requests, List<long> serials, CancellationToken cancellationToken)
    {
        var lines = requests.Zip(serials, Reserved).ToList();
        return lines.Count == 1 ? context.InsertAsync(lines[0], cancellationToken) : new RowInserts(context).Add(lines).RunAsync();
    }

    private StoredNumber Reserved(SerialRequest request, long serial) => new()
    {
        Tenant = _tenant,
        Series = request.Scope.Series,
        Period = request.Scope.Period,
        Serial = serial,
        Use = (int)NumberUse.Reserved,
        Subject = request.Subject.Value,
        At = request.At.ToUnixTimeMilliseconds(),
    };

    /// <summary>Ends a reserved serial; ending it twice is ending it once.</summary>
    internal async Task VoidAsync(NumberScope scope, long serial, string reason, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var line = Lines(scope).Where(row => row.Serial == serial);
        using var turn = await SqliteTurn.WaitAsync(context, cancellationToken).ConfigureAwait(false);
        var voided = await line.Where(row => row.Use == (int)NumberUse.Reserved).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Use, (int)NumberUse.Void).SetProperty(row => row.Reason, reason)
                .SetProperty(row => row.Subject, (Guid?)null),
            cancellationToken).ConfigureAwait(false);
        if (voided == 0 && !await line.AnyAsync(row => row.Use == (int)NumberUse.Void, cancellationToken).ConfigureAwait(false))
            throw new ConcurrencyConflictException($"{scope} {serial}");
    }

    internal Task<StoredNumber?> FindAsync(DocumentNumber number, CancellationToken cancellationToken) =>
        Lines(number.Scope).FirstOrDefaultAsync(row => row.Serial == number.Serial, cancellationToken);

    internal async Task<Page<NumberEntry>> QueryAsync(NumberQuery query, CancellationToken cancellationToken)
    {
        var lines = Known(Lines(query.Scope), query.Reader);
        if (PageCursor.Read(query.After, Order, 1, key => long.Parse(key[0], CultureInfo.InvariantCulture)) is { } after)
            lines = lines.Where(row => row.Serial > after);
        var rows = await lines.OrderBy(row => row.Serial).Take(query.Take + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
        return Paging.Cut(rows, query.Take, row => PageCursor.Write(Order, Paging.Key(row.Serial))).Select(row => row.Read());
    }

    private IQueryable<StoredNumber> Known(IQueryable<StoredNumber> lines, ReaderFilter? reader)
    {
        if (reader is null) return lines;
        var known = ReaderConditions.Of(context, context.Set<StoredSubject>().AsNoTracking().Where(row => row.Tenant == _tenant), reader);
        return lines.Where(line => line.Use == (int)NumberUse.Used && known.Any(row => row.Id == line.Subject));
    }

    private IQueryable<StoredCounter> Counter(NumberScope scope)
    {
        var (series, period) = (scope.Series, scope.Period);
        return context.Set<StoredCounter>().AsNoTracking().Where(row => row.Tenant == _tenant && row.Series == series && row.Period == period);
    }

    private IQueryable<StoredNumber> Lines(NumberScope scope)
    {
        var (series, period) = (scope.Series, scope.Period);
        return context.Set<StoredNumber>().AsNoTracking().Where(row => row.Tenant == _tenant && row.Series == series && row.Period == period);
    }

    private static Task<int> LockAsync(IQueryable<StoredCounter> counter, CancellationToken cancellationToken) =>
        counter.ExecuteUpdateAsync(set => set.SetProperty(row => row.Last, row => row.Last), cancellationToken);

    /// <summary>The first number of a scope: of two that insert its counter the loser waits for the winner and locks what that one left.</summary>
    private async Task StartAsync(IQueryable<StoredCounter> counter, SerialRequest request, CancellationToken cancellationToken)
    {
        const string Before = "client_tracking_counter";
        var first = new StoredCounter { Tenant = _tenant, Series = request.Scope.Series, Period = request.Scope.Period, Last = request.First - 1 };
        var transaction = context.Database.CurrentTransaction is { SupportsSavepoints: true } open ? open : null;
        if (transaction is not null) await transaction.CreateSavepointAsync(Before, cancellationToken).ConfigureAwait(false);
        try
        {
            await context.InsertAsync(first, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException)
        {
            if (transaction is not null) await transaction.RollbackToSavepointAsync(Before, cancellationToken).ConfigureAwait(false);
            if (await LockAsync(counter, cancellationToken).ConfigureAwait(false) == 0) throw;
        }
    }

    /// <summary>The first serials from <paramref name="serial"/> on that are not in the ledger: imported numbers may lie ahead.</summary>
    private async Task<List<long>> FreeAsync(NumberScope scope, long serial, int count, CancellationToken cancellationToken)
    {
        var free = new List<long>(count);
        while (free.Count < count)
        {
            var taken = await Lines(scope).Where(row => row.Serial >= serial).OrderBy(row => row.Serial).Select(row => row.Serial)
                .Take(Look).ToListAsync(cancellationToken).ConfigureAwait(false);
            foreach (var next in taken)
            {
                while (serial < next && free.Count < count) free.Add(serial++);
                serial = next + 1;
            }
            if (taken.Count == Look) continue;
            while (free.Count < count) free.Add(serial++);
        }
        return free;
    }
}
