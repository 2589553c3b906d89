using System.Collections.Immutable;
using ClientTracking.Deadlines;
using ClientTracking.Time;

namespace ClientTracking.Sanctions;

/// <summary>One statement being worked out: puts all events on one time line and charges those of the month in that order.</summary>
internal sealed partial class StatementRun
{
    private readonly SanctionPlan _plan;
    private readonly DeadlineCalculator _calculator;
    private readonly StatementCase _case;
    private readonly MonthSpan _span;
    private readonly ImmutableArray<Miss> _misses;
    private readonly SanctionRule[] _rules;
    private readonly LateCharge?[] _late;
    private readonly ImmutableArray<StatementLine>.Builder _lines;
    private readonly ImmutableArray<StatementLine>.Builder _credits = ImmutableArray.CreateBuilder<StatementLine>();

    public StatementRun(SanctionPlan plan, DeadlineCalculator calculator, StatementCase @case, MonthSpan span)
    {
        (_plan, _calculator, _case, _span) = (plan, calculator, @case, span);
        _misses = @case.Misses;
        _rules = new SanctionRule[_misses.Length];
        _late = new LateCharge?[_misses.Length];
        _lines = ImmutableArray.CreateBuilder<StatementLine>(_misses.Length + 1);
        for (var i = 0; i < _misses.Length; i++) _rules[i] = plan.Of(_misses[i].Rule);
    }

    public void Charge()
    {
        ChargeLateness();
        var events = new List<Occurrence>(_misses.Length);
        for (var i = 0; i < _misses.Length; i++) Place(i, events);
        events.Sort((a, b) => a.At.CompareTo(b.At) is var at and not 0 ? at
            : string.CompareOrdinal(_misses[a.Miss].Key, _misses[b.Miss].Key) is var key and not 0 ? key
            : a.Repeat.CompareTo(b.Repeat));
        foreach (var occurrence in events) Charge(occurrence);
    }

    /// <summary>Puts a miss and its repetitions on the time line, where they happened at all.</summary>
    private void Place(int index, List<Occurrence> events)
    {
        var (miss, rule) = (_misses[index], _rules[index]);
        if (miss.Times == 0 || IsInTime(miss) || (rule.Charge is LatenessCharge && DaysLate(index) == 0)) return;
        var (at, isDue) = rule.CountedBy switch
        {
            CountedBy.Done => (miss.Due is null ? miss.Found : miss.Done, false),
            CountedBy.Found => miss.Found is { } found ? (found, false) : (miss.Due, true),
            _ => miss.Due is not null ? (miss.Due, true) : (miss.Found, false),
        };
        if (at is not { } when || !(isDue ? _span.Now.IsPast(when) : _span.Now.Knows(when))) return;
        events.Add(new(when, index, isDue));
        if (rule.UntilCorrected is not { } order || miss.OrderedToCorrect is not { } ordered || miss.Waiver is not null) return;
        for (var repeat = 1; ; repeat++)
        {
            var end = _calculator.Calculate(DeadlineRule.WorkingDays(order.WithinWorkingDays + repeat - 1), ordered).Due;
            if (!_span.Now.IsPast(end) || miss.Corrected <= end) return;
            events.Add(new(end, index, IsDue: true, repeat));
        }
    }

    private static bool IsInTime(Miss miss) =>
        miss is { Due: { } due, Done: { } done } && done.CutToMilliseconds() <= due.CutToMilliseconds();

    private int DaysLate(int index) => _span.Now.DaysLate(_calculator, _misses[index].Due!.Value, _misses[index].Done, UnitOf(_rules[index]));

    private static LatenessUnit UnitOf(SanctionRule rule) => rule.Charge is LatenessCharge late ? late.Unit : LatenessUnit.CivilDays;
}
