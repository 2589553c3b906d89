#pragma warning disable CA1309 // Translated to SQL, where the binary collation of the columns makes every comparison ordinal.
using ClientTracking.Storage.EfCore.Tables;

namespace ClientTracking.Storage.EfCore;

/// <summary>The conditions of a <see cref="SubjectQuery"/>; all in the database, all ordinal.</summary>
internal static class SubjectFilter
{
    internal static IQueryable<StoredSubject> Matching(this IQueryable<StoredSubject> rows, SubjectQuery query)
    {
        if (query.Kind is { Value: var kind }) rows = rows.Where(row => row.Kind == kind);
        if (query.Statuses is { IsDefaultOrEmpty: false } statuses)
        {
            var any = statuses.ToArray();
            rows = rows.Where(row => any.Contains(row.Status));
        }
        if ((int?)query.Grade is { } grade) rows = rows.Where(row => row.Grade == grade);
        if (query.Owner is { Value: var owner }) rows = rows.Where(row => row.Owner == owner);
        if (query.Client is { } client) rows = rows.Where(row => row.Client == client);
        if (query.Closed is { } closed) rows = rows.Where(row => row.Closed == closed);
        if (query.NumberPrefix is { } prefix) rows = rows.NumberedFrom(prefix);
        if (query.Series is { } series) rows = rows.Where(row => row.Series == series);
        if (query.FromPeriod is { } from) rows = rows.Where(row => string.Compare(row.Period, from) >= 0);
        if (query.ToPeriod is { } to) rows = rows.Where(row => string.Compare(row.Period, to) <= 0);
        return rows;
    }

    /// <summary>A range and not LIKE, which ignores case on SQLite and knows wildcards everywhere.</summary>
    private static IQueryable<StoredSubject> NumberedFrom(this IQueryable<StoredSubject> rows, string prefix)
    {
        rows = rows.Where(row => string.Compare(row.Number, prefix) >= 0);
        return Behind(prefix) is { } end ? rows.Where(row => string.Compare(row.Number, end) < 0) : rows;
    }

    /// <summary>The least text behind all that begin with the prefix, by code point; none when there is no such text.</summary>
    internal static string? Behind(string prefix)
    {
        var runes = prefix.EnumerateRunes().ToList();
        for (var i = runes.Count - 1; i >= 0; i--)
        {
            var next = runes[i].Value == 0xD7FF ? 0xE000 : runes[i].Value + 1;
            if (next <= 0x10FFFF) return string.Concat(runes.Take(i)) + char.ConvertFromUtf32(next);
        }
        return null;
    }
}
