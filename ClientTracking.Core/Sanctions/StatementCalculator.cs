using System.Collections.Immutable;
using ClientTracking.Deadlines;

namespace ClientTracking.Sanctions;

/// <summary>
/// Works out monthly statements from facts alone: pure, so the same facts give the same statement, in whatever order they come.
/// Safe for any number of threads.
/// </summary>
/// <param name="plan">The sanctions of the regulation.</param>
/// <param name="calculator">Measures lateness on the regulation's calendar and in its time zone.</param>
public sealed class StatementCalculator(SanctionPlan plan, DeadlineCalculator calculator)
{
    /// <summary>The statement of a person's month.</summary>
    /// <exception cref="Errors.InvalidRequestException">A fact is incomplete or contradicts itself; every fault is listed.</exception>
    /// <exception cref="Errors.RuleViolationException">A decision is outside the rule's range, or about oneself.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An instant is outside the calendar's range.</exception>
    public MonthlyStatement Calculate(StatementCase @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        CaseCheck.Require(plan, @case);
        var span = new MonthSpan(calculator.Calendar, @case.Month, @case.AsOf);
        var run = new StatementRun(plan, calculator, @case, span);
        run.Charge();
        foreach (var correction in @case.Corrections) run.Add(correction);
        run.Balance();
        return run.Statement();
    }

    /// <summary>What a closed month would be charged with differently by what is known now, after what was corrected already.</summary>
    /// <param name="closed">The closed statement.</param>
    /// <param name="misses">All facts of the person as for <see cref="Calculate"/>, as they are known now.</param>
    /// <param name="posted">The corrections of that month that are in later closed statements.</param>
    /// <returns>Entries for the next open month; none where nothing changed.</returns>
    public StatementCorrection Correct(ClosedStatement closed, ImmutableArray<Miss> misses, params ImmutableArray<StatementCorrection> posted)
    {
        ArgumentNullException.ThrowIfNull(closed);
        var before = closed.Statement;
        var now = Calculate(new(before.Person, before.Month, before.PerformancePay, misses) { Corrections = before.Corrections() });
        return CorrectionDifference.Between(before, now, posted);
    }
}
