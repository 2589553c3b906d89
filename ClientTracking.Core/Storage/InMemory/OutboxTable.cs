using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Storage.InMemory;

/// <summary>The notices that are not delivered, at one moment. Immutable.</summary>
/// <param name="Committed">How many notices were ever committed; the place of the next in the queue.</param>
/// <param name="Queue">The notices by their place.</param>
/// <param name="Places">The place of a notice by tenant and key.</param>
internal sealed record OutboxTable(
    long Committed, ImmutableSortedDictionary<long, OutboxLine> Queue, ImmutableDictionary<(TenantId Tenant, string Key), long> Places)
{
    internal static readonly OutboxTable Empty =
        new(0, ImmutableSortedDictionary<long, OutboxLine>.Empty, ImmutableDictionary<(TenantId, string), long>.Empty);

    internal OutboxTable With(IEnumerable<Notice> notices) => notices.Aggregate(this, (table, notice) => table.With(notice));

    internal OutboxTable With(long place, OutboxLine line) => this with { Queue = Queue.SetItem(place, line) };

    internal OutboxTable Without(long place) => this with
    {
        Queue = Queue.Remove(place),
        Places = Places.Remove(KeyOf(Queue[place].Notice)),
    };

    /// <summary>Puts a notice in the place of the one with its key, if that is still there.</summary>
    internal OutboxTable Rewrite(Notice notice) =>
        Places.TryGetValue(KeyOf(notice), out var place) ? With(place, Queue[place] with { Notice = notice, LastFailure = null }) : this;

    /// <summary>The place of a message whose lease still holds.</summary>
    internal long? PlaceOf(OutboxMessage message) =>
        Places.TryGetValue(KeyOf(message.Notice), out var place)
        && Queue[place] is { SetAside: false, LeasedBy: { } holder }
        && holder == message.LeasedBy
            ? place
            : null;

    private OutboxTable With(Notice notice) => Places.ContainsKey(KeyOf(notice))
        ? throw new ConcurrencyConflictException(notice.Key)
        : new(Committed + 1, Queue.Add(Committed, new(notice)), Places.Add(KeyOf(notice), Committed));

    private static (TenantId Tenant, string Key) KeyOf(Notice notice) => (notice.Tenant, notice.Key);
}

/// <summary>A notice that is not delivered.</summary>
/// <param name="Notice">The notice.</param>
internal sealed record OutboxLine(Notice Notice)
{
    /// <summary>Who leased it last; none: nobody has since it last failed.</summary>
    internal string? LeasedBy { get; init; }

    /// <summary>The first instant at which it may be leased: the end of a lease, or when to try again.</summary>
    internal Instant FreeFrom { get; init; } = Instant.MinValue;

    /// <summary>How many deliveries have failed.</summary>
    internal int Attempts { get; init; }

    /// <summary>Why the last one failed.</summary>
    internal string? LastFailure { get; init; }

    /// <summary>Whether it is given up.</summary>
    internal bool SetAside { get; init; }

    internal OutboxMessage Message => new(Notice, LeasedBy ?? "", Attempts, LastFailure);
}
