namespace ClientTracking.Errors;

/// <summary>A rule of the regulation forbids what was asked; nothing was changed.</summary>
public sealed class RuleViolationException : ClientTrackingException
{
    /// <summary>Creates the error. Texts of rule violations have the rule id as {0} and <paramref name="arguments"/> from {1} on.</summary>
    public RuleViolationException(RuleId rule, string code, params object[] arguments)
        : base(code, [rule.Value, .. arguments]) => Rule = rule;

    /// <summary>The rule that is broken.</summary>
    public RuleId Rule { get; }
}
