#pragma warning disable CA1309 // Translated to SQL, where the binary collation of the columns makes every comparison ordinal.
using System.Collections.Immutable;
using System.Globalization;
using ClientTracking.Storage.EfCore.Tables;
using ClientTracking.Subjects;
using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore;

/// <summary>Reads whole subjects of one tenant. Nothing is tracked: what is saved later is compared with what the caller was given.</summary>
internal sealed class SubjectReader(DbContext context, TenantId tenant)
{
    private const string ById = "id";
    private const string ByNumber = "number";
    private readonly string _tenant = tenant.Value;

    private IQueryable<StoredSubject> Subjects => context.Set<StoredSubject>().AsNoTracking().Where(row => row.Tenant == _tenant);

    internal Task<SubjectRecord?> FindAsync(SubjectId id, CancellationToken cancellationToken)
    {
        var wanted = id.Value;
        return FirstAsync(Subjects.Where(row => row.Id == wanted), cancellationToken);
    }

    internal Task<SubjectRecord?> FindByNumberAsync(string number, CancellationToken cancellationToken) =>
        FirstAsync(Subjects.Where(row => row.Number == number), cancellationToken);

    internal Task<SubjectRecord?> FindByCommandAsync(CommandId command, CancellationToken cancellationToken)
    {
        var wanted = command.Value;
        var entries = context.Set<StoredEntry>().AsNoTracking().Where(row => row.Tenant == _tenant && row.Command == wanted);
        return FirstAsync(entries.Join(Subjects, entry => entry.Subject, subject => subject.Id, (_, subject) => subject), cancellationToken);
    }

    internal async Task<Page<SubjectRecord>> QueryAsync(SubjectQuery query, CancellationToken cancellationToken)
    {
        var wanted = ReaderConditions.Of(context, Subjects.Matching(query), query.Reader);
        var ordered = query.Order == SubjectOrder.Number ? NumberOrder(wanted, query.After) : IdOrder(wanted, query.After);
        var rows = await ordered.Take(query.Take + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
        var page = Paging.Cut(rows, query.Take, query.Order == SubjectOrder.Number ? NumberCursor : IdCursor);
        var records = await CompleteAsync(page.Items, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < records.Length; i++)
            if (IsTorn(records[i]) && await FindAsync(records[i].Id, cancellationToken).ConfigureAwait(false) is { } whole)
                records[i] = whole;
        return new([.. records], page.Next);
    }

    private static IOrderedQueryable<StoredSubject> IdOrder(IQueryable<StoredSubject> wanted, string? cursor)
    {
        if (PageCursor.Read(cursor, ById, 1, key => Guid.ParseExact(key[0], "D")) is { } after)
            wanted = wanted.Where(row => row.Id > after);
        return wanted.OrderBy(row => row.Id);
    }

    private static IOrderedQueryable<StoredSubject> NumberOrder(IQueryable<StoredSubject> wanted, string? cursor)
    {
        wanted = wanted.Where(row => row.Number != null);
        if (PageCursor.Read(cursor, ByNumber, 3, key => (key[0], key[1], long.Parse(key[2], CultureInfo.InvariantCulture)))
            is var (series, period, serial))
            wanted = wanted.Where(row => string.Compare(row.Series, series) >= 0
                && (string.Compare(row.Series, series) > 0
                    || (string.Compare(row.Period, period) >= 0 && (string.Compare(row.Period, period) > 0 || row.Serial > serial))));
        return wanted.OrderBy(row => row.Series).ThenBy(row => row.Period).ThenBy(row => row.Serial);
    }

    private static string IdCursor(StoredSubject row) => PageCursor.Write(ById, row.Id.ToString("D"));

    private static string NumberCursor(StoredSubject row) => PageCursor.Write(ByNumber, row.Series!, row.Period!, Paging.Key(row.Serial!.Value));

    /// <summary>Reads again when a commit came between reading the subject and reading its journal.</summary>
    private async Task<SubjectRecord?> FirstAsync(IQueryable<StoredSubject> wanted, CancellationToken cancellationToken)
    {
        SubjectRecord? before = null;
        while (true)
        {
            if (await wanted.FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false) is not { } row) return null;
            var record = (await CompleteAsync([row], cancellationToken).ConfigureAwait(false))[0];
            if (!IsTorn(record) || record.Version == before?.Version) return record;
            before = record;
        }
    }

    /// <summary>The journal is read last, so whatever was committed after the subject was read shows in it.</summary>
    private static bool IsTorn(SubjectRecord record) => !record.Journal.IsEmpty && record.Journal[^1].Sequence > record.Version;

    private async Task<SubjectRecord[]> CompleteAsync(ImmutableArray<StoredSubject> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.Id).ToArray();
        var obligations = await context.Set<StoredObligation>().AsNoTracking().Where(row => row.Tenant == _tenant && ids.Contains(row.Subject))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var journal = await context.Set<StoredEntry>().AsNoTracking().Where(row => row.Tenant == _tenant && ids.Contains(row.Subject))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var obligationsOf = obligations.ToLookup(row => row.Subject);
        var journalOf = journal.ToLookup(row => row.Subject);
        return [.. rows.Select(row => row.Read(obligationsOf[row.Id], journalOf[row.Id]))];
    }
}
