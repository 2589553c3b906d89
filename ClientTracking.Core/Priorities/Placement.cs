using System.Collections.Immutable;
using System.Globalization;
using ClientTracking.Errors;

namespace ClientTracking.Priorities;

/// <summary>Why an item stands where it stands and starts when it starts.</summary>
/// <param name="Place">Its place in the team's order, from 1 (RF-56).</param>
/// <param name="Reason">What gave it this place.</param>
/// <param name="Position">The position it asked for, where <paramref name="Reason"/> is <see cref="PlaceReason.Position"/>.</param>
/// <param name="Start">What decided when it starts.</param>
/// <param name="StartAfter">The number of the item it interrupts, waits for, or whose worker it takes over; null where there is none.</param>
/// <param name="InterruptedBy">The numbers of the A's it stands still for, in the order in which they do.</param>
public sealed record Placement(int Place, PlaceReason Reason, int? Position, StartCause Start, string? StartAfter, ImmutableArray<string> InterruptedBy)
{
    /// <summary>The reasons as one sentence: Chinese for <c>zh</c> cultures, else English.</summary>
    public string Describe(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        var place = Texts.Format(culture, $"schedule.place.{Reason}", Position ?? 0);
        var start = Texts.Format(culture, $"schedule.start.{Start}", StartAfter ?? "");
        return InterruptedBy.IsEmpty
            ? Texts.Format(culture, "schedule.why", Place, place, start)
            : Texts.Format(culture, "schedule.why-interrupted", Place, place, start, string.Join(", ", InterruptedBy));
    }

    /// <summary>The sentence in the current UI culture.</summary>
    public override string ToString() => Describe(CultureInfo.CurrentUICulture);
}
