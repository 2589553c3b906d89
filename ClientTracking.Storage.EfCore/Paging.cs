using System.Globalization;

namespace ClientTracking.Storage.EfCore;

/// <summary>Cuts the rows of a query that asked for one more than the page has, so that the last page knows it is the last.</summary>
internal static class Paging
{
    internal static Page<T> Cut<T>(IReadOnlyList<T> rows, int take, Func<T, string> cursor) =>
        rows.Count > take ? new([.. rows.Take(take)], cursor(rows[take - 1])) : new([.. rows], null);

    internal static Page<TTo> Select<TFrom, TTo>(this Page<TFrom> page, Func<TFrom, TTo> read) => new([.. page.Items.Select(read)], page.Next);

    internal static string Key(long value) => value.ToString(CultureInfo.InvariantCulture);
}
