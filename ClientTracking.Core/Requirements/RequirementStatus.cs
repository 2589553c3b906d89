namespace ClientTracking.Requirements;

/// <summary>Where a requirement stands (RF-50).</summary>
public enum RequirementStatus
{
    /// <summary>Reported, not yet numbered (已报告).</summary>
    Reported,

    /// <summary>Numbered, archived and entered in the register (已登记).</summary>
    Registered,

    /// <summary>The board said do (做).</summary>
    Accepted,

    /// <summary>The board said do something else instead (需求转换).</summary>
    Converted,

    /// <summary>The board said don't (不做).</summary>
    Declined,

    /// <summary>The board will discuss it again (再议).</summary>
    Deferred,

    /// <summary>The planning document is being written (策划中).</summary>
    Planning,

    /// <summary>The planning document is there; dates are being estimated (评估中).</summary>
    Estimating,

    /// <summary>The delivery date is promised; being built (开发中).</summary>
    InDevelopment,

    /// <summary>Handed over for acceptance (验收中).</summary>
    InAcceptance,

    /// <summary>Accepted and delivered (已交付).</summary>
    Delivered,

    /// <summary>The requester knows; nothing is left to do (已关闭).</summary>
    Closed,

    /// <summary>Taken back by the requester (已撤回).</summary>
    Withdrawn,

    /// <summary>The same as another requirement (重复).</summary>
    Duplicate,
}
