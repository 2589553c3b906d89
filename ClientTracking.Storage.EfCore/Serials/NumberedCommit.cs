using ClientTracking.Storage.EfCore.Tables;
using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore.Serials;

/// <summary>Commits what is to have the next serials of one scope without gaps: the new subjects of all who want one in one transaction.</summary>
/// <remarks>Nobody has a serial before everything is written with it, so nobody's serial depends on what becomes of another's commit.</remarks>
/// <param name="context">The context of the one who writes.</param>
/// <param name="tenant">Whose scope it is.</param>
/// <param name="own">What the one who writes wants itself.</param>
/// <param name="others">What is wanted and was not told yet, at first with its own.</param>
internal sealed class NumberedCommit(DbContext context, TenantId tenant, NumberedChange own, Func<IReadOnlyList<NumberedChange>> others)
{
    private readonly List<NumberedChange> _wanted = [];
    private readonly List<SubjectChange> _made = [];

    /// <summary>What became of each, in their order; fails as a whole only where the database does.</summary>
    internal async Task<Task<SubjectChange>[]> RunAsync()
    {
        if (await TogetherAsync().ConfigureAwait(false)) return [.. _made.Select(Task.FromResult)];
        if (_wanted.Count == 0) _wanted.AddRange(others());
        var alone = new List<Task<SubjectChange>>(_wanted.Count);
        foreach (var change in _wanted)
        {
            alone.Add(AloneAsync(change));
            await ((Task)alone[^1]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        return [.. alone];
    }

    /// <summary>Whether all are committed; not where one stands in the way of the others, and nothing is written.</summary>
    private async Task<bool> TogetherAsync()
    {
        if (!ScopeCounter.Serves(context)) return false;
        var transaction = await WriteTransaction.BeginAsync(context, own.Cancel).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        var counter = new ScopeCounter(context, tenant, own.Request.Scope);
        if (await counter.LockAsync(own.Request.First, own.Cancel).ConfigureAwait(false) is not { } last) return false;
        try
        {
            if (!await WriteAsync(counter, last).ConfigureAwait(false)) return false;
        }
        catch (Exception e) when (!StoreFailure.IsOfTheDatabase(e) || StoreFailure.IsRefusal(e))
        {
            return false; // Committed alone, the one whose fault it is gets to know, and nobody else.
        }
        await transaction.CommitAsync().ConfigureAwait(false);
        return true;
    }

    private async Task<bool> WriteAsync(ScopeCounter counter, long last)
    {
        // Who asks while the others' are being made is taken along; it ends, as each caller waits for what becomes of its one.
        while (others() is { Count: > 0 } more)
        {
            _wanted.AddRange(more);
            foreach (var change in more)
            {
                var made = await change.MakeAsync(++last).ConfigureAwait(false);
                if (made is not { Before: null, Rewrites: null, After.Number: { } number } || number.Scope != own.Request.Scope || number.Serial != last) return false;
                _made.Add(made);
            }
        }
        var at = _made.Zip(_wanted).ToDictionary(pair => pair.First.After.Id, pair => pair.Second.Request.At);
        var rows = new RowInserts(context)
            .Add(tenant, [.. _made.Select(change => change.After)], record => at[record.Id])
            .Add(_made.SelectMany(change => change.Notices).Select(notice => StoredNotice.Of(tenant, notice)));
        counter.Advance(rows, last);
        await rows.RunAsync().ConfigureAwait(false);
        return true;
    }

    private async Task<SubjectChange> AloneAsync(NumberedChange change)
    {
        ITrackingSession session = new EfCoreSession(context, ownsContext: false, tenant);
        await using var _ = session.ConfigureAwait(false);
        return await session.CommitAsync(change.Request, change.MakeAsync, change.Cancel).ConfigureAwait(false);
    }
}
