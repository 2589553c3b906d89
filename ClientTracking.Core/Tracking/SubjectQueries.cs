using ClientTracking.Numbering;
using ClientTracking.Storage;
using ClientTracking.Subjects;

namespace ClientTracking.Tracking;

/// <summary>The subject with this id; null when there is none of this kind.</summary>
public sealed record GetSubject<TState>(SubjectId Id) : IQuery<Subject<TState>?> where TState : class
{
    /// <inheritdoc/>
    public async Task<Subject<TState>?> RunAsync(QueryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Model.KindOf<TState>().ReadOrNull(await context.Session.FindAsync(Id, cancellationToken).ConfigureAwait(false));
    }
}

/// <summary>The subject with this number, written in full; null when there is none of this kind.</summary>
public sealed record GetSubjectByNumber<TState>(string Number) : IQuery<Subject<TState>?> where TState : class
{
    /// <inheritdoc/>
    public async Task<Subject<TState>?> RunAsync(QueryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Model.KindOf<TState>().ReadOrNull(await context.Session.FindByNumberAsync(Number, cancellationToken).ConfigureAwait(false));
    }
}

/// <summary>One page of the subjects of a kind; <see cref="SubjectQuery.Kind"/> is set by it.</summary>
public sealed record FindSubjects<TState>(SubjectQuery Query) : IQuery<Page<Subject<TState>>> where TState : class
{
    /// <inheritdoc/>
    public async Task<Page<Subject<TState>>> RunAsync(QueryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var kind = context.Model.KindOf<TState>();
        var page = await context.Session.QueryAsync(Query with { Kind = kind.Kind }, cancellationToken).ConfigureAwait(false);
        return new([.. page.Items.Select(kind.Read)], page.Next);
    }
}

/// <summary>One page of who owes what, by due instant.</summary>
public sealed record FindObligations(ObligationQuery Query) : IQuery<Page<ObligationRow>>
{
    /// <inheritdoc/>
    public Task<Page<ObligationRow>> RunAsync(QueryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Session.QueryAsync(Query, cancellationToken);
    }
}

/// <summary>One page of the number ledger (编号台账): what became of every serial of a scope.</summary>
public sealed record GetNumberLedger(NumberQuery Query) : IQuery<Page<NumberEntry>>
{
    /// <inheritdoc/>
    public Task<Page<NumberEntry>> RunAsync(QueryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Session.QueryAsync(Query, cancellationToken);
    }
}
