using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ClientTracking.Sanctions;

/// <summary>The sanctions and rewards of one regulation (奖惩), with what holds for all of them.</summary>
public sealed record SanctionPlan
{
    private readonly FrozenDictionary<RuleId, SanctionRule> _byId = FrozenDictionary<RuleId, SanctionRule>.Empty;

    /// <summary>No sanctions and no rewards.</summary>
    public static SanctionPlan None { get; } = new();

    /// <summary>The sanctions, in the regulation's order; ids are unique.</summary>
    /// <exception cref="ArgumentException">An id is used twice.</exception>
    public ImmutableArray<SanctionRule> Rules
    {
        get;
        init
        {
            field = value;
            _byId = value.ToFrozenDictionary(rule => rule.Id);
        }
    } = [];

    /// <summary>The rewards, in the regulation's order.</summary>
    public ImmutableArray<RewardRule> Rewards { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The rule the balancing lines of cap and forfeiture name.</summary>
    public RuleId CapRule { get; init; } = "CAP";

    /// <summary>Within what time fines are waived and appealed against.</summary>
    public ReviewTerms Review { get; init; } = ReviewTerms.Default;

    /// <summary>The sanction of an id; null where the plan has none.</summary>
    public SanctionRule? Find(RuleId id) => _byId.GetValueOrDefault(id);

    /// <summary>The sanction of an id.</summary>
    /// <exception cref="ArgumentException">The plan has none.</exception>
    public SanctionRule Of(RuleId id) => Find(id) ?? throw new ArgumentException($"There is no sanction '{id}'.", nameof(id));
}
