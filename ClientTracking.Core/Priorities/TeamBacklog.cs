using System.Collections.Immutable;
using NodaTime;

namespace ClientTracking.Priorities;

/// <summary>What a team has to do, as it stands at one instant: everything a plan depends on besides the calendar. Immutable.</summary>
public sealed record TeamBacklog
{
    /// <summary>The instant it stands like this; no work is planned before it.</summary>
    public required Instant Now { get; init; }

    /// <summary>How many work in parallel, numbered from 1.</summary>
    public required int Workers { get; init; }

    /// <summary>When which of them is away.</summary>
    public ImmutableArray<Absence> Absences { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Everything not finished, in any order.</summary>
    public required ImmutableArray<ScheduleItem> Items { get; init; }

    /// <summary>The same backlog with an item added or, where its number is known, put in the place of the former.</summary>
    public TeamBacklog With(ScheduleItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return this with { Items = [.. Items.Where(known => known.Number != item.Number), item] };
    }

    /// <summary>The same backlog without an item: finished, withdrawn, declined.</summary>
    public TeamBacklog Without(string number) => this with { Items = [.. Items.Where(known => known.Number != number)] };
}
