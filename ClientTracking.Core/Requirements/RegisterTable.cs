using System.Collections.Immutable;
using ClientTracking.Confidentiality;
using NodaTime;
using NodaTime.Text;

namespace ClientTracking.Requirements;

/// <summary>The register as the regulation prints it: its columns in their order, dates as yyyyMMdd, in Chinese (RF-20).</summary>
public static class RegisterTable
{
    private static readonly LocalDatePattern Date = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    /// <summary>The headings.</summary>
    public static ImmutableArray<string> Columns { get; } =
        ["需求编号", "填表人", "需求人", "决策结果", "需求分级", "预期交付日", "实际交付日", "需求状态", "需求梗概", "备注"];

    /// <summary>A row's cells in the order of <see cref="Columns"/>; empty where there is nothing yet, masked where who asked is not shown it.</summary>
    public static ImmutableArray<string> Cells(RegisterRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return
        [
            row.Number,
            Cell(row.Reporter.Value, RequirementFields.Reporter),
            Cell(row.Requester, RequirementFields.Requester),
            Cell(
                row.Outcome switch
                {
                    DecisionOutcome.Accept => "做",
                    DecisionOutcome.Decline => "不做",
                    DecisionOutcome.Defer => "再议",
                    DecisionOutcome.Convert => "需求转换",
                    _ => "",
                },
                RequirementFields.Outcome),
            Cell(row.Grade?.ToString() ?? "", RequirementFields.Grade, RequirementFields.Outcome),
            Cell(Write(row.Expected), RequirementFields.Delivery),
            Cell(Write(row.Actual), RequirementFields.Delivery),
            Cell(
                row.Status switch { RegisterStatus.Completed => "完成", RegisterStatus.Extended => "延期", _ => "" },
                RequirementFields.Status, RequirementFields.Delivery, RequirementFields.Outcome),
            Cell(row.Gist, RequirementFields.Gist),
            Cell(string.Join("；", row.Remarks), RequirementFields.Remarks, RequirementFields.Delivery, RequirementFields.Outcome),
        ];

        // Masked, also where there is nothing, when one of the fields it is made of is not shown.
        string Cell(string text, params ReadOnlySpan<string> fields)
        {
            foreach (var name in fields)
                if (row.Redaction?.Shows(name) == false)
                    return Redaction.Mask;
            return text;
        }
    }

    private static string Write(LocalDate? date) => date is { } day ? Date.Format(day) : "";
}
