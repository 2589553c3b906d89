using System.Runtime.InteropServices;

namespace ClientTracking.Sanctions;

/// <content>
/// Lateness by tiers (RF-95, RF-97). A month is charged with what all its misses amount to at its end, less what they amounted to at the end of
/// the month before; so no delay is charged twice, in whatever month it grows.
/// </content>
internal sealed partial class StatementRun
{
    private void ChargeLateness()
    {
        var late = new List<int>(_misses.Length);
        for (var i = 0; i < _misses.Length; i++)
            if (_rules[i].Charge is LatenessCharge && _misses[i].Waiver is null) late.Add(i);
        late.Sort(CompareDelays);
        var indices = CollectionsMarshal.AsSpan(late);
        for (int first = 0, end; first < indices.Length; first = end)
        {
            for (end = first + 1; end < indices.Length && CompareDelays(indices[first], indices[end]) == 0;) end++;
            ChargeDelay((LatenessCharge)_rules[indices[first]].Charge, indices[first..end]);
        }
    }

    /// <summary>Equal are misses by the same delay.</summary>
    private int CompareDelays(int a, int b)
    {
        if (a == b) return 0;
        var rule = string.CompareOrdinal(_rules[a].Id.Value, _rules[b].Id.Value);
        if (rule != 0) return rule;
        var (one, other) = (DelayOf(a), DelayOf(b));
        return string.CompareOrdinal(one, other) is var delay and not 0 ? delay : one is null ? a.CompareTo(b) : 0;
    }

    private string? DelayOf(int index) =>
        _rules[index].Charge is LatenessCharge { OncePerDelay: true } ? _misses[index].Delay ?? _misses[index].Subject : null;

    /// <summary>Charges one delay of one person: the highest amount stands (RF-95), less what was charged in earlier months.</summary>
    private void ChargeDelay(LatenessCharge late, ReadOnlySpan<int> group)
    {
        Standing before = new(Nothing, false, 0), now = before;
        var bearer = -1;
        foreach (var i in group)
        {
            var (then, today) = (StandingOf(late, i, _span.Before), StandingOf(late, i, _span.Now));
            if (then.IsAbove(before)) before = then;
            if (today.Days > 0 && (bearer < 0 || today.IsAbove(now) || (!now.IsAbove(today) && Precedes(i, bearer)))) (now, bearer) = (today, i);
        }

        foreach (var i in group)
        {
            if (i == bearer && now.IsAbove(before)) _late[i] = Difference(late, i, before, now);
            else if (_span.Holds(_misses[i].Due!.Value, isDue: true) && StandingOf(late, i, _span.Now) is { Days: > 0 } standing)
                _late[i] = new(LineCause.SameDelay, now.Amount.Nothing, standing.Days);
        }
    }

    private LateCharge Difference(LatenessCharge late, int index, Standing before, Standing now)
    {
        var first = before.Amount.Fen == 0 && (before.Days == 0 || _span.Holds(_misses[index].Due!.Value, isDue: true));
        var cause = first ? LineCause.Lateness : LineCause.Growth;
        if (!now.Forfeits) return new(cause, now.Amount - before.Amount, now.Days, first ? null : before.Amount);
        var credit = late.Earlier == EarlierAmount.ComesBack && before.Amount.Fen > 0 ? before.Amount : (Money?)null;
        return new(cause, now.Amount.Nothing, now.Days, first ? null : before.Amount, Forfeits: true, credit);
    }

    private Standing StandingOf(LatenessCharge late, int index, Assessment at)
    {
        var miss = _misses[index];
        var days = at.DaysLate(_calculator, miss.Due!.Value, miss.Done, late.Unit);
        if (days == 0) return new(Nothing, false, 0);
        var tier = late.Tiers.Of(days);
        return new(tier.Forfeits ? Nothing : tier.Amount, tier.Forfeits, days);
    }

    private bool Precedes(int a, int b) => _misses[a].Due is var first && _misses[b].Due is var second && first != second
        ? first < second : string.CompareOrdinal(_misses[a].Key, _misses[b].Key) < 0;
}
