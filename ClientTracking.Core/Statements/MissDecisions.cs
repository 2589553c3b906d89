using ClientTracking.Errors;
using ClientTracking.Sanctions;
using ClientTracking.Subjects;

namespace ClientTracking.Statements;

/// <summary>Waives a miss (豁免) with a reason, in the time <see cref="ReviewTerms.WaiveWithin"/> leaves; later misses of the month count anew (T42). Nobody waives their own.</summary>
/// <param name="Miss">The key of the miss.</param>
/// <param name="Reason">Why; at most 1,000 characters.</param>
public sealed record WaiveMiss(string Miss, string Reason) : MissCommand(Miss)
{
    private protected override string Why => Reason;

    private protected override SanctionMonthEvent Decide(SanctionMonth? month, MissCase found, SanctionReview review, DecisionContext context)
    {
        context.RequireJudge(found.Miss.Person);
        if (found.Miss.Waiver is { } before) throw new RuleViolationException(found.Miss.Rule, "statement.waived-before", before.By);
        var waived = review.Waive(found.Miss, context.Actor.Id, Reason, context.At, found.ToldAt ?? context.At);
        return new MissWaived(waived.Person, found.Month, Miss, waived.Waiver!);
    }
}

/// <summary>Decides what a rule leaves open, within its range. Nobody decides on their own.</summary>
/// <param name="Miss">The key of the miss.</param>
/// <param name="Reason">Why; at most 1,000 characters.</param>
public sealed record DecideMiss(string Miss, string Reason) : MissCommand(Miss)
{
    /// <summary>The amount, where the rule leaves one open.</summary>
    public Money? Amount { get; init; }

    /// <summary>The share of the month's performance pay in per cent, where the rule leaves one open.</summary>
    public decimal? Percent { get; init; }

    /// <summary>The points, where the rule leaves them open.</summary>
    public int? Points { get; init; }

    private protected override string Why => Reason;

    private protected override SanctionMonthEvent Decide(SanctionMonth? month, MissCase found, SanctionReview review, DecisionContext context)
    {
        context.RequireJudge(found.Miss.Person);
        var decision = new SanctionDecision(context.Actor.Id, context.At, Reason) { Amount = Amount, Percent = Percent, Points = Points };
        return new MissDecided(found.Miss.Person, found.Month, Miss, review.Decide(found.Miss, decision).Decision!);
    }
}
