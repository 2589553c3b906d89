using System.Collections.Immutable;

namespace ClientTracking.Sanctions;

/// <content>Sharing out without losing a fen.</content>
public readonly partial record struct Money
{
    /// <summary>Shares the amount out by weights so that the shares add up to it exactly (分摊).</summary>
    /// <remarks>Each share is cut to whole fen; the fen left over go one each to the largest remainders, of equal ones to the earlier.</remarks>
    /// <param name="weights">Not negative, and not all zero.</param>
    /// <exception cref="ArgumentException">A weight is negative, or none is positive.</exception>
    public ImmutableArray<Money> Allocate(params ReadOnlySpan<long> weights)
    {
        Int128 sum = 0;
        foreach (var weight in weights)
            sum += weight >= 0 ? weight : throw new ArgumentException($"A weight must not be negative; {weight} is.", nameof(weights));
        if (sum == 0) throw new ArgumentException("At least one weight must be positive.", nameof(weights));

        var shares = new Money[weights.Length];
        var remainders = new UInt128[weights.Length];
        var size = (UInt128)Int128.Abs(Fen);
        var left = size;
        for (var i = 0; i < shares.Length; i++)
        {
            var (whole, rest) = UInt128.DivRem(size * (UInt128)weights[i], (UInt128)sum);
            left -= whole;
            remainders[i] = rest;
            shares[i] = this with { Fen = (long)((Int128)whole * Math.Sign(Fen)) };
        }

        // A stable sort: of equal remainders the earlier comes first.
        foreach (var i in Enumerable.Range(0, shares.Length).OrderByDescending(i => remainders[i]).Take((int)left))
            shares[i] = shares[i] with { Fen = shares[i].Fen + Math.Sign(Fen) };
        return [.. shares];
    }
}
