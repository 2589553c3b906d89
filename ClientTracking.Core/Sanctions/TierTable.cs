using System.Collections.Immutable;
using ClientTracking.Errors;

namespace ClientTracking.Sanctions;

/// <summary>Tiers in ascending order: each begins where the one before ends. More never costs less, so that waiving never costs more.</summary>
public sealed record TierTable
{
    /// <summary>Creates the table.</summary>
    /// <param name="boundary">To which tier a boundary belongs.</param>
    /// <param name="tiers">At least one; bounds ascend from 1, the last has none; amounts do not fall; only the last may forfeit.</param>
    /// <exception cref="InvalidRequestException">One fault for each tier that does not fit.</exception>
    public TierTable(BoundaryReading boundary, params ImmutableArray<Tier> tiers)
    {
        (Boundary, Tiers) = (boundary, tiers);
        if (Faults().ToArray() is { Length: > 0 } faults) throw new InvalidRequestException([.. faults]);
    }

    /// <summary>To which tier a boundary belongs.</summary>
    public BoundaryReading Boundary { get; }

    /// <summary>The tiers, ascending.</summary>
    public ImmutableArray<Tier> Tiers { get; }

    /// <summary>The tier of a number that is at least 1.</summary>
    public Tier Of(long number) => Tiers[IndexOf(number)];

    /// <summary>What the month costs in money once it has that many; what a forfeiting tier takes is not counted here.</summary>
    public Money Total(long number, MonthTotalReading reading)
    {
        if (number <= 0) return Tiers[0].Amount.Nothing;
        var index = IndexOf(number);
        if (Tiers[index].Forfeits)
        {
            if (index == 0) return Tiers[0].Amount.Nothing;
            number = LastOf(--index);
        }

        if (reading == MonthTotalReading.WholeMonth) return Tiers[index].Amount;
        if (reading == MonthTotalReading.EachAtReachedTier) return Tiers[index].Amount * number;
        var total = Tiers[0].Amount.Nothing;
        for (var i = 0; i <= index; i++)
            total += Tiers[i].Amount * ((i == index ? number : LastOf(i)) - (i == 0 ? 0 : LastOf(i - 1)));
        return total;
    }

    private int IndexOf(long number)
    {
        for (var i = 0; i < Tiers.Length - 1; i++)
            if (number <= LastOf(i)) return i;
        return Tiers.Length - 1;
    }

    private long LastOf(int index) => Tiers[index].UpTo!.Value - (Boundary == BoundaryReading.Harsher ? 1L : 0);

    private IEnumerable<Fault> Faults()
    {
        if (Tiers.IsDefaultOrEmpty)
        {
            yield return new Fault(nameof(Tiers), "request.required");
            yield break;
        }

        for (var i = 0; i < Tiers.Length; i++)
        {
            var (tier, last, path) = (Tiers[i], i == Tiers.Length - 1, $"{nameof(Tiers)}[{i}]");
            if (tier.UpTo is null != last || tier.UpTo <= (i == 0 ? 0 : Tiers[i - 1].UpTo)) yield return new Fault(path, "sanction.tier-bounds");
            if (tier.Forfeits && (!last || tier.Amount.Fen != 0)) yield return new Fault(path, "sanction.tier-forfeits");
            if (tier.Amount.Fen < 0 || (i > 0 && !tier.Forfeits && !(tier.Amount.Currency == Tiers[0].Amount.Currency && tier.Amount >= Tiers[i - 1].Amount)))
                yield return new Fault(path, "sanction.tier-falls");
        }
    }
}
