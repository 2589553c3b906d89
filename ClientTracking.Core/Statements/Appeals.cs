using ClientTracking.Errors;
using ClientTracking.Sanctions;
using ClientTracking.Subjects;

namespace ClientTracking.Statements;

/// <summary>Appeals (申诉) against a fine of one's own, in the time <see cref="ReviewTerms.AppealWithin"/> leaves; until it is decided the amount is provisional.</summary>
/// <param name="Miss">The key of the miss.</param>
/// <param name="Reason">Why; at most 1,000 characters.</param>
public sealed record AppealMiss(string Miss, string Reason) : MissCommand(Miss)
{
    private protected override string Why => Reason;

    private protected override SanctionMonthEvent Decide(SanctionMonth? month, MissCase found, SanctionReview review, DecisionContext context)
    {
        if (month?.AppealOf(Miss) is { } before)
            throw new RuleViolationException(found.Miss.Rule, before.Decision is null ? "statement.appeal-open" : "sanction.appeal-decided");
        var (miss, appeal) = review.File(found.Miss, context.Actor.Id, Reason, context.At, found.ToldAt ?? context.At);
        return new AppealFiled(miss.Person, found.Month, appeal);
    }
}

/// <summary>Decides an appeal; upheld, the fine is waived. Nobody decides on their own.</summary>
/// <param name="Miss">The key of the miss.</param>
/// <param name="Upheld">Whether the person was right.</param>
/// <param name="Reason">Why; at most 1,000 characters.</param>
public sealed record ConcludeAppeal(string Miss, bool Upheld, string Reason) : MissCommand(Miss)
{
    private protected override string Why => Reason;

    private protected override SanctionMonthEvent Decide(SanctionMonth? month, MissCase found, SanctionReview review, DecisionContext context)
    {
        context.RequireJudge(found.Miss.Person);
        var appeal = month?.AppealOf(Miss) ?? throw new RuleViolationException(found.Miss.Rule, "statement.no-appeal");
        var (miss, decided) = SanctionReview.Conclude(found.Miss, appeal, new(context.Actor.Id, context.At, Upheld, Reason));
        return new AppealConcluded(miss.Person, found.Month, decided, Upheld ? miss.Waiver : null);
    }
}
