using ClientTracking.Deadlines;
using ClientTracking.Errors;
using NodaTime;

namespace ClientTracking.Sanctions;

/// <summary>Decisions of people about a miss: an amount within the range, a waiver, an appeal. A person never judges their own case.</summary>
/// <param name="plan">The sanctions of the regulation.</param>
/// <param name="calculator">Counts the periods of <see cref="SanctionPlan.Review"/>.</param>
public sealed class SanctionReview(SanctionPlan plan, DeadlineCalculator calculator)
{
    /// <summary>Puts what a person decided within the rule's range into the miss.</summary>
    /// <exception cref="RuleViolationException">It is outside the range, or about oneself.</exception>
    /// <exception cref="InvalidRequestException">The reason is missing, or something is decided that the rule leaves open no choice about.</exception>
    public Miss Decide(Miss miss, SanctionDecision decision)
    {
        ArgumentNullException.ThrowIfNull(miss);
        ArgumentNullException.ThrowIfNull(decision);
        DecisionCheck.Require(plan.Of(miss.Rule), miss.Person, decision);
        return miss with { Decision = decision };
    }

    /// <summary>Waives a miss (豁免).</summary>
    /// <param name="miss">The miss.</param>
    /// <param name="by">Who waives.</param>
    /// <param name="reason">Why.</param>
    /// <param name="at">When.</param>
    /// <param name="toldAt">When the person was told of the fine.</param>
    /// <exception cref="RuleViolationException">One's own, or too late.</exception>
    /// <exception cref="InvalidRequestException">The reason is missing.</exception>
    public Miss Waive(Miss miss, PersonId by, string reason, Instant at, Instant toldAt)
    {
        ArgumentNullException.ThrowIfNull(miss);
        DecisionCheck.RequireOther(miss.Rule, miss.Person, by);
        DecisionCheck.RequireReason(reason);
        RequireInTime(miss.Rule, "sanction.waiver-too-late", plan.Review.WaiveWithin, toldAt, at);
        return miss with { Waiver = new(by, at, reason), Pending = Pending.None };
    }

    /// <summary>Files an appeal (申诉); until it is decided the amount is provisional.</summary>
    /// <param name="miss">The miss.</param>
    /// <param name="by">Who appeals: the person charged, nobody else.</param>
    /// <param name="reason">Why.</param>
    /// <param name="at">When.</param>
    /// <param name="toldAt">When the person was told of the fine.</param>
    /// <exception cref="RuleViolationException">Another's fine, or too late.</exception>
    /// <exception cref="InvalidRequestException">The reason is missing.</exception>
    public (Miss Miss, Appeal Appeal) File(Miss miss, PersonId by, string reason, Instant at, Instant toldAt)
    {
        ArgumentNullException.ThrowIfNull(miss);
        if (by != miss.Person) throw new RuleViolationException(miss.Rule, "sanction.appeal-of-another");
        DecisionCheck.RequireReason(reason);
        RequireInTime(miss.Rule, "sanction.appeal-too-late", plan.Review.AppealWithin, toldAt, at);
        var decideBy = calculator.Calculate(plan.Review.DecideWithin, at).Due;
        return (miss with { Pending = Pending.Appeal }, new Appeal(miss.Key, by, at, reason, decideBy));
    }

    /// <summary>Decides an appeal: upheld, the fine is waived by who decided; else it stands. Late is better than never, so no deadline refuses it.</summary>
    /// <exception cref="RuleViolationException">One's own case, or decided already.</exception>
    /// <exception cref="InvalidRequestException">The reason is missing.</exception>
    /// <exception cref="ArgumentException">The appeal is about another miss.</exception>
    public static (Miss Miss, Appeal Appeal) Conclude(Miss miss, Appeal appeal, AppealDecision decision)
    {
        ArgumentNullException.ThrowIfNull(miss);
        ArgumentNullException.ThrowIfNull(appeal);
        ArgumentNullException.ThrowIfNull(decision);
        if (appeal.Miss != miss.Key) throw new ArgumentException($"The appeal is about '{appeal.Miss}', not '{miss.Key}'.", nameof(appeal));
        if (appeal.Decision is not null) throw new RuleViolationException(miss.Rule, "sanction.appeal-decided");
        DecisionCheck.RequireOther(miss.Rule, miss.Person, decision.By);
        DecisionCheck.RequireReason(decision.Reason);
        var after = miss with { Pending = Pending.None };
        return (decision.Upheld ? after with { Waiver = new(decision.By, decision.At, decision.Reason) } : after, appeal with { Decision = decision });
    }

    private void RequireInTime(RuleId rule, string code, DeadlineRule within, Instant from, Instant at)
    {
        var last = calculator.Calculate(within, from).Due;
        if (at > last) throw new RuleViolationException(rule, code, last);
    }
}
