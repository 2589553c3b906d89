using System.Collections.Immutable;
using ClientTracking.Confidentiality;
using ClientTracking.Sanctions;
using ClientTracking.Tracking;

namespace ClientTracking.Statements;

/// <summary>
/// What a statement shows of records that who asks may not read: what each miss cost, and not on what (CL-12). A fine is worked out from
/// everything, whoever looks at it.
/// </summary>
/// <param name="hidden">The records that are not shown.</param>
internal sealed class ShownStatement(IReadOnlySet<SubjectId> hidden)
{
    /// <summary>The statement as who asks is shown it; a person's own names everything the person was late with.</summary>
    public static async Task<PersonStatement> ShowAsync(QueryContext context, PersonStatement found, CancellationToken cancellationToken)
    {
        if (!context.Model.IsConfidential || found.Statement.Person == context.Actor.Id) return found;
        var hidden = new HashSet<SubjectId>();
        foreach (var subject in SubjectsOf(found.Statement).Distinct())
            if (await context.Session.FindAsync(subject, cancellationToken).ConfigureAwait(false) is null)
                hidden.Add(subject);
        return hidden.Count == 0 ? found : new ShownStatement(hidden).Show(found);
    }

    /// <summary>Whether a miss is on a record that is not shown to who asks; a person is shown all of their own.</summary>
    public static async Task<bool> HidesAsync(QueryContext context, Miss miss, CancellationToken cancellationToken) =>
        context.Model.IsConfidential && miss.Person != context.Actor.Id
        && (MissKey.SubjectOf(miss.Key) is not { } subject || await context.Session.FindAsync(subject, cancellationToken).ConfigureAwait(false) is null);

    /// <summary>The records whose misses a statement charges or gives back.</summary>
    public static IEnumerable<SubjectId> SubjectsOf(MonthlyStatement statement) =>
        statement.Lines.Concat(statement.Credits).Select(line => MissKey.SubjectOf(line.Miss ?? "")).OfType<SubjectId>();

    /// <summary>Whether a miss is on a record that is not shown.</summary>
    public bool Hides(string? miss) => MissKey.SubjectOf(miss ?? "") is { } subject && hidden.Contains(subject);

    /// <summary>A closed month; its digest is that of the whole.</summary>
    public ClosedMonth Show(ClosedMonth closed) => new(
        closed.Statement with { Statement = Show(closed.Statement.Statement) },
        closed.Misses.RemoveAll(miss => Hides(miss.Key)),
        [.. closed.Corrections.Select(correction => correction with { Lines = Show(correction.Lines) })]);

    private PersonStatement Show(PersonStatement found) => new(Show(found.Statement))
    {
        Closed = found.Closed is { } closed ? Show(closed) : null,
        Appeals = found.Appeals.RemoveAll(appeal => Hides(appeal.Miss)),
    };

    private MonthlyStatement Show(MonthlyStatement statement) =>
        statement with { Lines = Show(statement.Lines), Credits = Show(statement.Credits) };

    private ImmutableArray<StatementLine> Show(ImmutableArray<StatementLine> lines) => [.. lines.Select(line =>
        Hides(line.Miss) ? line with { Subject = Redaction.Mask, Miss = null, Due = null, Done = null, Reason = null, By = null } : line)];
}
