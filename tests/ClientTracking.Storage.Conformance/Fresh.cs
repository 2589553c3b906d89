using System.Security.Cryptography;

namespace ClientTracking.Storage.Conformance;

/// <summary>Identifiers nobody else has, so that facts need not wipe what others wrote.</summary>
internal static class Fresh
{
    internal static Guid Guid() => new(RandomNumberGenerator.GetBytes(16));

    internal static SubjectId Id() => new(Guid());

    internal static TenantId Tenant() => new($"t-{Guid():N}");

    internal static CommandId Command() => new($"c-{Guid():N}");
}
