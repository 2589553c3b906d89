using System.Runtime.CompilerServices;
using ClientTracking.Storage;
using ClientTracking.Tracking;

namespace ClientTracking.Oversight;

/// <summary>Recounts what is owed in a whole tenant.</summary>
public static class ReplayTracking
{
    /// <summary>
    /// Applies the calendar in force, and a registered version of a regulation where one is named, to every subject that they move. Each subject
    /// is one commit, so it may be stopped and called again; what has moved already moves no more.
    /// </summary>
    /// <param name="tracker">Acts for the tenant and the person the host supplies, who needs the regulation's oversight.</param>
    /// <param name="reason">Why, for example the number of the notice.</param>
    /// <param name="regulation">The version whose deadlines are to apply; none: each subject's own.</param>
    /// <param name="cancellationToken">Stops between two subjects.</param>
    /// <returns>What moved, in the order of the former due instants, of running clocks and then of held ones.</returns>
    public static async IAsyncEnumerable<DueMove> ReplayAsync(
        this ITracker tracker, string reason, Regulations.Regulation? regulation = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tracker);
        var moved = new HashSet<SubjectId>();
        var query = new PreviewReplay { Regulation = regulation };
        await foreach (var move in EveryPage.OfAsync(after => tracker.QueryAsync(query with { After = after }, cancellationToken), cancellationToken).ConfigureAwait(false))
        {
            if (moved.Add(move.Row.Subject))
                await tracker.SendAsync(new ReplayObligations(move.Row.Subject, reason) { RegulationVersion = regulation?.Version }, cancellationToken).ConfigureAwait(false);
            yield return move;
        }
    }
}
