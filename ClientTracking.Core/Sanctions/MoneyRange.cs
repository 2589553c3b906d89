namespace ClientTracking.Sanctions;

/// <summary>The amounts somebody may decide on, both ends included (CV-06).</summary>
/// <param name="Least">The least.</param>
/// <param name="Most">The most.</param>
public readonly record struct MoneyRange(Money Least, Money Most)
{
    /// <summary>A range in whole yuan.</summary>
    public static MoneyRange Yuan(long least, long most) => new(Money.Yuan(least), Money.Yuan(most));

    /// <summary>Whether an amount is in it; one of another currency never is.</summary>
    public bool Contains(Money amount) => amount.Currency == Least.Currency && amount >= Least && amount <= Most;

    /// <summary>For example <c>100.00–1000.00</c>.</summary>
    public override string ToString() => $"{Least}–{Most}";
}
