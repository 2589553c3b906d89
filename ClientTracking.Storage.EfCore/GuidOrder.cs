using System.Data.SqlTypes;
using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore;

/// <summary>The order in which the database sorts ids, for what is merged here of several of its answers.</summary>
/// <remarks>SQL Server compares the last six bytes first; the others, as .NET, compare from the front.</remarks>
internal static class GuidOrder
{
    private const string SqlServer = "Microsoft.EntityFrameworkCore.SqlServer";
    private static readonly Comparer<Guid> LastBytesFirst = Comparer<Guid>.Create((x, y) => new SqlGuid(x).CompareTo(new SqlGuid(y)));

    internal static IComparer<Guid> Of(DbContext context) => context.Database.ProviderName == SqlServer ? LastBytesFirst : Comparer<Guid>.Default;
}
