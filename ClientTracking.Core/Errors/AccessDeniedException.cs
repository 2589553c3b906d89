namespace ClientTracking.Errors;

/// <summary>The acting person may not do this. The text says no more than that person may know.</summary>
public sealed class AccessDeniedException : ClientTrackingException
{
    /// <summary>Creates the error.</summary>
    /// <param name="rule">The rule that says who may.</param>
    /// <param name="code">The code of the text; {0} is the rule id, then <paramref name="arguments"/>.</param>
    /// <param name="arguments">Further arguments of the text.</param>
    public AccessDeniedException(RuleId rule, string code, params object[] arguments)
        : base(code, [rule.Value, .. arguments]) => Rule = rule;

    /// <summary>The rule that says who may.</summary>
    public RuleId Rule { get; }
}
