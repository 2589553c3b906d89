using System.Collections.Immutable;
using NodaTime;

namespace ClientTracking.Sanctions;

/// <summary>What a statement is worked out from.</summary>
/// <param name="Person">The person.</param>
/// <param name="Month">The month.</param>
/// <param name="PerformancePay">The month's performance pay; not negative.</param>
/// <param name="Misses">
/// The person's findings, in any order. Those of other months cost nothing in this one, but decide what has grown (RF-97) and what an
/// order to correct repeats (CF-17): give every one that was undone or uncorrected when the month began.
/// </param>
public sealed record StatementCase(PersonId Person, YearMonth Month, Money PerformancePay, ImmutableArray<Miss> Misses)
{
    /// <summary>The instant to work it out for, in the month; none, or a later one, is 24:00 of the month's last day.</summary>
    public Instant? AsOf { get; init; }

    /// <summary>What corrects closed months; given to the first month that is still open, once.</summary>
    public ImmutableArray<StatementCorrection> Corrections { get => field.IsDefault ? [] : field; init; } = [];
}
