using System.Collections.Immutable;
using NodaTime;

namespace ClientTracking.Priorities;

/// <summary>What is different between two plans (RF-57).</summary>
/// <param name="Moves">The items whose forecast finish moved, came or went, in number order.</param>
/// <param name="Risks">The promises whose lateness changed, the most pressing first.</param>
public sealed record PlanChanges(ImmutableArray<ItemMove> Moves, ImmutableArray<RiskChange> Risks)
{
    /// <summary>Whether nothing is different.</summary>
    public bool IsEmpty => Moves.IsEmpty && Risks.IsEmpty;

    internal PlanChanges Without(ImmutableHashSet<string> hidden) => hidden.IsEmpty ? this
        : new(Moves.RemoveAll(move => hidden.Contains(move.Number)), Risks.RemoveAll(risk => hidden.Contains(risk.Subject.Number)));

    internal static PlanChanges Between(DeliveryPlan before, DeliveryPlan after)
    {
        var moves = before.Items.Select(item => new ItemMove(item.Item.Number, item.Finish, after.Find(item.Item.Number)?.Finish))
            .Concat(after.Items.Where(item => before.Find(item.Item.Number) is null).Select(item => new ItemMove(item.Item.Number, null, item.Finish)));
        var then = before.AtRisk.ToLookup(Key);
        var now = after.AtRisk.ToLookup(Key);
        var risks = then.Select(known => known.Key).Union(now.Select(known => known.Key))
            .Select(key => new RiskChange(then[key].FirstOrDefault(), now[key].FirstOrDefault()));
        return new(
            [.. moves.Where(move => move.From != move.To).OrderBy(move => move.Number, NumberOrder.Instance)],
            [.. risks.Where(risk => risk.Kind != RiskChangeKind.None)
                .OrderBy(risk => risk.Subject.Commitment.Promised).ThenBy(risk => risk.Subject.Number, NumberOrder.Instance)]);
    }

    private static (string, RuleId) Key(CommitmentForecast forecast) => (forecast.Number, forecast.Commitment.Rule);
}

/// <summary>An item whose forecast finish moved.</summary>
/// <param name="Number">Its number.</param>
/// <param name="From">The former finish; null where the item is new.</param>
/// <param name="To">The finish now; null where the item is gone.</param>
public sealed record ItemMove(string Number, Instant? From, Instant? To);

/// <summary>A promise whose lateness changed.</summary>
/// <param name="Before">As it was at risk before; null where it was not.</param>
/// <param name="After">As it is at risk now; null where it is not any more, or its item is gone.</param>
public sealed record RiskChange(CommitmentForecast? Before, CommitmentForecast? After)
{
    /// <summary>The promise: as it is now, else as it was.</summary>
    public CommitmentForecast Subject => (After ?? Before)!;

    /// <summary>By how much later it will be kept than before; negative where earlier.</summary>
    public Duration Change => (After?.LateBy ?? Duration.Zero) - (Before?.LateBy ?? Duration.Zero);

    /// <summary>In which direction it changed.</summary>
    public RiskChangeKind Kind => (Before, After) switch
    {
        (null, _) => RiskChangeKind.Appeared,
        (_, null) => RiskChangeKind.Gone,
        _ when Change > Duration.Zero => RiskChangeKind.Grown,
        _ when Change < Duration.Zero => RiskChangeKind.Shrunk,
        _ => RiskChangeKind.None,
    };
}

/// <summary>How a risk changed.</summary>
public enum RiskChangeKind
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>The promise was safe and is at risk.</summary>
    Appeared,

    /// <summary>It is at risk by more.</summary>
    Grown,

    /// <summary>It is at risk by less.</summary>
    Shrunk,

    /// <summary>It is not at risk any more.</summary>
    Gone,
}
