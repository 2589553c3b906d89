using ClientTracking.Obligations;

namespace ClientTracking.Regulations;

/// <summary>Another reading of a rule (选项), which a host may choose in code or in its configuration.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Reading">The name of the reading.</param>
/// <param name="Node">The time node as it is then; none where the reading changes no node.</param>
/// <param name="IsChosen">Whether the rule is read so.</param>
public sealed record RuleChoice(RuleId Rule, string Reading, ObligationRule? Node = null, bool IsChosen = false);
