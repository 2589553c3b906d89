namespace ClientTracking.Sanctions;

/// <summary>What a lateness amounts to at some instant.</summary>
internal readonly record struct Standing(Money Amount, bool Forfeits, int Days)
{
    public bool IsAbove(Standing other) => Forfeits != other.Forfeits ? Forfeits : Amount > other.Amount;
}

/// <summary>What the month is charged with for one late miss.</summary>
internal sealed record LateCharge(LineCause Cause, Money Amount, int Days, Money? Before = null, bool Forfeits = false, Money? Credit = null);
