using System.Collections.Immutable;
using ClientTracking.Confidentiality;
using ClientTracking.Priorities;
using ClientTracking.Subjects;
using ClientTracking.Tracking;
using NodaTime;

namespace ClientTracking.Requirements;

/// <summary>One page of the requirement register (需求登记反馈表, 附表3, RF-20), in number order; its days are those of receipt.</summary>
public sealed record RequirementRegister : Register<Requirement, RegisterRow>
{
    private protected override string Series => RequirementRegistered.Series;

    private protected override RegisterRow Row(Subject<Requirement> subject) => RegisterRow.Of(subject);
}

/// <summary>The state of a row of the register (需求状态, RF-22); none while open.</summary>
public enum RegisterStatus
{
    /// <summary>Delivered, or declined and closed (完成).</summary>
    Completed = 1,

    /// <summary>An extension is approved (延期).</summary>
    Extended,
}

/// <summary>One requirement in the register (RF-20 to RF-23).</summary>
public sealed record RegisterRow
{
    /// <summary>The digits of the number (需求编号).</summary>
    public required string Number { get; init; }

    /// <summary>Who filed it (填表人).</summary>
    public required PersonId Reporter { get; init; }

    /// <summary>Whose it is (需求人).</summary>
    public required string Requester { get; init; }

    /// <summary>What the board decided (决策结果); none before.</summary>
    public DecisionOutcome? Outcome { get; init; }

    /// <summary>The grade (需求分级).</summary>
    public PriorityGrade? Grade { get; init; }

    /// <summary>The first promised delivery (预期交付日); extensions never overwrite it.</summary>
    public LocalDate? Expected { get; init; }

    /// <summary>The delivery (实际交付日).</summary>
    public LocalDate? Actual { get; init; }

    /// <summary>Completed, extended or open (需求状态).</summary>
    public RegisterStatus? Status { get; init; }

    /// <summary>The keywords (需求梗概).</summary>
    public required string Gist { get; init; }

    /// <summary>Conversion gist and approved extensions with reason and new date (备注, RF-23).</summary>
    public ImmutableArray<string> Remarks { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Which of the fields who asked is shown; null: all of them.</summary>
    public Redaction? Redaction { get; init; }

    internal static RegisterRow Of(Subject<Requirement> subject)
    {
        var state = subject.State;
        var approved = state.Extensions.Where(extension => extension.Status == ExtensionStatus.Approved).ToImmutableArray();
        return new()
        {
            Redaction = subject.Redaction,
            Number = subject.Number!.Bare,
            Reporter = state.Reporter,
            Requester = state.Form.Requester.Name,
            Outcome = state.Decision?.Outcome,
            Grade = state.Decision?.Grade,
            Expected = state.ExpectedDelivery,
            Actual = state.ActualDelivery,
            Status = subject.Redaction?.Shows(RequirementFields.Status) == false ? null : Completed(state) ? RegisterStatus.Completed : approved.IsEmpty ? null : RegisterStatus.Extended,
            Gist = state.Gist!,
            Remarks =
            [
                .. state.Decision?.ConversionGist is { } conversion ? [conversion] : ImmutableArray<string>.Empty,
                .. approved.Select(extension => $"{extension.Reason}，延期到{extension.NewDate.Month}月{extension.NewDate.Day}{What(extension.Of)}"),
            ],
        };
    }

    private static string What(Milestone milestone) => milestone switch
    {
        Milestone.Planning => "交付策划文档",
        Milestone.HandOver => "移交验收",
        _ => "交付",
    };

    private static bool Completed(Requirement state) =>
        state.ActualDelivery is not null || (state.Status == RequirementStatus.Closed && state.Decision?.Outcome == DecisionOutcome.Decline);
}
