using ClientTracking.Deadlines;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Regulations;
using ClientTracking.Storage;
using ClientTracking.Time;
using ClientTracking.Tracking;
using NodaTime;

namespace ClientTracking.Oversight;

/// <summary>
/// What a new notice, a company day or another version of a regulation would move (试算), before it is applied. Goes through everything that is
/// owed; a page has at most <see cref="PagedQuery.Take"/> moves, may have none, and is the last only when it says so.
/// </summary>
public sealed record PreviewReplay : PagedQuery, IQuery<Page<DueMove>>
{
    private const string Running = "running:", Held = "held:";

    /// <summary>The calendar to count on; none: the one in force, which tells what has not been recounted on it yet.</summary>
    public WorkCalendar? Calendar { get; init; }

    /// <summary>The regulation whose deadlines are to apply, to subjects of the same regulation; none: each subject's own.</summary>
    public Regulation? Regulation { get; init; }

    /// <inheritdoc/>
    public async Task<Page<DueMove>> RunAsync(QueryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var deadlines = Calendar is null ? context.Model.Deadlines(context.Session.Tenant) : new DeadlineCalculator(Calendar);
        var (status, after) = After switch
        {
            null => (ObligationStatus.Open, null),
            var text when text.StartsWith(Running, StringComparison.Ordinal) => (ObligationStatus.Open, text[Running.Length..]),
            var text when text.StartsWith(Held, StringComparison.Ordinal) => (ObligationStatus.Paused, text[Held.Length..]),
            _ => throw new InvalidRequestException(new Fault("after", "request.malformed-cursor", After)),
        };
        var page = await context.Session
            .QueryAsync(new ObligationQuery { Status = status, Take = Take, After = after is "" ? null : after }, cancellationToken).ConfigureAwait(false);
        var kinds = Regulation is null ? [] : context.Model.Kinds.Where(kind => kind.Regulation == Regulation.Name).Select(kind => kind.Kind).ToHashSet();
        return new(
            [.. page.Items.Select(row => Move(row, deadlines, kinds.Contains(row.Kind) ? Regulation : null, context.Now)).OfType<DueMove>()],
            (status, page.Next) switch
            {
                (ObligationStatus.Open, { } next) => Running + next,
                (ObligationStatus.Open, null) => Held,
                (_, { } next) => Held + next,
                _ => null,
            });
    }

    private static DueMove? Move(ObligationRow row, DeadlineCalculator deadlines, Regulation? regulation, Instant now) =>
        ObligationReplay.Of(row.Obligation, deadlines, regulation, now, null) is { After: var after } ? new(row, after) : null;
}

/// <summary>An obligation whose due instant, or its certainty, would change.</summary>
/// <param name="Row">The obligation as it is, with its subject.</param>
/// <param name="After">The obligation as it would be.</param>
public sealed record DueMove(ObligationRow Row, Obligation After);
