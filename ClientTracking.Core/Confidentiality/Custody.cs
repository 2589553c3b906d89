using NodaTime;

namespace ClientTracking.Confidentiality;

/// <summary>Who keeps a record (保管人, CL-09).</summary>
/// <param name="Custodian">Who.</param>
/// <param name="AppointedBy">Who appointed them.</param>
/// <param name="AppointedAt">When.</param>
public sealed record Custody(PersonId Custodian, PersonId AppointedBy, Instant AppointedAt)
{
    /// <summary>When they took it over; until then the former custodian answers for it.</summary>
    public Instant? TakenOverAt { get; init; }
}
