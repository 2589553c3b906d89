using System.Runtime.CompilerServices;
using ClientTracking.Obligations;
using ClientTracking.Storage;
using ClientTracking.Tracking;

namespace ClientTracking.Oversight;

/// <summary>Hands over everything a person owes.</summary>
public static class HandOverDuties
{
    /// <summary>
    /// 工作交接: gives every duty of a person who leaves, or is away for long, to another one; due instants stay. Each duty is one commit, so it may
    /// be stopped and called again. What arises later goes to whom <see cref="ISubstitutes"/> names.
    /// </summary>
    /// <param name="tracker">Acts for the tenant and the person the host supplies, who needs the regulation's oversight.</param>
    /// <param name="from">Who leaves.</param>
    /// <param name="to">Who takes over.</param>
    /// <param name="reason">Why; at most 500 characters.</param>
    /// <param name="cancellationToken">Stops between two duties.</param>
    /// <returns>What was handed over, first due first, of running clocks and then of held ones.</returns>
    public static async IAsyncEnumerable<ObligationRow> HandOverAsync(
        this ITracker tracker, PersonId from, PersonId to, string reason, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tracker);
        foreach (var status in (ObligationStatus[])[ObligationStatus.Open, ObligationStatus.Paused])
        {
            var query = new ObligationQuery { Assignee = from, Status = status };
            await foreach (var row in EveryPage.OfAsync(
                after => tracker.QueryAsync(new FindObligations(query with { After = after }), cancellationToken), cancellationToken).ConfigureAwait(false))
            {
                await tracker.SendAsync(new ReassignObligation(row.Subject, row.Obligation.Id, to, reason), cancellationToken).ConfigureAwait(false);
                yield return row;
            }
        }
    }
}
