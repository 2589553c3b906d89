using ClientTracking.Confidentiality;
using ClientTracking.Regulations;
using ClientTracking.Subjects;
using ClientTracking.Time;

namespace ClientTracking.Tracking;

/// <summary>What a host adds in code and no configuration file can say.</summary>
internal sealed class Registrations
{
    public List<KindDefinition> Kinds { get; } = [];

    public List<Regulation> Regulations { get; } = [];

    public List<FollowUp> FollowUps { get; } = [];

    /// <summary>The keys access logs are signed with: the present one first, then former ones.</summary>
    public List<LogKey> LogKeys { get; } = [];

    public Func<TenantId, WorkCalendar>? CalendarOf { get; set; }

    /// <summary>Makes identities; UUID version 7 unless the host has reasons of its own, such as a test that repeats.</summary>
    public Func<Guid> NewId { get; set; } = Guid.CreateVersion7;
}
