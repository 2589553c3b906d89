using System.Collections.Immutable;
using ClientTracking.Errors;

namespace ClientTracking.Requirements;

/// <summary>A question of the report form (RF-12).</summary>
/// <param name="Key">Its stable key.</param>
/// <param name="Text">As the form asks it.</param>
/// <param name="TextEnglish">In English.</param>
public sealed record FormQuestion(string Key, string Text, string TextEnglish)
{
    /// <summary>Whether an answer that names a question so answers this one.</summary>
    public bool Is(string name) => name == Key || name == Text;
}

/// <summary>The questions of the report form by the type of requirement (附表2, RF-12).</summary>
public static class FormQuestions
{
    private static readonly ImmutableArray<FormQuestion> NewFeature =
    [
        new("wanted-by-colleagues", "同科室同事需要的程度？", "How strongly do colleagues in the same department want it?"),
        new("simplifies", "能简化哪些工作（为什么需要）？", "What work would it simplify (why is it wanted)?"),
        new("seen-elsewhere", "是否见过类似功能，在哪个软件？", "Has a similar feature been seen, and in which software?"),
    ];

    private static readonly ImmutableArray<FormQuestion> Improvement =
    [
        new("steps", "用户的操作步骤？", "What are the user's steps?"),
        new("device", "手机型号和系统版本？", "Which phone model and OS version?"),
        new("worst", "现在的版本最不好的是什么？", "What is worst about the present version?"),
    ];

    /// <summary>The questions for a type; none for competitor analyses and employee suggestions.</summary>
    public static ImmutableArray<FormQuestion> Of(RequirementType type) => type switch
    {
        RequirementType.NewFeature => NewFeature,
        RequirementType.Improvement => Improvement,
        _ => [],
    };
}

/// <summary>An answer of the client, not the reporter's guess (RF-12).</summary>
/// <param name="Question">The key or the text of the question.</param>
/// <param name="Answer">The answer; none while it is open or where the client's own words have it.</param>
/// <param name="InClientWords">Whether the client's own words cover it already.</param>
public sealed record FormAnswer(string Question, string? Answer, bool InClientWords = false)
{
    internal void Validate(FaultList faults, string path)
    {
        faults.Required($"{path}question", Question, 200);
        faults.Longest($"{path}answer", Answer, RequirementForm.LongestText);
    }
}

/// <summary>A question and what became of it.</summary>
/// <param name="Question">The text of the question.</param>
/// <param name="Given">The answer; none: nobody has entered one.</param>
public sealed record AskedQuestion(string Question, FormAnswer? Given)
{
    /// <summary>What became of it.</summary>
    public AnswerState State => Given switch
    {
        { InClientWords: true } => AnswerState.InClientWords,
        { Answer: not null } => AnswerState.Answered,
        _ => AnswerState.Open,
    };
}

/// <summary>What became of a question.</summary>
public enum AnswerState
{
    /// <summary>Not answered, and visibly so (待补充).</summary>
    Open,

    /// <summary>Answered by the client (已回答).</summary>
    Answered,

    /// <summary>Covered by the client's own words (原话已含).</summary>
    InClientWords,
}
