using System.Globalization;
using ClientTracking.Obligations;
using ClientTracking.Storage.EfCore.Tables;
using ClientTracking.Subjects;
using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore;

/// <summary>Lists the obligations of one tenant by due instant.</summary>
internal sealed class ObligationReader(DbContext context, TenantId tenant)
{
    private const string Order = "due";
    private readonly string _tenant = tenant.Value;

    internal async Task<Page<ObligationRow>> QueryAsync(ObligationQuery query, CancellationToken cancellationToken)
    {
        var wanted = After(Matching(query), query.After);
        if (query.Assignee is not { Value: var person }) return Cut(await ReadAsync(wanted, query, cancellationToken).ConfigureAwait(false), query);
        // Two look-ups with an index each; one condition with "or" in it has none.
        var assigned = await ReadAsync(wanted.Where(row => row.Assignee == person), query, cancellationToken).ConfigureAwait(false);
        var shared = await ReadAsync(wanted.Where(row => row.Partner == person && row.Assignee != person), query, cancellationToken).ConfigureAwait(false);
        var merged = assigned.Concat(shared).OrderBy(row => row.Owed.Due).ThenBy(row => row.Owed.Subject, GuidOrder.Of(context)).ThenBy(row => row.Owed.Id);
        return Cut([.. merged.Take(query.Take + 1)], query);
    }

    private static Page<ObligationRow> Cut(List<Found> rows, ObligationQuery query) => Paging
        .Cut(rows, query.Take, row => Cursor(row.Owed))
        .Select(row => new ObligationRow(
            new SubjectId(row.Owed.Subject), new SubjectKind(row.Owed.Kind), row.Number, RecordJson.ReadObligation(row.Owed.Detail)));

    private Task<List<Found>> ReadAsync(IQueryable<StoredObligation> wanted, ObligationQuery query, CancellationToken cancellationToken)
    {
        var subjects = ReaderConditions.Of(context, context.Set<StoredSubject>().AsNoTracking().Where(subject => subject.Tenant == _tenant), query.Reader);
        return wanted
            .Join(subjects, row => row.Subject, subject => subject.Id, (row, subject) => new { Owed = row, subject.Number })
            .OrderBy(row => row.Owed.Due).ThenBy(row => row.Owed.Subject).ThenBy(row => row.Owed.Id)
            .Take(query.Take + 1)
            .Select(row => new Found(row.Owed, row.Number))
            .ToListAsync(cancellationToken);
    }

    private sealed record Found(StoredObligation Owed, string? Number);

    private static string Cursor(StoredObligation row) =>
        PageCursor.Write(Order, Paging.Key(row.Due), row.Subject.ToString("D"), Paging.Key(row.Id));

    private IQueryable<StoredObligation> Matching(ObligationQuery query)
    {
        var rows = context.Set<StoredObligation>().AsNoTracking().Where(row => row.Tenant == _tenant);
        // A constant and not a parameter, so that every database sees that the index of open obligations will do.
        if (query.Status == ObligationStatus.Open) rows = rows.Where(row => row.Status == StoredObligation.Open);
        else if ((int?)query.Status is { } status) rows = rows.Where(row => row.Status == status);
        if (query.DueFrom?.ToUnixTimeMilliseconds() is { } from) rows = rows.Where(row => row.Due >= from);
        if (query.DueBefore?.ToUnixTimeMilliseconds() is { } before) rows = rows.Where(row => row.Due < before);
        if (query.Kind is { Value: var kind }) rows = rows.Where(row => row.Kind == kind);
        if (query.Subject is { Value: var subject }) rows = rows.Where(row => row.Subject == subject);
        if (query.Rule is { Value: var rule }) rows = rows.Where(row => row.Rule == rule);
        if (query.Responsible is { Value: var role }) rows = rows.Where(row => row.Responsible == role);
        if (query.Department is { } department) rows = rows.Where(row => row.Department == department);
        return rows;
    }

    /// <summary>The first comparison is implied by the rest, but only with it do databases start in the index where the page starts.</summary>
    private static IQueryable<StoredObligation> After(IQueryable<StoredObligation> rows, string? cursor) =>
        PageCursor.Read(cursor, Order, 3, key => (
            long.Parse(key[0], CultureInfo.InvariantCulture),
            Guid.ParseExact(key[1], "D"),
            int.Parse(key[2], CultureInfo.InvariantCulture))) is var (due, subject, id)
            ? rows.Where(row => row.Due >= due
                && (row.Due > due || (row.Subject >= subject && (row.Subject > subject || row.Id > id))))
            : rows;
}
