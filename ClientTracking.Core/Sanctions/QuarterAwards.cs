using System.Collections.Immutable;
using ClientTracking.Errors;
using NodaTime;

namespace ClientTracking.Sanctions;

/// <summary>An award (奖金) the board has decided.</summary>
/// <param name="Eligibility">What makes it eligible.</param>
/// <param name="Amount">The amount; shared by the recipients without losing a fen.</param>
/// <param name="By">Who decided; never a recipient.</param>
/// <param name="At">When.</param>
public sealed record Award(Eligibility Eligibility, Money Amount, PersonId By, Instant At)
{
    /// <summary>What each recipient gets, in their order.</summary>
    public ImmutableArray<(Recipient Recipient, Money Share)> Shares()
    {
        var recipients = Eligibility.Recipients;
        var shares = Amount.Allocate([.. Enumerable.Repeat(1L, recipients.Length)]);
        return [.. recipients.Zip(shares)];
    }
}

/// <summary>The awards decided so far (奖励台账). Immutable; nothing is rewarded twice.</summary>
public sealed record QuarterAwards
{
    /// <summary>No awards yet.</summary>
    public static QuarterAwards None { get; } = new();

    /// <summary>The awards, in the order they were decided.</summary>
    public ImmutableArray<Award> Awards { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Decides an award.</summary>
    /// <exception cref="RuleViolationException">
    /// Not eligible; outside the range; rewarded already; the rule rewards by points; or somebody decides on their own.
    /// </exception>
    public QuarterAwards Grant(Eligibility eligibility, Money amount, PersonId by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(eligibility);
        var rule = eligibility.Rule;
        if (!eligibility.IsEligible) throw new RuleViolationException(rule, "reward.not-eligible", eligibility);
        if (eligibility.Range is not { } range) throw new RuleViolationException(rule, "reward.by-points");
        if (!range.Contains(amount)) throw new RuleViolationException(rule, "sanction.outside-range", amount, range);
        if (eligibility.Recipients.Contains(Recipient.Of(by))) throw new RuleViolationException(rule, "sanction.own-case");
        if (Awards.Any(award => award.Eligibility.Thing == eligibility.Thing)) throw new RuleViolationException(rule, "reward.twice", eligibility.Thing);
        return this with { Awards = Awards.Add(new(eligibility, amount, by, at)) };
    }
}
