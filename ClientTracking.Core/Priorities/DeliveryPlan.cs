using System.Collections.Immutable;
using NodaTime;

namespace ClientTracking.Priorities;

/// <summary>What a team will deliver when, as far as is known at one instant. Immutable.</summary>
public sealed class DeliveryPlan
{
    private Dictionary<string, PlannedItem>? _byNumber; // made by the first search; two threads may both make it, and either will do

    internal DeliveryPlan(Instant now, ImmutableArray<PlannedItem> items)
    {
        (Now, Items) = (now, items);
        var atRisk = new List<CommitmentForecast>();
        foreach (var item in items)
            foreach (var commitment in item.Commitments)
                if (commitment.IsAtRisk) atRisk.Add(commitment);
        atRisk.Sort(MorePressing);
        AtRisk = [.. atRisk];
    }

    /// <summary>The instant it was made for.</summary>
    public Instant Now { get; }

    /// <summary>Every item, in the order of RF-56: A's, what is in hand, B's, C's, D's.</summary>
    public ImmutableArray<PlannedItem> Items { get; }

    /// <summary>The promises that will be broken if nothing changes, the most pressing first (RF-57).</summary>
    public ImmutableArray<CommitmentForecast> AtRisk { get; }

    /// <summary>An item by its number; null where there is none.</summary>
    public PlannedItem? Find(string number)
    {
        _byNumber ??= Items.ToDictionary(item => item.Item.Number, StringComparer.Ordinal);
        return _byNumber.GetValueOrDefault(number);
    }

    /// <summary>The plan as it is shown to somebody who may not know of some items: they are not in it, and nothing names them.</summary>
    internal DeliveryPlan Without(ImmutableHashSet<string> hidden) => hidden.IsEmpty ? this
        : new(Now, [.. Items.Where(item => !hidden.Contains(item.Item.Number)).Select(item => item.Without(hidden))]);

    /// <summary>What is different in a later plan.</summary>
    public PlanChanges ChangesTo(DeliveryPlan later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return PlanChanges.Between(this, later);
    }

    /// <summary>Earlier promised, then lower number, then rule, so that no two are equal and the order is always the same.</summary>
    private static int MorePressing(CommitmentForecast one, CommitmentForecast other)
    {
        if (one.Commitment.Promised.CompareTo(other.Commitment.Promised) is not 0 and var byPromise) return byPromise;
        if (NumberOrder.Instance.Compare(one.Number, other.Number) is not 0 and var byNumber) return byNumber;
        return string.CompareOrdinal(one.Commitment.Rule.Value, other.Commitment.Rule.Value);
    }
}
