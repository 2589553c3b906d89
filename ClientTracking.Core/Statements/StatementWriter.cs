using System.Collections.Immutable;
using ClientTracking.Deadlines;
using ClientTracking.Regulations;
using ClientTracking.Requirements;
using ClientTracking.Sanctions;
using ClientTracking.Tracking;
using NodaTime;

namespace ClientTracking.Statements;

/// <summary>Puts facts and decisions together to what a statement is worked out from.</summary>
internal sealed class StatementWriter(QueryContext context)
{
    private readonly Regulation _regulation = context.Model.Regulation(RequirementFollowUpRegulation.Name);

    public SanctionPlan Plan => _regulation.Sanctions;

    public DeadlineCalculator Deadlines { get; } = context.Model.Deadlines(context.Session.Tenant);

    public MissReader Misses => new(context.Session, Plan, Deadlines.Calendar, context.Now);

    /// <summary>The case of a person's month, with what corrects closed months where it is the first open one.</summary>
    public StatementCase Case(PersonFile file, YearMonth month, Money performancePay, ImmutableArray<Miss> misses)
    {
        ImmutableArray<Miss> judged = [.. misses.Select(file.Judge)];
        var posted = file.Closed.SelectMany(closed => closed.State.Closed!.Corrections).ToImmutableArray();
        return new(file.Person, month, performancePay, judged)
        {
            AsOf = context.Now,
            Corrections = month != file.FirstOpen ? [] :
            [
                .. file.Closed.TakeLast(PersonFile.Correctable)
                    .Select(closed => CalculatorOf(closed.Record.RegulationVersion).Correct(closed.State.Closed!.Statement, judged, posted))
                    .Where(correction => !correction.Lines.IsEmpty),
            ],
        };
    }

    /// <summary>The statement as it is now: the closed one where it is closed, else worked out.</summary>
    public PersonStatement Statement(PersonFile file, YearMonth month, Money performancePay, ImmutableArray<Miss> misses)
    {
        var (opened, state) = (file.Find(month)?.Record, file.Find(month)?.State);
        var statement = state?.Closed?.Statement.Statement
            ?? (opened is null ? new StatementCalculator(Plan, Deadlines) : CalculatorOf(opened.RegulationVersion)).Calculate(Case(file, month, performancePay, misses));
        return new(statement) { Closed = state?.Closed, Appeals = state?.Appeals ?? [] };
    }

    /// <summary>A month that anything was decided about is worked out, closed and corrected under the version of the regulation that it was opened under.</summary>
    private StatementCalculator CalculatorOf(int version) =>
        new(context.Model.Regulation(RequirementFollowUpRegulation.Name, version).Sanctions, Deadlines);
}
