using System.Collections.Immutable;
using NodaTime;

namespace ClientTracking.Priorities;

/// <summary>What a team will deliver when, as far as is known at one instant. Immutable.</summary>
public sealed class DeliveryPlan
{
    private readonly Dictionary<string, PlannedItem> _byNumber;

    internal DeliveryPlan(Instant now, ImmutableArray<PlannedItem> items)
    {
        (Now, Items) = (now, items);
        _byNumber = items.ToDictionary(item => item.Item.Number, StringComparer.Ordinal);
        AtRisk = [.. items.SelectMany(item => item.Commitments).Where(commitment => commitment.IsAtRisk)
            .OrderBy(commitment => commitment.Commitment.Promised).ThenBy(commitment => commitment.Number, NumberOrder.Instance)];
    }

    /// <summary>The instant it was made for.</summary>
    public Instant Now { get; }

    /// <summary>Every item, in the order of RF-56: A's, what is in hand, B's, C's, D's.</summary>
    public ImmutableArray<PlannedItem> Items { get; }

    /// <summary>The promises that will be broken if nothing changes, the most pressing first (RF-57).</summary>
    public ImmutableArray<CommitmentForecast> AtRisk { get; }

    /// <summary>An item by its number; null where there is none.</summary>
    public PlannedItem? Find(string number) => _byNumber.GetValueOrDefault(number);

    /// <summary>What is different in a later plan.</summary>
    public PlanChanges ChangesTo(DeliveryPlan later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return PlanChanges.Between(this, later);
    }
}
