using ClientTracking.Deadlines;

namespace ClientTracking.Sanctions;

/// <summary>Within what time a fine is waived and appealed against, and an appeal decided; the regulations name none, so a host sets it.</summary>
/// <param name="AppealWithin">From when the person was told of the fine to the appeal.</param>
/// <param name="DecideWithin">From the appeal to the decision on it.</param>
/// <param name="WaiveWithin">From when the person was told of the fine to a waiver without appeal.</param>
public sealed record ReviewTerms(DeadlineRule AppealWithin, DeadlineRule DecideWithin, DeadlineRule WaiveWithin)
{
    /// <summary>Five working days to appeal, five to decide, one month to waive.</summary>
    public static ReviewTerms Default { get; } = new(DeadlineRule.Parse("5wd"), DeadlineRule.Parse("5wd"), DeadlineRule.Parse("1mo"));
}
