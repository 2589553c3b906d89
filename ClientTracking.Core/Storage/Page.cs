using System.Collections.Immutable;

namespace ClientTracking.Storage;

/// <summary>A part of an ordered answer. Rows that come or go meanwhile shift nothing: the next page starts after the last row seen.</summary>
/// <param name="Items">The rows, in order.</param>
/// <param name="Next">Where the next page starts; null when this is the last.</param>
public sealed record Page<T>(ImmutableArray<T> Items, string? Next);

/// <summary>Which part of an ordered answer is wanted.</summary>
public abstract record PagedQuery
{
    /// <summary>The largest page a store gives.</summary>
    public const int LargestPage = 1000;

    /// <summary>The most rows wanted, 1 to <see cref="LargestPage"/>; default 100.</summary>
    public int Take
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LargestPage);
            field = value;
        }
    } = 100;

    /// <summary>Where to start, from <see cref="Page{T}.Next"/>; null: at the beginning.</summary>
    public string? After { get; init; }
}
