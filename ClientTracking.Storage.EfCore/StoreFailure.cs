using System.Data.Common;
using ClientTracking.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClientTracking.Storage.EfCore;

/// <summary>Tells what the database could not do from everything else, and reports it in the engine's words.</summary>
internal static class StoreFailure
{
    internal static async Task<T> TranslateAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception e) when (IsOfTheDatabase(e))
        {
            throw Translate(e);
        }
    }

    internal static Task TranslateAsync(Func<Task> work) => TranslateAsync(async () =>
    {
        await work().ConfigureAwait(false);
        return true;
    });

    internal static ClientTrackingException Translate(Exception e) =>
        LostToAnother(e) ? new ConcurrencyConflictException("a row", e) : new StorageUnavailableException(e);

    /// <summary>Providers wrap what looks transient in exceptions of other kinds, so the causes count as well.</summary>
    internal static bool IsOfTheDatabase(Exception e) => e is not (OperationCanceledException or ClientTrackingException)
        && (Itself(e) || (e.InnerException is { } cause && IsOfTheDatabase(cause)));

    /// <summary>Whether it may be what another has written; what failed for the network or the disk collided with nobody.</summary>
    /// <remarks>Looked at all the same, what somebody has written after the failure, such as the serial it set free, would pass for its cause.</remarks>
    internal static bool MayBeCollision(DbUpdateException e) =>
        e is DbUpdateConcurrencyException || (!IsTransient(e) && IsAnswer(e));

    /// <summary>Whether the database has answered, and will not have it: another is faster, or has it already.</summary>
    internal static bool IsRefusal(Exception e) => IsAnswer(e) && (!IsTransient(e) || LostToAnother(e));

    private static bool IsAnswer(Exception e) => e is DbException || (e.InnerException is { } cause && IsAnswer(cause));

    /// <summary>Whether the provider says that the same may succeed later.</summary>
    internal static bool IsTransient(Exception e) => e is DbException { IsTransient: true } || (e.InnerException is { } cause && IsTransient(cause));

    private static bool Itself(Exception e) =>
        e is DbException or DbUpdateException or RetryLimitExceededException or TimeoutException or IOException;

    /// <summary>The SQL standard's states of a transaction that was sacrificed to another: serialization failure and deadlock.</summary>
    private static bool LostToAnother(Exception e) =>
        e is DbException { SqlState: "40001" or "40P01" } || (e.InnerException is { } cause && LostToAnother(cause));
}
