using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore;

/// <summary>The turn to write to a SQLite file.</summary>
/// <remarks>
/// SQLite lets one connection write at a time; the others sleep and try again, so that under load some starve until their timeout.
/// Other processes still meet each other in SQLite's own lock, which is what keeps the data right.
/// </remarks>
internal static class SqliteTurn
{
    private const int DefaultTimeoutSeconds = 30;

    /// <summary>Whether the database is SQLite and the context is not inside a transaction, which has the database already.</summary>
    internal static bool IsNeeded(DbContext context) => context.IsSqlite() && context.Database.CurrentTransaction is null;

    /// <summary>Waits for the turn, as long as a command may take; null where none is needed.</summary>
    internal static async Task<Turn?> WaitAsync(DbContext context, CancellationToken cancellationToken) =>
        IsNeeded(context)
            ? await Turn.WaitAsync(context.Database.GetDbConnection().DataSource, Longest(context), cancellationToken).ConfigureAwait(false)
            : null;

    internal static TimeSpan Longest(DbContext context) => TimeSpan.FromSeconds(context.Database.GetCommandTimeout() ?? DefaultTimeoutSeconds);
}
