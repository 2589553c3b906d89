using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Requirements;
using ClientTracking.Sanctions;
using ClientTracking.Subjects;

namespace ClientTracking.Statements;

/// <summary>An award (奖金) that was granted. Immutable; what it is for is rewarded once, ever.</summary>
public sealed record GrantedAward
{
    /// <summary>The reward.</summary>
    public required RuleId Rule { get; init; }

    /// <summary>The quarter.</summary>
    public required Quarter Quarter { get; init; }

    /// <summary>What nobody is rewarded for twice (<see cref="Eligibility.Thing"/>).</summary>
    public required string Thing { get; init; }

    /// <summary>What each recipient gets; together the amount, to the fen.</summary>
    public required ImmutableArray<AwardShare> Shares { get; init; }

    /// <summary>The code of the reason.</summary>
    public required string Code { get; init; }

    /// <summary>What the reason's text is filled with.</summary>
    public ImmutableArray<string> Arguments { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The record it is for or that its reason names; none where there is none.</summary>
    public SubjectId? About { get; init; }

    /// <summary>Who granted it.</summary>
    public required PersonId By { get; init; }

    /// <summary>The amount.</summary>
    [JsonIgnore]
    public Money Amount => Shares.Aggregate(Shares[0].Amount.Nothing, (sum, share) => sum + share.Amount);

    /// <summary>Why: Chinese for <c>zh</c> cultures, else English.</summary>
    public string Describe(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return Texts.Format(culture, Code, [.. Arguments]);
    }
}

/// <summary>What one recipient gets of an award.</summary>
/// <param name="Recipient">The person's id, or the team's name.</param>
/// <param name="IsTeam">Whether it is a team.</param>
/// <param name="Amount">The amount.</param>
public sealed record AwardShare(string Recipient, bool IsTeam, Money Amount);

/// <summary>An award was granted.</summary>
public sealed record AwardGranted(GrantedAward Award) : SubjectEvent<GrantedAward>
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableArray<Trigger> Triggers => [new("award.granted")];

    /// <inheritdoc/>
    public override GrantedAward Apply(GrantedAward? before) => Award;
}

/// <summary>The kind <c>award</c>: how awards are stored; each holds the claim to what it is for.</summary>
public sealed class AwardKind : KindDefinition<GrantedAward>
{
    private static readonly AwardJsonContext Json = new(SubjectJson.CreateOptions());

    private AwardKind()
        : base(new SubjectKind("award"), RequirementFollowUpRegulation.Name, Json.GrantedAward, Json.AwardGranted)
    {
    }

    /// <summary>The kind.</summary>
    public static AwardKind Instance { get; } = new();

    /// <inheritdoc/>
    /// <remarks>What was paid is kept (工资支付暂行规定第六条); it can be exported, not erased.</remarks>
    public override PersonalData Personal { get; } = new(
        PersonalBlock.Id("by"), PersonalBlock.Id("shares[].recipient"), PersonalBlock.Id("award.by"), PersonalBlock.Id("award.shares[].recipient"))
    {
        IsKept = true,
    };

    /// <inheritdoc/>
    public override SearchFields Index(GrantedAward state) => new("Granted") { Closed = true, Claims = [ClaimOf(state.Thing)] };

    /// <inheritdoc/>
    public override ImmutableArray<SubjectId> Mentions(GrantedAward state) => state.About is { } about ? [about] : [];

    /// <inheritdoc/>
    public override GrantedAward Knowing(GrantedAward state, ImmutableDictionary<SubjectId, Redaction> others) =>
        others.Known(state.About) == state.About ? state : state with
        {
            About = null,
            Thing = Redaction.Mask,
            Arguments = [.. state.Arguments.Select(_ => Redaction.Mask)],
        };

    internal static Claim ClaimOf(string thing) => new("award", thing);
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(GrantedAward))]
[JsonSerializable(typeof(AwardGranted))]
internal sealed partial class AwardJsonContext : JsonSerializerContext;
