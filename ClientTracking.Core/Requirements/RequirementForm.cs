using System.Collections.Immutable;
using ClientTracking.Errors;

namespace ClientTracking.Requirements;

/// <summary>What sort of requirement it is (RF-10); bugs have a flow of their own.</summary>
public enum RequirementType
{
    /// <summary>New feature (新功能).</summary>
    NewFeature,

    /// <summary>Improvement of what exists (改进).</summary>
    Improvement,

    /// <summary>Result of a competitor analysis (竞品分析).</summary>
    CompetitorAnalysis,

    /// <summary>An employee's suggestion (员工建议).</summary>
    EmployeeSuggestion,
}

/// <summary>How the requirement came in (RF-11).</summary>
public enum RequirementSource
{
    /// <summary>Through the app.</summary>
    App,

    /// <summary>To promotion staff in person.</summary>
    InPerson,

    /// <summary>In a dedicated collection meeting.</summary>
    CollectionMeeting,
}

/// <summary>Whose requirement it is (需求人).</summary>
/// <param name="Name">The client's (doctor's) name.</param>
/// <param name="Hospital">The hospital.</param>
/// <param name="Department">The department there.</param>
/// <param name="Account">The account in the app.</param>
public sealed record Requester(string Name, string? Hospital = null, string? Department = null, string? Account = null);

/// <summary>The report form (需求报告表, RF-12).</summary>
public sealed record RequirementForm
{
    /// <summary>Longest free text of the form, in text elements.</summary>
    public const int LongestText = 4000;

    /// <summary>What sort of requirement it is.</summary>
    public required RequirementType Type { get; init; }

    /// <summary>How it came in.</summary>
    public required RequirementSource Source { get; init; }

    /// <summary>Whose it is.</summary>
    public required Requester Requester { get; init; }

    /// <summary>The client's own words; the heart of the form.</summary>
    public required string ClientWords { get; init; }

    /// <summary>The reporter's summary.</summary>
    public string? Summary { get; init; }

    /// <summary>The client's answers to the questions of the form, by question; what is missing is visibly open.</summary>
    public ImmutableArray<FormAnswer> Supplement { get; init; } = [];

    internal void Validate(FaultList faults)
    {
        faults.Defined("form.type", Type);
        faults.Defined("form.source", Source);
        faults.Required("form.requester.name", Requester.Name, 50);
        faults.Longest("form.requester.hospital", Requester.Hospital, 100);
        faults.Longest("form.requester.department", Requester.Department, 100);
        faults.Longest("form.requester.account", Requester.Account, 100);
        faults.Required("form.clientWords", ClientWords, LongestText);
        faults.Longest("form.summary", Summary, LongestText);
        for (var i = 0; i < Supplement.Length; i++)
        {
            faults.Required($"form.supplement[{i}].question", Supplement[i].Question, 200);
            faults.Longest($"form.supplement[{i}].answer", Supplement[i].Answer, LongestText);
        }
    }
}

/// <summary>A question of the form and the client's answer; none while it is open.</summary>
public sealed record FormAnswer(string Question, string? Answer);
