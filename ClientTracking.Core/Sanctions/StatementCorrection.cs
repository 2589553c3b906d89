using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace ClientTracking.Sanctions;

/// <summary>What later findings and waivers change in a closed month (冲正): entries of the next open month, reversing or adding.</summary>
/// <param name="Month">The closed month.</param>
/// <param name="Lines">The entries; positive takes, negative gives back.</param>
public sealed record StatementCorrection(YearMonth Month, ImmutableArray<StatementLine> Lines)
{
    /// <summary>What the entries come to; negative in favour of the person.</summary>
    [JsonIgnore]
    public Money Net => Lines.Aggregate(Lines.IsEmpty ? Money.Zero : Lines[0].Amount.Nothing, (sum, line) => sum + line.Amount);
}
