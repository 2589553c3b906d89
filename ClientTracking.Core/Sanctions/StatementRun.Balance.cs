using System.Collections.Immutable;

namespace ClientTracking.Sanctions;

/// <content>Corrections, cap and forfeiture, and the statement.</content>
internal sealed partial class StatementRun
{
    /// <summary>A correction counts as a whole: where it takes, under this month's cap; where it gives back, outside it.</summary>
    public void Add(StatementCorrection correction)
    {
        if (correction.Lines.IsEmpty) return;
        if (correction.Net.Fen >= 0) _lines.AddRange(correction.Lines);
        else _credits.AddRange(correction.Lines.Select(line => line with { Amount = -line.Amount, PointsDeducted = -line.PointsDeducted }));
    }

    public void Balance()
    {
        var (sum, pay) = (Sum(_lines), _case.PerformancePay);
        if (IsForfeited) _lines.Add(Balancing(LineCause.Forfeiture, pay - sum));
        else if (sum > pay) _lines.Add(Balancing(LineCause.Cap, pay - sum));
    }

    public MonthlyStatement Statement() => new()
    {
        Person = _case.Person,
        Month = _case.Month,
        PerformancePay = _case.PerformancePay,
        AsOf = _span.Now.At,
        Total = Sum(_lines),
        Credit = Sum(_credits),
        Forfeited = IsForfeited,
        IsWhole = _span.IsOver,
        Provisional = !_span.IsOver || _lines.Any(line => line.Provisional),
        PointsDeducted = _lines.Sum(line => line.PointsDeducted) - _credits.Sum(line => line.PointsDeducted),
        Lines = _lines.DrainToImmutable(),
        Credits = _credits.DrainToImmutable(),
    };

    private bool IsForfeited => _lines.Any(line => line.Forfeits);

    private StatementLine Balancing(LineCause cause, Money amount) => new() { Rule = _plan.CapRule, Cause = cause, Amount = amount };

    private Money Sum(ImmutableArray<StatementLine>.Builder lines)
    {
        var sum = Nothing;
        foreach (var line in lines) sum += line.Amount;
        return sum;
    }
}
