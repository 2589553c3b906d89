namespace ClientTracking.Storage.EfCore.Tables;

/// <summary>The longest texts of key and index columns, in UTF-16 units; the engine's own identifiers are never longer.</summary>
/// <remarks>Providers that enforce a length also limit what an index may hold, so every searched text needs one.</remarks>
internal static class Longest
{
    internal const int Tenant = 64;
    internal const int Kind = 32;
    internal const int Person = 64;
    internal const int Rule = 32;
    internal const int Department = 64;
    internal const int Command = 64;
    internal const int Period = 32;

    /// <summary>Names the host or its regulations choose: statuses, series, numbers, clients, claims, the owner of a lease.</summary>
    internal const int Name = 200;

    /// <summary>The key of a notice, which is put together from several identifiers.</summary>
    internal const int NoticeKey = 400;
}
