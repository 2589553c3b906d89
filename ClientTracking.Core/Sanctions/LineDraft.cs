using System.Collections.Immutable;

namespace ClientTracking.Sanctions;

/// <summary>What a line says besides the facts of its miss, while it is worked out; a line is written once.</summary>
internal record struct LineDraft(LineCause Cause, Money Amount)
{
    public int? DaysLate;
    public long Count;
    public int Factor;
    public Money? Before;
    public PersonId? By;
    public string? Reason;
    public int Points;
    public ImmutableArray<Consequence> Consequences;
    public bool Forfeits;
    public bool Provisional;
}
