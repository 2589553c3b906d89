using System.Collections.Immutable;

namespace ClientTracking;

/// <summary>Who may do something, and which rule says so.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Roles">The roles, one of which is needed.</param>
public sealed record AccessRule(RuleId Rule, params ImmutableArray<Role> Roles);
