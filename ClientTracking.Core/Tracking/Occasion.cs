using NodaTime;

namespace ClientTracking.Tracking;

/// <summary>What stays the same through every attempt at a command: for whom, by whom, when.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Actor">Who does it.</param>
/// <param name="At">When it happened, to the millisecond.</param>
/// <param name="RecordedAt">When it is entered, to the millisecond.</param>
internal sealed record Occasion(TenantId Tenant, Actor Actor, Instant At, Instant RecordedAt);
