using System.Globalization;
using ClientTracking.Deadlines;
using ClientTracking.Errors;
using ClientTracking.Sanctions;
using static ClientTracking.Regulations.RegulationConfiguration;

namespace ClientTracking.Regulations;

/// <summary>Applies what a host changes in its configuration to sanctions and rewards, and finds every fault in it.</summary>
internal static class SanctionConfiguration
{
    private const int LongestGroup = 64;

    public static SanctionPlan With(this SanctionPlan plan, RegulationOverrides overrides, string regulation, string path, FaultList faults)
    {
        foreach (var unknown in overrides.Sanctions.Keys.Except(plan.Rules.Select(rule => rule.Id.Value)))
            faults.Add($"{path}:Sanctions:{unknown}", "regulation.unknown-rule", regulation, Names(plan.Rules.Select(rule => rule.Id.Value)));
        foreach (var unknown in overrides.Rewards.Keys.Except(plan.Rewards.Select(rule => rule.Id.Value)))
            faults.Add($"{path}:Rewards:{unknown}", "regulation.unknown-rule", regulation, Names(plan.Rewards.Select(rule => rule.Id.Value)));
        return plan with
        {
            Rules = [.. plan.Rules.Select(rule => overrides.Sanctions.TryGetValue(rule.Id.Value, out var change)
                ? Change(rule, change, $"{path}:Sanctions:{rule.Id}", faults) : rule)],
            Rewards = [.. plan.Rewards.Select(rule => overrides.Rewards.TryGetValue(rule.Id.Value, out var change)
                ? Change(rule, change, $"{path}:Rewards:{rule.Id}", faults) : rule)],
            Review = Terms(plan, overrides.Review, regulation, $"{path}:Review", faults),
        };
    }

    private static ReviewTerms Terms(SanctionPlan plan, ReviewOverrides change, string regulation, string path, FaultList faults)
    {
        var terms = plan.Review;
        return new(
            Term(change.AppealWithin, terms.AppealWithin, nameof(change.AppealWithin)),
            Term(change.DecideWithin, terms.DecideWithin, nameof(change.DecideWithin)),
            Term(change.WaiveWithin, terms.WaiveWithin, nameof(change.WaiveWithin)));

        DeadlineRule Term(string? notation, DeadlineRule otherwise, string name)
        {
            if (notation is null) return otherwise;
            if (plan.Rules.IsEmpty) faults.Add($"{path}:{name}", "regulation.no-sanctions", regulation);
            return Read(() => DeadlineRule.Parse(notation), $"{path}:{name}", faults, out var term) ? term : otherwise;
        }
    }

    private static SanctionRule Change(SanctionRule rule, SanctionOverrides change, string path, FaultList faults)
    {
        foreach (var setting in Given(change).Except(Settings(rule.Charge))) faults.Add($"{path}:{setting}", "sanction.setting-not-here", rule.Id);
        if (change.Nodes is { } nodes && Read(() => nodes.Select(node => new RuleId(node)).ToArray(), $"{path}:Nodes", faults, out var ids))
            rule = rule with { Nodes = [.. ids!], NodesOfChange = [.. rule.NodesOfChange.Except(ids!)] };
        return rule with
        {
            Charge = Change(rule.Charge, change, path, faults),
            Repetition = Repeated(rule, change.Repetition, $"{path}:Repetition", faults),
            Points = Points(rule.Points, change.Points, $"{path}:Points", faults),
        };
    }

    private static Repetition? Repeated(SanctionRule rule, RepetitionOverrides? change, string path, FaultList faults)
    {
        if (change is null) return rule.Repetition;
        var before = rule.Repetition;
        var (from, factor) = (change.From ?? before?.From, change.Factor ?? before?.Factor ?? 2);
        if (factor < 1) faults.Add($"{path}:Factor", "options.not-positive", factor);
        if (from is null && factor != 1) faults.Add($"{path}:From", "request.required");
        if (from < 1) faults.Add($"{path}:From", "options.not-positive", from);
        Read(() => new RuleId(change.Rule ?? before?.Rule.Value ?? rule.Id.Value), $"{path}:Rule", faults, out var says);
        Read(() => TextCheck.Identifier(change.Group ?? before?.Group ?? rule.Id.Value, LongestGroup), $"{path}:Group", faults, out var group);
        return factor == 1 ? null : new(says, group ?? "", from ?? 1, factor);
    }

    private static PointRange? Points(PointRange? points, PointOverrides? change, string path, FaultList faults)
    {
        if ((change?.Least ?? points?.Least ?? change?.Most) is not { } least || (change?.Most ?? points?.Most ?? change?.Least) is not { } most) return points;
        if (least < 0) faults.Add($"{path}:Least", "options.negative", least);
        else if (least > most) faults.Add($"{path}:Most", "sanction.range-reversed", least, most);
        return most == 0 ? null : new(least, most);
    }

