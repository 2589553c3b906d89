using ClientTracking.Errors;

namespace ClientTracking.Sanctions;

/// <summary>What every decision of a person must be.</summary>
internal static class DecisionCheck
{
    private const int LongestReason = 1000;

    /// <summary>A person never judges their own case.</summary>
    public static void RequireOther(RuleId rule, PersonId person, PersonId by)
    {
        if (by == person) throw new RuleViolationException(rule, "sanction.own-case");
    }

    public static void RequireReason(string? reason)
    {
        var faults = new FaultList();
        faults.Required("reason", reason, LongestReason);
        faults.ThrowIfAny();
    }

    /// <summary>What is decided is what the rule leaves open, all of it, within its range.</summary>
    public static void Require(SanctionRule rule, PersonId person, SanctionDecision decision)
    {
        RequireOther(rule.Id, person, decision.By);
        RequireReason(decision.Reason);
        var faults = new FaultList();
        Wanted("amount", decision.Amount is not null, rule.Charge is DecidedCharge);
        Wanted("percent", decision.Percent is not null, rule.Charge is DecidedShareCharge);
        Wanted("points", decision.Points is not null, rule.Points is { IsRange: true });
        faults.ThrowIfAny();
        if (rule.Charge is DecidedCharge money && !money.Range.Contains(decision.Amount!.Value)) throw Outside(decision.Amount, money.Range);
        if (rule.Charge is DecidedShareCharge share && !(decision.Percent >= share.Least && decision.Percent <= share.Most))
            throw Outside($"{decision.Percent} %", $"{share.Least}–{share.Most} %");
        if (rule.Points is { IsRange: true } points && !(decision.Points >= points.Least && decision.Points <= points.Most))
            throw Outside(decision.Points!, $"{points.Least}–{points.Most}");

        void Wanted(string path, bool given, bool open)
        {
            if (given != open) faults.Add(path, open ? "request.required" : "sanction.not-open", rule.Id);
        }

        RuleViolationException Outside(object decided, object range) => new(rule.Id, "sanction.outside-range", decided, range);
    }
}
