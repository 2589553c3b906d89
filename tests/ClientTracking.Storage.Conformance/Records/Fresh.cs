using System.Security.Cryptography;
using ClientTracking.Numbering;

namespace ClientTracking.Storage.Conformance.Records;

/// <summary>Identifiers nobody else has, so that facts need not wipe what others wrote.</summary>
internal static class Fresh
{
    internal static Guid Guid() => new(RandomNumberGenerator.GetBytes(16));

    internal static SubjectId Id() => new(Guid());

    internal static TenantId Tenant() => new($"t-{Guid():N}");

    internal static NumberScope Scope() => new($"s-{Guid():N}", "2026-03-02");

    internal static CommandId Command() => new($"c-{Guid():N}");
}
