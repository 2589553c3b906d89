using System.Collections.Immutable;
using ClientTracking.Errors;
using static ClientTracking.Requirements.RequirementStatus;
using Action = ClientTracking.Requirements.RequirementAction;

namespace ClientTracking.Requirements;

/// <summary>The state machine of RF-50: which action is possible in which status.</summary>
public static class RequirementLifecycle
{
    private static readonly RuleId Rule = "RF-50";

    private static readonly ImmutableArray<RequirementStatus> Undelivered =
        [RequirementStatus.Registered, Accepted, Converted, Declined, Deferred, Planning, Estimating, InDevelopment, InAcceptance];

    private static readonly ImmutableArray<RequirementStatus> Decided = Undelivered.Remove(RequirementStatus.Registered);

    private static readonly ImmutableDictionary<Action, ImmutableArray<RequirementStatus>> Table =
        new Dictionary<Action, ImmutableArray<RequirementStatus>>
        {
            [Action.Register] = [RequirementStatus.Reported],
            [Action.Decide] = [.. Undelivered, Closed],
            [Action.EstimatePlanning] = [Accepted, Converted],
            [Action.DeliverPlanningDocument] = [Planning],
            [Action.EstimateHandOver] = [Estimating],
            [Action.PromiseDelivery] = [Estimating],
            [Action.HandOver] = [InDevelopment],
            [Action.ConcludeAcceptance] = [InAcceptance],
            [Action.ReportCompletion] = [Delivered],
            [Action.TellReporter] = [.. Decided, Delivered],
            [Action.TellRequester] = [.. Decided, Delivered],
            [Action.RequestExtension] = [Planning, Estimating, InDevelopment, InAcceptance],
            [Action.SignExtension] = [Planning, Estimating, InDevelopment, InAcceptance],
            [Action.AnswerSupplement] = [RequirementStatus.Reported, .. Undelivered],
            [Action.AwaitRequester] = Undelivered,
            [Action.RequesterAnswered] = Undelivered,
            [Action.Correct] = Enum.GetValues<RequirementStatus>().ToImmutableArray().Remove(RequirementStatus.Reported),
            [Action.End] = [RequirementStatus.Reported, .. Undelivered],
        }.ToImmutableDictionary();

    /// <summary>What can be done to a requirement as it stands, in the order of the life cycle.</summary>
    public static ImmutableArray<Action> AllowedIn(Requirement state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return [.. Enum.GetValues<Action>().Where(action => IsAllowed(action, state))];
    }

    internal static bool IsAllowed(Action action, Requirement state) => Table[action].Contains(state.Status) && action switch
    {
        // A closed requirement is delivered, and then nothing is decided any more, or declined, and then the board may think again.
        Action.Decide => state.ActualDelivery is null,
        Action.AwaitRequester => state.Awaiting is null,
        Action.RequesterAnswered => state.Awaiting is not null,
        _ => true,
    };

    internal static void Require(Action action, Requirement state)
    {
        if (IsAllowed(action, state)) return;
        throw new RuleViolationException(
            Rule, "requirement.out-of-order", new Term($"requirement.action.{action}"), new Term($"requirement.status.{state.Status}"),
            new Terms([.. AllowedIn(state).Select(allowed => $"requirement.action.{allowed}")]));
    }
}
