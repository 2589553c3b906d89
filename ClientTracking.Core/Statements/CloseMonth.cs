using ClientTracking.Errors;
using ClientTracking.Sanctions;
using ClientTracking.Subjects;
using ClientTracking.Tracking;
using NodaTime;
using NodaTime.Text;

namespace ClientTracking.Statements;

/// <summary>
/// Closes a person's month (关账): the statement never changes again, and what is found or waived later corrects the next open month.
/// Months are closed once, in their order, by those who oversee, nobody their own.
/// </summary>
/// <param name="Person">The person.</param>
/// <param name="Month">The month; it must be over.</param>
/// <param name="PerformancePay">The month's performance pay.</param>
public sealed record CloseMonth(PersonId Person, YearMonth Month, Money PerformancePay) : PreparedCommand<SanctionMonth, ClosedMonth>
{
    internal StatementCase? Facts { get; init; }

    internal SubjectId? Opened { get; init; }

    internal YearMonth? FirstOpen { get; init; }

    private protected override SubjectId? Target => Opened;

    private protected override void Validate(FaultList faults)
    {
        if (PerformancePay.Fen < 0) faults.Add("performancePay", "sanction.negative-pay");
    }

    private protected override async Task<ISubjectCommand<SanctionMonth, ClosedMonth>> PrepareAsync(
        QueryContext context, CancellationToken cancellationToken)
    {
        var writer = new StatementWriter(context.Whole);
        var file = await PersonFile.ReadAsync(context.Whole.Session, Person, cancellationToken).ConfigureAwait(false);
        var misses = await writer.Misses.ReadAsync(Person, file.FactsSince(Month), cancellationToken).ConfigureAwait(false);
        var facts = writer.Case(file, Month, PerformancePay, misses);
        return this with
        {
            // What fell due later is no fact of this month and is not kept with it.
            Facts = facts with { Misses = [.. facts.Misses.Where(miss => writer.Misses.MonthOf(miss) <= Month)] },
            Opened = file.Find(Month)?.Id,
            FirstOpen = file.FirstOpen,
        };
    }

    private protected override ISubjectEvent<SanctionMonth> Happening(Subject<SanctionMonth>? subject, DecisionContext context)
    {
        context.RequireJudge(Person);
        var plan = context.Regulation.Sanctions;
        if (subject?.State.Closed is not null) throw new RuleViolationException(plan.CapRule, "statement.closed", Written(Month));
        if (FirstOpen is { } next && next != Month) throw new RuleViolationException(plan.CapRule, "statement.not-next", Written(Month), Written(next));
        var statement = new StatementCalculator(plan, context.Deadlines).Calculate(Facts!);
        var closed = ClosedStatement.Close(plan, statement, context.Actor.Id, context.At);
        return new MonthClosed(Person, Month, new(closed, Facts!.Misses, Facts.Corrections));
    }

    private protected override ClosedMonth Answer(Subject<SanctionMonth> after) => after.State.Closed!;

    private static string Written(YearMonth month) => YearMonthPattern.Iso.Format(month);
}
