using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClientTracking.Storage.EfCore;

/// <summary>Takes the host's retries (<c>EnableRetryOnFailure</c>) off for what writes.</summary>
/// <remarks>
/// A retrying strategy refuses transactions that it did not begin itself, and would repeat a commit whose answer was lost; whether that one is to
/// be repeated only the sender knows, who has the command's id. Reads outside a transaction keep the host's strategy.
/// </remarks>
internal sealed class WithoutRetries : ExecutionStrategy
{
    private WithoutRetries(DbContext context)
        : base(context, maxRetryCount: 0, maxRetryDelay: TimeSpan.Zero)
    {
    }

    /// <summary>Runs the work; inside a strategy of the host's it is that one which counts.</summary>
    internal static Task<T> RunAsync<T>(DbContext context, Func<Task<T>> work) =>
        context.Database.CreateExecutionStrategy().RetriesOnFailure ? new WithoutRetries(context).ExecuteAsync(work) : work();

    protected override bool ShouldRetryOn(Exception exception) => false;
}
