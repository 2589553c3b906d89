using System.Collections.Immutable;

namespace ClientTracking.Storage.InMemory;

/// <summary>Cuts one page out of rows.</summary>
internal static class Paging
{
    /// <summary>The first rows after a key.</summary>
    /// <param name="rows">All rows, in any order.</param>
    /// <param name="key">The unique key they are ordered by.</param>
    /// <param name="after">The key of the last row seen.</param>
    /// <param name="take">The most rows wanted.</param>
    /// <param name="cursor">Writes the key of the last row of the page.</param>
    internal static Page<T> Cut<T, TKey>(IEnumerable<T> rows, Func<T, TKey> key, TKey? after, int take, Func<T, string> cursor)
        where TKey : struct, IComparable<TKey>
    {
        var rest = after is { } last ? rows.Where(row => key(row).CompareTo(last) > 0) : rows;
        // One row more than wanted tells whether this page is the last.
        var found = rest.OrderBy(key).Take(take + 1).ToImmutableArray();
        return found.Length <= take ? new(found, null) : new(found[..take], cursor(found[take - 1]));
    }
}
