using System.Collections.Immutable;
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

    /// <summary>A row's cells in the order of <see cref="Columns"/>; empty where there is nothing yet.</summary>
    public static ImmutableArray<string> Cells(RegisterRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return
        [
            row.Number,
            row.Reporter.Value,
            row.Requester,
            row.Outcome switch
            {
                DecisionOutcome.Accept => "做",
                DecisionOutcome.Decline => "不做",
                DecisionOutcome.Defer => "再议",
                DecisionOutcome.Convert => "需求转换",
                _ => "",
            },
            row.Grade?.ToString() ?? "",
            Write(row.Expected),
            Write(row.Actual),
            row.Status switch { RegisterStatus.Completed => "完成", RegisterStatus.Extended => "延期", _ => "" },
            row.Gist,
            string.Join("；", row.Remarks),
        ];
    }

    private static string Write(LocalDate? date) => date is { } day ? Date.Format(day) : "";
}
