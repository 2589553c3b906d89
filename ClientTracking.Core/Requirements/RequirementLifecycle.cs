using System.Collections.Immutable;
using ClientTracking.Errors;
using static ClientTracking.Requirements.RequirementStatus;

namespace ClientTracking.Requirements;

/// <summary>What can be done to a requirement.</summary>
public enum RequirementAction
{
    /// <summary>Number and register it.</summary>
    Register,

    /// <summary>Decide on it.</summary>
    Decide,

    /// <summary>Promise the planning document.</summary>
    EstimatePlanning,

    /// <summary>Deliver the planning document.</summary>
    DeliverPlanningDocument,

    /// <summary>Promise the hand-over for acceptance.</summary>
    EstimateHandOver,

    /// <summary>Promise the delivery.</summary>
    PromiseDelivery,

    /// <summary>Hand over for acceptance.</summary>
    HandOver,

    /// <summary>Pass or fail the acceptance.</summary>
    ConcludeAcceptance,

    /// <summary>Tell the collector that it is complete.</summary>
    ReportCompletion,

    /// <summary>Tell the reporter something.</summary>
    TellReporter,

    /// <summary>Tell the requester something.</summary>
    TellRequester,

    /// <summary>Apply for a later delivery.</summary>
    RequestExtension,

    /// <summary>Approve or reject a later delivery.</summary>
    DecideExtension,

    /// <summary>Withdraw it, or mark it as a duplicate.</summary>
    End,
}

/// <summary>The state machine of RF-50: which action is possible in which status.</summary>
public static class RequirementLifecycle
{
    private static readonly RuleId Rule = "RF-50";

    private static readonly ImmutableArray<RequirementStatus> Undelivered =
        [RequirementStatus.Registered, Accepted, Converted, Declined, Deferred, Planning, Estimating, InDevelopment, InAcceptance];

    private static readonly ImmutableDictionary<RequirementAction, ImmutableArray<RequirementStatus>> Table =
        new Dictionary<RequirementAction, ImmutableArray<RequirementStatus>>
        {
            [RequirementAction.Register] = [RequirementStatus.Reported],
            [RequirementAction.Decide] = Undelivered,
            [RequirementAction.EstimatePlanning] = [Accepted, Converted],
            [RequirementAction.DeliverPlanningDocument] = [Planning],
            [RequirementAction.EstimateHandOver] = [Estimating],
            [RequirementAction.PromiseDelivery] = [Estimating],
            [RequirementAction.HandOver] = [InDevelopment],
            [RequirementAction.ConcludeAcceptance] = [InAcceptance],
            [RequirementAction.ReportCompletion] = [Delivered],
            [RequirementAction.TellReporter] = [.. Undelivered.Remove(RequirementStatus.Registered), Delivered],
            [RequirementAction.TellRequester] = [.. Undelivered.Remove(RequirementStatus.Registered), Delivered],
            [RequirementAction.RequestExtension] = [InDevelopment, InAcceptance],
            [RequirementAction.DecideExtension] = [InDevelopment, InAcceptance],
            [RequirementAction.End] = [RequirementStatus.Reported, .. Undelivered],
        }.ToImmutableDictionary();

    /// <summary>What can be done in a status, in the order of the life cycle.</summary>
    public static ImmutableArray<RequirementAction> AllowedIn(RequirementStatus status) =>
        [.. Enum.GetValues<RequirementAction>().Where(action => Table[action].Contains(status))];

    internal static void Require(RequirementAction action, RequirementStatus status)
    {
        if (Table[action].Contains(status)) return;
        throw new RuleViolationException(
            Rule, "requirement.out-of-order", new Term($"requirement.action.{action}"), new Term($"requirement.status.{status}"),
            new Terms([.. AllowedIn(status).Select(allowed => $"requirement.action.{allowed}")]));
    }
}
