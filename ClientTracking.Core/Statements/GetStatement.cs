using System.Collections.Immutable;
using ClientTracking.Sanctions;
using ClientTracking.Tracking;
using NodaTime;

namespace ClientTracking.Statements;

/// <summary>
/// A person's statement of a month (绩效扣罚单): as it stands until it is closed, then as it was closed. For that person, and those who oversee.
/// </summary>
/// <param name="Person">The person.</param>
/// <param name="Month">The month.</param>
/// <param name="PerformancePay">The month's performance pay; of a closed month the one it was closed with counts.</param>
public sealed record GetStatement(PersonId Person, YearMonth Month, Money PerformancePay) : IQuery<PersonStatement>
{
    /// <inheritdoc/>
    /// <exception cref="Errors.AccessDeniedException">It is another person's, and who asks does not oversee.</exception>
    public async Task<PersonStatement> RunAsync(QueryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Actor.Id != Person) context.RequireOverseer();
        var writer = new StatementWriter(context.Whole);
        var file = await PersonFile.ReadAsync(context.Whole.Session, Person, cancellationToken).ConfigureAwait(false);
        var misses = file.Find(Month)?.State.Closed is null
            ? await writer.Misses.ReadAsync(Person, file.FactsSince(Month), cancellationToken).ConfigureAwait(false) : [];
        return await ShownStatement.ShowAsync(context, writer.Statement(file, Month, PerformancePay, misses), cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>A statement and where it stands.</summary>
/// <param name="Statement">The statement.</param>
public sealed record PersonStatement(MonthlyStatement Statement)
{
    /// <summary>
    /// The closed month; none while it is open, and the statement may still change. Where it tells of records that who asks may not read, lines say
    /// what they cost and not on what (CL-12); then it is not what its digest was made of.
    /// </summary>
    public ClosedMonth? Closed { get; init; }

    /// <summary>The appeals against its misses.</summary>
    public ImmutableArray<Appeal> Appeals { get => field.IsDefault ? [] : field; init; } = [];
}
