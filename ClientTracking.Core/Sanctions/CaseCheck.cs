using ClientTracking.Errors;

namespace ClientTracking.Sanctions;

/// <summary>What the facts of a statement must be.</summary>
internal static class CaseCheck
{
    public static void Require(SanctionPlan plan, StatementCase @case)
    {
        var faults = new FaultList();
        if (@case.PerformancePay.Fen < 0) faults.Add("performancePay", "sanction.negative-pay");
        var keys = new HashSet<string>(@case.Misses.Length, StringComparer.Ordinal);
        for (var i = 0; i < @case.Misses.Length; i++)
        {
            var miss = @case.Misses[i];
            if (!keys.Add(miss.Key)) Add("key", "sanction.duplicate-miss", miss.Key);
            if (miss.Person != @case.Person) Add("person", "sanction.another-person", miss.Person, @case.Person);
            if (plan.Find(miss.Rule) is not { } rule)
            {
                Add("rule", "sanction.unknown-rule", miss.Rule, string.Join(", ", plan.Rules.Select(known => known.Id.Value)));
                continue;
            }

            var late = rule.Charge is LatenessCharge;
            if (late && miss.Due is null) Add("due", "sanction.due-needed", rule.Id);
            if (late ? miss.Times != 1 : miss.Times < 0) Add("times", late ? "sanction.times-not-here" : "sanction.times-negative", rule.Id);
            if (!late && miss.Due is null && miss.Found is null) Add("found", "sanction.no-instant", rule.Id);
            if (miss.Done is not null && miss.Due is null) Add("due", "sanction.due-needed", rule.Id);
            if (miss.Decision is { } decision) DecisionCheck.Require(rule, miss.Person, decision);
            if (miss.Waiver is { } waiver) DecisionCheck.RequireOther(rule.Id, miss.Person, waiver.By);

            void Add(string field, string code, params ReadOnlySpan<object> arguments) => faults.Add($"misses[{i}].{field}", code, [.. arguments]);
        }

        faults.ThrowIfAny();
    }
}
