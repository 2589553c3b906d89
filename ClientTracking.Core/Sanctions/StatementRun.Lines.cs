using NodaTime;

namespace ClientTracking.Sanctions;

/// <content>The lines of what happened, in order.</content>
internal sealed partial class StatementRun
{
    private Dictionary<(string Group, int Month), int>? _occasions;
    private Dictionary<int, int>? _factors;
    private Dictionary<RuleId, long>? _monthTotals;
    private HashSet<(RuleId, Instant)>? _submissions;

    private void Charge(Occurrence occurrence)
    {
        var (miss, rule) = (_misses[occurrence.Miss], _rules[occurrence.Miss]);
        var here = _span.Holds(occurrence.At, occurrence.IsDue);
        if (miss.Waiver is { } waiver)
        {
            if (here) Write(miss, occurrence, new(LineCause.Waived, Nothing) { By = waiver.By, Reason = waiver.Reason });
            return;
        }

        // Occasions are counted in the months around too: an order to correct repeats the fine of its own month, doubling included.
        var (factor, count) = rule.Repetition is { } repetition ? Repeated(repetition, occurrence) : (1, 0);
        if (rule.Charge is LatenessCharge)
        {
            ChargeLate(miss, rule, occurrence);
        }
        else if (here)
        {
            var draft = Priced(occurrence, miss, rule, factor);
            draft.Factor = factor;
            if (count > 0) draft.Count = count;
            Sanction(ref draft, miss, rule);
            Write(miss, occurrence, draft);
        }
    }

    private (int Factor, int Count) Repeated(Repetition repetition, Occurrence occurrence)
    {
        (_occasions, _factors) = (_occasions ?? [], _factors ?? []);
        var day = _calculator.Calendar.DateOf(occurrence.IsDue ? occurrence.At - Duration.Epsilon : occurrence.At);
        var key = (repetition.Group, (day.Year * 12) + day.Month);
        var count = _occasions[key] = _occasions.GetValueOrDefault(key) + 1;
        if (occurrence.Repeat == 0) _factors[occurrence.Miss] = count >= repetition.From ? repetition.Factor : 1;
        return (_factors[occurrence.Miss], count);
    }

    private LineDraft Priced(Occurrence occurrence, Miss miss, SanctionRule rule, int factor) => rule.Charge switch
    {
        _ when rule.NeedsDecision && miss.Decision is null => new(LineCause.AwaitsDecision, Nothing) { Provisional = true },
        FixedCharge charge => new(occurrence.Repeat > 0 ? LineCause.NotCorrected : LineCause.PerOccurrence, charge.Each * miss.Times * factor)
        {
            Forfeits = charge.Forfeits,
        },
        DecidedCharge => Decided(miss.Decision!, miss.Decision!.Amount!.Value * factor),
        DecidedShareCharge share => Decided(miss.Decision!, _case.PerformancePay.Percent(miss.Decision!.Percent!.Value, share.Rounding)),
        MonthTotalCharge total => Totalled(miss, rule.Id, total),
        _ => throw new InvalidOperationException($"{rule.Id} has no charge known here."),
    };

    private static LineDraft Decided(SanctionDecision decision, Money amount) => new(LineCause.Decided, amount) { By = decision.By, Reason = decision.Reason };

    /// <summary>Each occurrence costs what it adds to the month's total, so that the lines add up under every reading.</summary>
    private LineDraft Totalled(Miss miss, RuleId rule, MonthTotalCharge charge)
    {
        _monthTotals ??= [];
        var before = _monthTotals.GetValueOrDefault(rule);
        var (oncePer, tiers) = (charge.OncePerDueInstant ? miss.Due : null, charge.Tiers);
        if (oncePer is { } due && !(_submissions ??= []).Add((rule, due))) return new(LineCause.SameSubmission, Nothing) { Count = before };
        var after = _monthTotals[rule] = before + (oncePer is null ? miss.Times : 1);
        return new(LineCause.MonthTotal, tiers.Total(after, charge.Reading) - tiers.Total(before, charge.Reading))
        {
            Count = after,
            Forfeits = tiers.Of(after).Forfeits && (before == 0 || !tiers.Of(before).Forfeits),
        };
    }

    private void ChargeLate(Miss miss, SanctionRule rule, Occurrence occurrence)
    {
        if (_late[occurrence.Miss] is not { } late) return;
        var draft = new LineDraft(late.Cause, late.Amount)
        {
            DaysLate = late.Days,
            Before = late.Before,
            Forfeits = late.Forfeits,
            Provisional = !_span.IsOver && !(miss.Done is { } done && _span.Now.Knows(done)),
        };
        if (late.Cause != LineCause.Growth) Sanction(ref draft, miss, rule);
        Write(miss, occurrence, draft);
        if (late.Credit is { } credit) _credits.Add(Line(miss, occurrence, new(LineCause.EarlierAmount, credit) { DaysLate = late.Days }));
    }

    /// <summary>What follows from every sanctioned occurrence besides its amount.</summary>
    private static void Sanction(ref LineDraft draft, Miss miss, SanctionRule rule)
    {
        draft.Points = rule.Points is not { } points ? 0 : points.IsRange ? miss.Decision?.Points ?? 0 : points.Least * miss.Times;
        draft.Consequences = rule.Consequences;
    }

    private void Write(Miss miss, Occurrence occurrence, LineDraft draft)
    {
        draft.Provisional |= miss.Pending != Pending.None && draft.Cause != LineCause.Waived;
        _lines.Add(Line(miss, occurrence, draft));
    }

    private StatementLine Line(Miss miss, Occurrence occurrence, in LineDraft draft) => new()
    {
        Rule = miss.Rule,
        Cause = draft.Cause,
        Amount = draft.Amount,
        Miss = miss.Key,
        Subject = miss.Subject,
        Due = miss.Due,
        Done = miss.Done is { } done && _span.Now.Knows(done) ? done : null,
        DaysLate = draft.DaysLate ?? (miss.Due is null ? null : Math.Max(1, DaysLate(occurrence.Miss))),
        Times = miss.Times,
        Count = draft.Count,
        Factor = Math.Max(1, draft.Factor),
        Before = draft.Before,
        By = draft.By,
        Reason = draft.Reason,
        PointsDeducted = draft.Points,
        Consequences = draft.Consequences.IsDefault ? [] : draft.Consequences,
        Forfeits = draft.Forfeits,
        Provisional = draft.Provisional,
    };

    private Money Nothing => _case.PerformancePay.Nothing;
}
