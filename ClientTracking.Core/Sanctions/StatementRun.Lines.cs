using NodaTime;

namespace ClientTracking.Sanctions;

/// <content>The lines of what happened, in order.</content>
internal sealed partial class StatementRun
{
    private readonly Dictionary<(string Group, int Month), int> _occasions = [];
    private readonly Dictionary<int, (int Factor, int Count)> _repetition = [];
    private readonly Dictionary<RuleId, long> _monthTotals = [];
    private readonly HashSet<(RuleId, Instant)> _submissions = [];

    private void Charge(Occurrence occurrence)
    {
        var (miss, rule) = (_misses[occurrence.Miss], _rules[occurrence.Miss]);
        var here = _span.Holds(occurrence.At, occurrence.IsDue);
        if (miss.Waiver is { } waiver)
        {
            if (here) _lines.Add(Line(occurrence, LineCause.Waived) with { By = waiver.By, Reason = waiver.Reason });
            return;
        }

        // Occasions are counted in the months around too: an order to correct repeats the fine of its own month, doubling included.
        var (factor, count) = rule.Repetition is { } repetition ? Repeated(repetition, occurrence) : (1, 0);
        if (rule.Charge is LatenessCharge) ChargeLate(occurrence);
        else if (here) _lines.Add(Sanctioned(Priced(occurrence, miss, rule, factor) with { Factor = factor }, rule, miss, count));
    }

    private (int Factor, int Count) Repeated(Repetition repetition, Occurrence occurrence)
    {
        var day = _calculator.Calendar.DateOf(occurrence.IsDue ? occurrence.At - Duration.Epsilon : occurrence.At);
        var key = (repetition.Group, (day.Year * 12) + day.Month);
        var count = _occasions[key] = _occasions.GetValueOrDefault(key) + 1;
        if (occurrence.Repeat == 0) _repetition[occurrence.Miss] = (count >= repetition.From ? repetition.Factor : 1, count);
        return (_repetition[occurrence.Miss].Factor, count);
    }

    private StatementLine Priced(Occurrence occurrence, Miss miss, SanctionRule rule, int factor) => rule.Charge switch
    {
        _ when rule.NeedsDecision && miss.Decision is null => Line(occurrence, LineCause.AwaitsDecision) with { Provisional = true },
        FixedCharge charge => Line(occurrence, occurrence.Repeat > 0 ? LineCause.NotCorrected : LineCause.PerOccurrence) with
        {
            Amount = charge.Each * miss.Times * factor,
            Forfeits = charge.Forfeits,
        },
        DecidedCharge => Decided(occurrence, miss.Decision!, miss.Decision!.Amount!.Value * factor),
        DecidedShareCharge share => Decided(occurrence, miss.Decision!, _case.PerformancePay.Percent(miss.Decision!.Percent!.Value, share.Rounding)),
        MonthTotalCharge total => Totalled(occurrence, miss, rule.Id, total),
        _ => throw new InvalidOperationException($"{rule.Id} has no charge known here."),
    };

    private StatementLine Decided(Occurrence occurrence, SanctionDecision decision, Money amount) =>
        Line(occurrence, LineCause.Decided) with { Amount = amount, By = decision.By, Reason = decision.Reason };

    /// <summary>Each occurrence costs what it adds to the month's total, so that the lines add up under every reading.</summary>
    private StatementLine Totalled(Occurrence occurrence, Miss miss, RuleId rule, MonthTotalCharge charge)
    {
        var before = _monthTotals.GetValueOrDefault(rule);
        if (charge.OncePerDueInstant && miss.Due is { } due && !_submissions.Add((rule, due)))
            return Line(occurrence, LineCause.SameSubmission) with { Count = before };
        var after = _monthTotals[rule] = before + (charge.OncePerDueInstant && miss.Due is not null ? 1 : miss.Times);
        return Line(occurrence, LineCause.MonthTotal) with
        {
            Amount = charge.Tiers.Total(after, charge.Reading) - charge.Tiers.Total(before, charge.Reading),
            Count = after,
            Forfeits = charge.Tiers.Of(after).Forfeits && (before == 0 || !charge.Tiers.Of(before).Forfeits),
        };
    }

    private void ChargeLate(Occurrence occurrence)
    {
        if (_late[occurrence.Miss] is not { } late) return;
        var (miss, rule) = (_misses[occurrence.Miss], _rules[occurrence.Miss]);
        var line = Line(occurrence, late.Cause) with
        {
            Amount = late.Amount,
            DaysLate = late.Days,
            Before = late.Before,
            Forfeits = late.Forfeits,
            Provisional = !_span.IsOver && !(miss.Done is { } done && _span.Now.Knows(done)),
        };
        _lines.Add(late.Cause == LineCause.Growth ? Awaiting(line, miss) : Sanctioned(line, rule, miss, 0));
        if (late.Credit is { } credit)
            _credits.Add(Line(occurrence, LineCause.EarlierAmount) with { Amount = credit, DaysLate = late.Days });
    }

    /// <summary>What follows from every sanctioned occurrence besides its amount.</summary>
    private static StatementLine Sanctioned(StatementLine line, SanctionRule rule, Miss miss, int count) => Awaiting(line, miss) with
    {
        Count = count > 0 ? count : line.Count,
        PointsDeducted = rule.Points is not { } points ? 0 : points.IsRange ? miss.Decision?.Points ?? 0 : points.Least * miss.Times,
        Consequences = rule.Consequences,
    };

    private static StatementLine Awaiting(StatementLine line, Miss miss) => miss.Pending == Pending.None ? line : line with { Provisional = true };

    private StatementLine Line(Occurrence occurrence, LineCause cause)
    {
        var miss = _misses[occurrence.Miss];
        return new()
        {
            Rule = miss.Rule,
            Cause = cause,
            Amount = _case.PerformancePay.Nothing,
            Miss = miss.Key,
            Subject = miss.Subject,
            Due = miss.Due,
            Done = miss.Done is { } done && _span.Now.Knows(done) ? done : null,
            DaysLate = miss.Due is null ? null : Math.Max(1, DaysLate(occurrence.Miss)),
            Times = miss.Times,
        };
    }
}
