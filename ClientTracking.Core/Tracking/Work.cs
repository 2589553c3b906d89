using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Tracking;

/// <summary>What stays the same through every attempt at a command.</summary>
internal sealed record Work<TState>(
    KindDefinition<TState> Kind, TenantId Tenant, Actor Actor, string CommandName, Instant At, Instant RecordedAt)
    where TState : class;
