namespace ClientTracking.Sanctions;

/// <summary>One tier (档): what a number of days late, or of times in a month, costs.</summary>
/// <param name="UpTo">The last number of it; none for the last tier.</param>
/// <param name="Amount">What it costs; nothing where it takes the month's performance pay.</param>
/// <param name="Forfeits">Whether it takes the month's performance pay (当月无绩效).</param>
public sealed record Tier(int? UpTo, Money Amount, bool Forfeits = false)
{
    /// <summary>The last tier, that takes the month's performance pay.</summary>
    public static Tier Forfeiture { get; } = new(null, Money.Zero, Forfeits: true);
}
