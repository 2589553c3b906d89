using NodaTime;

namespace ClientTracking.Schedules;

/// <summary>A promise that will be broken if nothing changes, as a schedule last found it (RF-57).</summary>
/// <param name="Requirement">The requirement.</param>
/// <param name="Number">The digits of its number.</param>
/// <param name="Rule">The rule of the promise: RF-40, RF-41 or RF-42.</param>
/// <param name="Promised">Until when it is promised.</param>
/// <param name="Forecast">When it will be kept as planned.</param>
/// <param name="ToldFor">The date that was proposed for an extension when people were last told.</param>
public sealed record PromiseAtRisk(SubjectId Requirement, string Number, RuleId Rule, Instant Promised, Instant Forecast, LocalDate ToldFor)
{
    internal bool IsSame(PromiseAtRisk other) => (Requirement, Rule, Promised) == (other.Requirement, other.Rule, other.Promised);

    internal bool IsToldBy(PromiseAtRisk other) => IsSame(other) && ToldFor == other.ToldFor;
}
