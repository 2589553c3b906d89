using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ClientTracking.Confidentiality;
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
    public ImmutableArray<FormAnswer> Supplement { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Pictures, by the host's own references; the engine keeps no files.</summary>
    public ImmutableArray<string> Pictures { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The host's reference to a free-form document that professionals file instead; then the client's own words may be empty.</summary>
    public string? Document { get; init; }

    /// <summary>Every question of the form for this type, then further ones that were asked, each with what became of it (RF-12).</summary>
    [JsonIgnore]
    public ImmutableArray<AskedQuestion> Questions =>
    [
        .. FormQuestions.Of(Type).Select(question => new AskedQuestion(question.Text, AnswerTo(question))),
        .. Supplement.Where(answer => !FormQuestions.Of(Type).Any(question => question.Is(answer.Question))).Select(answer => new AskedQuestion(answer.Question, answer)),
    ];

    /// <summary>The form with one question answered, or answered anew.</summary>
    internal RequirementForm With(FormAnswer answer) => this with
    {
        Supplement = [.. Supplement.Where(other => !Same(other.Question, answer.Question)), answer],
    };

    private FormAnswer? AnswerTo(FormQuestion question) => Supplement.LastOrDefault(answer => question.Is(answer.Question));

    private bool Same(string one, string other) =>
        one == other || FormQuestions.Of(Type).Any(question => question.Is(one) && question.Is(other));

    internal void Validate(FaultList faults)
    {
        faults.Defined("form.type", Type);
        faults.Defined("form.source", Source);
        faults.Required("form.requester.name", Requester.Name, 50);
        faults.Longest("form.requester.hospital", Requester.Hospital, 100);
        faults.Longest("form.requester.department", Requester.Department, 100);
        FilterText.Normalize(faults, "form.requester.account", Requester.Account, 100);
        if (Document is null) faults.Required("form.clientWords", ClientWords, LongestText);
        else faults.Longest("form.clientWords", ClientWords, LongestText);
        faults.Longest("form.document", Document, 500);
        faults.Longest("form.summary", Summary, LongestText);
        for (var i = 0; i < Supplement.Length; i++) Supplement[i].Validate(faults, $"form.supplement[{i}].");
        for (var i = 0; i < Pictures.Length; i++) faults.Required($"form.pictures[{i}]", Pictures[i], 500);
    }
}