    private static SanctionCharge Change(SanctionCharge charge, SanctionOverrides change, string path, FaultList faults)
    {
        switch (charge)
        {
            case FixedCharge each:
                return each with { Each = Amount(change.Amount, each.Each, $"{path}:Amount", faults) };
            case MonthTotalCharge total:
                Choice(change.MonthTotal, total.Reading, $"{path}:MonthTotal", faults, out var reading);
                var once = change.OncePerDueInstant ?? total.OncePerDueInstant;
                return total with { Tiers = Table(total.Tiers, change, path, faults), Reading = reading, OncePerDueInstant = once };
            case LatenessCharge late:
                Choice(change.Lateness, late.Unit, $"{path}:Lateness", faults, out var unit);
                Choice(change.EarlierAmount, late.Earlier, $"{path}:EarlierAmount", faults, out var earlier);
                return late with { Tiers = Table(late.Tiers, change, path, faults), Unit = unit, Earlier = earlier };
            case DecidedCharge decided:
                return decided with { Range = Range(decided.Range, change.Least, change.Most, path, faults) };
            case DecidedShareCharge share:
                var (least, most) = (Percent(change.Least, share.Least, $"{path}:Least", faults), Percent(change.Most, share.Most, $"{path}:Most", faults));
                if (least > most) faults.Add($"{path}:Most", "sanction.range-reversed", least, most);
                return share with { Least = least, Most = most };
            default:
                return charge;
        }
    }

    private static RewardRule Change(RewardRule rule, RewardOverrides change, string path, FaultList faults)
    {
        if (change.PointsEach is { } points)
        {
            if (points < 0) faults.Add($"{path}:PointsEach", "options.negative", points);
            if (rule.Condition is BeforeItsDay early) rule = rule with { Condition = early with { PointsEach = points } };
            else faults.Add($"{path}:PointsEach", "sanction.setting-not-here", rule.Id);
        }
        if (rule.Range is { } range) return rule with { Range = Range(range, change.Least, change.Most, path, faults) };
        if (change.Least is not null || change.Most is not null) faults.Add(path, "reward.by-points", rule.Id);
        return rule;
    }

    private static TierTable Table(TierTable table, SanctionOverrides change, string path, FaultList faults)
    {
        var sound = Choice(change.Boundary, table.Boundary, $"{path}:Boundary", faults, out var boundary);
        var tiers = table.Tiers;
        if (change.Tiers is { } given)
            tiers = [.. given.Select((tier, i) => new Tier(tier.UpTo, Amount(tier.Amount, Money.Zero, $"{path}:Tiers:{i}:Amount", faults), tier.Amount is null))];
        return sound && Read(() => new TierTable(boundary, tiers), path, faults, out var changed) ? changed! : table;
    }

    private static MoneyRange Range(MoneyRange range, string? least, string? most, string path, FaultList faults)
    {
        var changed = new MoneyRange(Amount(least, range.Least, $"{path}:Least", faults), Amount(most, range.Most, $"{path}:Most", faults));
        if (changed.Least > changed.Most) faults.Add($"{path}:Most", "sanction.range-reversed", changed.Least, changed.Most);
        return changed;
    }

    private static Money Amount(string? text, Money otherwise, string path, FaultList faults)
    {
        if (text is null || !Read(() => Money.Parse(text, otherwise.Currency), path, faults, out var amount)) return otherwise;
        if (amount.Fen >= 0) return amount;
        faults.Add(path, "sanction.negative-amount", amount);
        return otherwise;
    }

    private static decimal Percent(string? text, decimal otherwise, string path, FaultList faults)
    {
        if (text is null) return otherwise;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent <= 100 && decimal.Round(percent, 4) == percent)
            return percent;
        faults.Add(path, "sanction.percent", text);
        return otherwise;
    }

    private static IEnumerable<string> Given(SanctionOverrides change)
    {
        if (change.Amount is not null) yield return nameof(change.Amount);
        if (change.Tiers is not null) yield return nameof(change.Tiers);
        if (change.Boundary is not null) yield return nameof(change.Boundary);
        if (change.MonthTotal is not null) yield return nameof(change.MonthTotal);
        if (change.OncePerDueInstant is not null) yield return nameof(change.OncePerDueInstant);
        if (change.Lateness is not null) yield return nameof(change.Lateness);
        if (change.EarlierAmount is not null) yield return nameof(change.EarlierAmount);
        if (change.Least is not null) yield return nameof(change.Least);
        if (change.Most is not null) yield return nameof(change.Most);
        if (change.Repetition is not null) yield return nameof(change.Repetition);
    }

    private static string[] Settings(SanctionCharge charge) => charge switch
    {
        FixedCharge => [nameof(SanctionOverrides.Amount), nameof(SanctionOverrides.Repetition)],
        MonthTotalCharge =>
            [nameof(SanctionOverrides.Tiers), nameof(SanctionOverrides.Boundary), nameof(SanctionOverrides.MonthTotal), nameof(SanctionOverrides.OncePerDueInstant)],
        LatenessCharge =>
            [nameof(SanctionOverrides.Tiers), nameof(SanctionOverrides.Boundary), nameof(SanctionOverrides.Lateness), nameof(SanctionOverrides.EarlierAmount)],
        DecidedCharge => [nameof(SanctionOverrides.Least), nameof(SanctionOverrides.Most), nameof(SanctionOverrides.Repetition)],
        _ => [nameof(SanctionOverrides.Least), nameof(SanctionOverrides.Most)],
    };
}
