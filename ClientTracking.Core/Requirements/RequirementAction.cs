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

    /// <summary>Apply for a later date.</summary>
    RequestExtension,

    /// <summary>Sign an application for a later date.</summary>
    SignExtension,

    /// <summary>Enter the client's answer to an open question of the form.</summary>
    AnswerSupplement,

    /// <summary>Wait for the requester.</summary>
    AwaitRequester,

    /// <summary>Go on because the requester has answered.</summary>
    RequesterAnswered,

    /// <summary>Take back a mistaken entry.</summary>
    Correct,

    /// <summary>Withdraw it, or mark it as a duplicate.</summary>
    End,
}
