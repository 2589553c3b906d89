using System.Globalization;
using ClientTracking.Errors;

namespace ClientTracking.Confidentiality;

/// <summary>What the policy decided, and which rule opened or closed it.</summary>
/// <param name="Action">What was asked.</param>
/// <param name="IsAllowed">Whether it may be done.</param>
/// <param name="Rule">The rule that decided.</param>
/// <param name="Code">The code of the text that says why; {0} is the rule.</param>
/// <param name="By">The standing that opened it; none where it is closed.</param>
public readonly record struct AccessDecision(AccessAction Action, bool IsAllowed, RuleId Rule, string Code, Standing By)
{
    /// <summary>Why, for those allowed to know: it may betray that the record exists.</summary>
    public string Describe(CultureInfo culture) => Texts.Format(culture, Code, Rule.Value);

    /// <summary>The refusal as its reader may see it.</summary>
    /// <param name="visibility">How much of the record the refused person sees.</param>
    /// <returns>With the reason where they see the header, else without.</returns>
    public AccessDeniedException ToDenied(Visibility visibility) =>
        visibility >= Visibility.Header ? new(Rule, Code) : new("CL-05", "access.refused");
}
