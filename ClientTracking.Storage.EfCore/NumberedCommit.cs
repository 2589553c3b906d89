using ClientTracking.Storage.EfCore.Tables;
using ClientTracking.Subjects;
using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore;

/// <summary>Commits what is to have the next serials of one scope without gaps: the new subjects of all who want one in one transaction.</summary>
/// <remarks>Nobody has a serial before everything is written with it, so nobody's serial depends on what becomes of another's commit.</remarks>
/// <param name="context">The context of the one who writes.</param>
/// <param name="tenant">Whose scope it is.</param>
/// <param name="own">What the one who writes wants itself.</param>
/// <param name="all">What all want by now, its own first; asked once, as late as can be.</param>
internal sealed class NumberedCommit(DbContext context, TenantId tenant, NumberedChange own, Func<IReadOnlyList<NumberedChange>> all)
{
    private IReadOnlyList<NumberedChange> _wanted = [own];

    /// <summary>What became of each, in their order; fails as a whole only where the database does.</summary>
    internal async Task<Task<SubjectChange>[]> RunAsync()
    {
        if (await TogetherAsync().ConfigureAwait(false) is { } made) return [.. made.Select(Task.FromResult)];
        var alone = new List<Task<SubjectChange>>(_wanted.Count);
        foreach (var change in _wanted)
        {
            alone.Add(AloneAsync(change));
            await ((Task)alone[^1]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        return [.. alone];
    }

    /// <summary>All changes; null where one stands in the way of the others, and nothing is written.</summary>
    private async Task<SubjectChange[]?> TogetherAsync()
    {
        if (!ScopeCounter.Serves(context)) return null;
        var transaction = await WriteTransaction.BeginAsync(context, own.Cancel).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        var counter = new ScopeCounter(context, tenant, own.Request.Scope);
        if (await counter.LockAsync(own.Request.First, own.Cancel).ConfigureAwait(false) is not { } last) return null;
        _wanted = all();
        SubjectChange[]? made;
        try
        {
            made = await WriteAsync(counter, last).ConfigureAwait(false);
        }
        catch (Exception e) when (!StoreFailure.IsOfTheDatabase(e) || StoreFailure.IsRefusal(e))
        {
            return null; // Committed alone, the one whose fault it is gets to know, and nobody else.
        }
        if (made is not null) await transaction.CommitAsync().ConfigureAwait(false);
        return made;
    }

    private async Task<SubjectChange[]?> WriteAsync(ScopeCounter counter, long last)
    {
        var made = new SubjectChange[_wanted.Count];
        for (var i = 0; i < made.Length; i++)
        {
            made[i] = await _wanted[i].MakeAsync(++last).ConfigureAwait(false);
            if (made[i] is not { Before: null, Rewrites: null, After.Number: { } number } || number.Scope != own.Request.Scope || number.Serial != last) return null;
        }
        var at = made.Zip(_wanted).ToDictionary(pair => pair.First.After.Id, pair => pair.Second.Request.At);
        var rows = new RowInserts(context)
            .Add(tenant, [.. made.Select(change => change.After)], record => at[record.Id])
            .Add(made.SelectMany(change => change.Notices).Select(notice => StoredNotice.Of(tenant, notice)));
        counter.Advance(rows, last);
        await rows.RunAsync().ConfigureAwait(false);
        return made;
    }

    private async Task<SubjectChange> AloneAsync(NumberedChange change)
    {
        ITrackingSession session = new EfCoreSession(context, ownsContext: false, tenant);
        await using var _ = session.ConfigureAwait(false);
        return await session.CommitAsync(change.Request, change.MakeAsync, change.Cancel).ConfigureAwait(false);
    }
}
