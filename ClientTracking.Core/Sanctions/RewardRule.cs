using System.Collections.Immutable;

namespace ClientTracking.Sanctions;

/// <summary>A reward of a regulation (奖励规则) as data: for what, and within what range it is decided.</summary>
public sealed record RewardRule
{
    /// <summary>The rule's identifier.</summary>
    public required RuleId Id { get; init; }

    /// <summary>What is rewarded, in Chinese, for people.</summary>
    public required string Title { get; init; }

    /// <summary>What is rewarded, in English, for people.</summary>
    public required string TitleEnglish { get; init; }

    /// <summary>Who is eligible.</summary>
    public required RewardCondition Condition { get; init; }

    /// <summary>Within what a person decides; none where it is appraisal points.</summary>
    public MoneyRange? Range { get; init; }
}

/// <summary>Who is eligible for a reward. One of the sealed shapes of this file.</summary>
public abstract record RewardCondition
{
    private protected RewardCondition()
    {
    }
}

/// <summary>The reporter of a requirement that is accepted or converted in the quarter (RF-A1).</summary>
public sealed record AdoptedRequirement : RewardCondition;

/// <summary>A person or team all of whose requirements or plans due in the quarter were on time, at least one (RF-A2).</summary>
public sealed record AllOnTime : RewardCondition;

/// <summary>A major requirement delivered in the quarter with a share of the working days left (RF-A3).</summary>
/// <param name="PercentLeft">The least share, in per cent of the working days between the promise and the first due date.</param>
public sealed record MajorDeliveredEarly(int PercentLeft = 50) : RewardCondition;

/// <summary>A collector who left nothing received in the quarter unregistered (RF-A4).</summary>
/// <param name="SuggestedEach">By how much the suggestion grows with each item handled, from the least of the range.</param>
public sealed record NothingOmitted(Money SuggestedEach) : RewardCondition
{
    /// <summary>The sanctions a miss of which also bars it; none by default.</summary>
    public ImmutableArray<RuleId> BarredBy { get => field.IsDefault ? [] : field; init; } = [];
}

/// <summary>Everyone responsible for a commitment met in the quarter before its day (RF-A5).</summary>
/// <param name="PointsEach">Appraisal points for each working day early.</param>
public sealed record BeforeItsDay(int PointsEach = 1) : RewardCondition;
