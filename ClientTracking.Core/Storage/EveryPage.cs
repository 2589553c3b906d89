using System.Runtime.CompilerServices;
using ClientTracking.Subjects;

namespace ClientTracking.Storage;

/// <summary>Everything a paged query finds, a page at a time.</summary>
internal static class EveryPage
{
    /// <param name="ask">Asks for the page after a cursor; null: the first.</param>
    /// <param name="cancellationToken">Gives up between pages.</param>
    internal static async IAsyncEnumerable<T> OfAsync<T>(
        Func<string?, Task<Page<T>>> ask, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? after = null;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await ask(after).ConfigureAwait(false);
            foreach (var item in page.Items) yield return item;
            after = page.Next;
        }
        while (after is not null);
    }

    internal static IAsyncEnumerable<SubjectRecord> EveryAsync(this ITrackingSession session, SubjectQuery query, CancellationToken cancellationToken) =>
        OfAsync(after => session.QueryAsync(query with { After = after, Take = PagedQuery.LargestPage }, cancellationToken), cancellationToken);

    internal static IAsyncEnumerable<ObligationRow> EveryAsync(this ITrackingSession session, ObligationQuery query, CancellationToken cancellationToken) =>
        OfAsync(after => session.QueryAsync(query with { After = after, Take = PagedQuery.LargestPage }, cancellationToken), cancellationToken);
}
