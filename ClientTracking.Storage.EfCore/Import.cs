using System.Collections.Immutable;
using System.Data.Common;
using ClientTracking.Numbering;
using ClientTracking.Storage.EfCore.Tables;
using ClientTracking.Subjects;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ClientTracking.Storage.EfCore;

/// <summary>Stores records with their journals in one transaction: one look at what is taken, then bulk inserts.</summary>
internal sealed class Import(DbContext context, TenantId tenant, ImmutableArray<SubjectRecord> records)
{
    private readonly string _tenant = tenant.Value;

    /// <summary>What became of each record; null where somebody came in between, and nothing is written.</summary>
    internal async Task<ImmutableArray<ImportFate>?> RunAsync(CancellationToken cancellationToken)
    {
        var transaction = await WriteTransaction.BeginAsync(context, cancellationToken).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        var fates = await LookAsync(cancellationToken).ConfigureAwait(false);
        var wanted = records.Where((_, i) => fates[i].Result == ImportResult.Stored).ToList();
        try
        {
            await new RowInserts(context).Add(tenant, wanted, NumberedAt).RunAsync().ConfigureAwait(false);
        }
        catch (DbException e) when (!e.IsTransient)
        {
            return null;
        }
        await transaction.CommitAsync().ConfigureAwait(false);
        return fates;
    }

    private static Instant NumberedAt(SubjectRecord record) =>
        record.Journal.Last(entry => entry.Number is not null || entry.Sequence == 1).RecordedAt;

    private async Task<ImmutableArray<ImportFate>> LookAsync(CancellationToken cancellationToken)
    {
        var ids = records.Select(record => record.Id.Value).ToArray();
        var present = (await context.Set<StoredSubject>().Where(row => row.Tenant == _tenant && ids.Contains(row.Id)).Select(row => row.Id)
            .ToListAsync(cancellationToken).ConfigureAwait(false)).ToHashSet();
        var taken = await TakenAsync(cancellationToken).ConfigureAwait(false);
        return [.. records.Select(record =>
            present.Contains(record.Id.Value) ? new ImportFate(ImportResult.Present)
            : NamesOf(record).FirstOrDefault(taken.Contains) is { } name ? new ImportFate(ImportResult.Refused, name)
            : new ImportFate(ImportResult.Stored))];
    }

    private static IEnumerable<string> NamesOf(SubjectRecord record)
    {
        if (record.Number is { } number)
        {
            yield return number.Text;
            yield return $"{number.Scope} {number.Serial}";
        }
        foreach (var claim in record.Search.Claims) yield return claim.Key;
        foreach (var entry in record.Journal)
            if (entry.Command is { } command) yield return command.Value;
    }

    private async Task<HashSet<string>> TakenAsync(CancellationToken cancellationToken)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var numbers = records.Select(record => record.Number).OfType<DocumentNumber>().ToList();
        var texts = numbers.Select(number => number.Text).ToArray();
        taken.UnionWith(await context.Set<StoredNumber>().Where(row => row.Tenant == _tenant && row.Text != null && texts.Contains(row.Text))
            .Select(row => row.Text!).ToListAsync(cancellationToken).ConfigureAwait(false));
        foreach (var scope in numbers.GroupBy(number => number.Scope))
        {
            // Reserved and void serials have no text, and are nobody's to import.
            var (series, period) = (scope.Key.Series, scope.Key.Period);
            var serials = scope.Select(number => number.Serial).ToArray();
            taken.UnionWith((await context.Set<StoredNumber>()
                .Where(row => row.Tenant == _tenant && row.Series == series && row.Period == period && serials.Contains(row.Serial))
                .Select(row => row.Serial).ToListAsync(cancellationToken).ConfigureAwait(false)).Select(serial => $"{scope.Key} {serial}"));
        }
        foreach (var claims in records.SelectMany(record => record.Search.Claims).GroupBy(claim => claim.Scope))
        {
            var (scope, keys) = (claims.Key, claims.Select(claim => claim.Key).ToArray());
            taken.UnionWith(await context.Set<StoredClaim>().Where(row => row.Tenant == _tenant && row.Scope == scope && keys.Contains(row.Key))
                .Select(row => row.Key).ToListAsync(cancellationToken).ConfigureAwait(false));
        }
        var commands = records.SelectMany(record => record.Journal).Select(entry => entry.Command?.Value).OfType<string>().ToArray();
        if (commands.Length > 0)
            taken.UnionWith(await context.Set<StoredEntry>().Where(row => row.Tenant == _tenant && commands.Contains(row.Command))
                .Select(row => row.Command!).ToListAsync(cancellationToken).ConfigureAwait(false));
        return taken;
    }
}
