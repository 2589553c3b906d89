using ClientTracking.Storage;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Tracking;

/// <summary>One page of a register (登记表): the subjects numbered in one series, in number order.</summary>
/// <typeparam name="TState">The immutable state of the kind.</typeparam>
/// <typeparam name="TRow">A row.</typeparam>
public abstract record Register<TState, TRow> : PagedQuery, IQuery<Page<TRow>> where TState : class
{
    private protected Register()
    {
    }

    /// <summary>Of this day or later, by the day the number counts in.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Of this day or earlier.</summary>
    public LocalDate? To { get; init; }

    private protected abstract string Series { get; }

    private protected abstract TRow Row(Subject<TState> subject);

    /// <inheritdoc/>
    public async Task<Page<TRow>> RunAsync(QueryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var kind = context.Model.KindOf<TState>();
        var numbering = context.Model.Regulation(kind.Regulation).NumberingOf(Series);
        var page = await context.Session.QueryAsync(
            new SubjectQuery
            {
                Kind = kind.Kind,
                Series = numbering.Series,
                FromPeriod = From is { } from ? numbering.PeriodOf(from) : null,
                ToPeriod = To is { } to ? numbering.PeriodOf(to) : null,
                Order = SubjectOrder.Number,
                Take = Take,
                After = After,
            },
            cancellationToken).ConfigureAwait(false);
        return new([.. page.Items.Select(record => Row(kind.Read(record)))], page.Next);
    }
}
