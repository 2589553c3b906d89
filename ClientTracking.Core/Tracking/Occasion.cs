using ClientTracking.Subjects;
using ClientTracking.Tracking.Secrecy;
using NodaTime;

namespace ClientTracking.Tracking;

/// <summary>What stays the same through every attempt at a command: for whom, by whom, when.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Actor">Who does it.</param>
/// <param name="At">When it happened, to the millisecond.</param>
/// <param name="RecordedAt">When it is entered, to the millisecond.</param>
/// <param name="Follows">Whether it follows from something else; then it happens at its cause, or right after what has happened since.</param>
internal sealed record Occasion(TenantId Tenant, Actor Actor, Instant At, Instant RecordedAt, bool Follows = false)
{
    /// <summary>What the acting person may know; null where no regulation says who may, and for what follows by itself.</summary>
    public Clearance? Clearance { get; init; }

    public Occasion NotBefore(SubjectRecord? before)
    {
        if (!Follows || before is null || before.LastAt <= At) return this;
        return this with { At = before.LastAt, RecordedAt = Instant.Max(RecordedAt, before.LastAt) };
    }

    public static Occasion Following(TenantId tenant, JournalEntry cause) =>
        new(tenant, new Actor(cause.By, null), cause.At, cause.RecordedAt, Follows: true);
}
