namespace ClientTracking.Confidentiality;

/// <summary>The categories of CL-02 by name; a host adds its own.</summary>
public static class RecordCategories
{
    /// <summary>An important decision document that touches the company's rights and interests directly (重要决策文件).</summary>
    public const string ImportantDecision = "important-decision";

    /// <summary>The annual plan (年度计划).</summary>
    public const string AnnualPlan = "annual-plan";

    /// <summary>A finance report (财务报表).</summary>
    public const string FinanceReport = "finance-report";

    /// <summary>Statistics (统计资料).</summary>
    public const string Statistics = "statistics";

    /// <summary>Important minutes (重要会议记录).</summary>
    public const string ImportantMinutes = "important-minutes";

    /// <summary>Operating figures (经营状况).</summary>
    public const string OperatingFigures = "operating-figures";

    /// <summary>A manufacturer's technical data (厂家技术资料).</summary>
    public const string ManufacturerData = "manufacturer-data";

    /// <summary>A client feedback form (客户意见表, PT-09).</summary>
    public const string ClientFeedback = "client-feedback";

    /// <summary>A contract or agreement (合同、协议).</summary>
    public const string Contract = "contract";

    /// <summary>A personnel file (人事档案).</summary>
    public const string PersonnelFile = "personnel-file";

    /// <summary>Pay and bonus (工资、奖金).</summary>
    public const string Pay = "pay";

    /// <summary>What is not yet on the market or not yet public (尚未进入市场或尚未公开的信息).</summary>
    public const string Unpublished = "unpublished";

    /// <summary>A licence or certificate (证照).</summary>
    public const string Certificate = "certificate";

    /// <summary>Client information and client files (客户资料、客户档案).</summary>
    public const string ClientFile = "client-file";

    /// <summary>A source of supply (货源情报).</summary>
    public const string SupplySource = "supply-source";

    /// <summary>A strategy (经营战略).</summary>
    public const string Strategy = "strategy";

    /// <summary>A feasibility or audit report (可行性报告、审计报告).</summary>
    public const string FeasibilityOrAudit = "feasibility-or-audit";

    /// <summary>A general decision, resolution, notice or administrative paper (一般决定、决议、通告、行政管理资料).</summary>
    public const string General = "general";
}
