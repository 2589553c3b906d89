using System.Text.Json.Serialization;
using ClientTracking.Confidentiality;
using ClientTracking.Requirements;
using ClientTracking.Subjects;
using NodaTime;
using NodaTime.Text;

namespace ClientTracking.Statements;

/// <summary>The kind <c>sanction-month</c>: one person's month of sanctions; every month of a person is there once at most.</summary>
public sealed class SanctionMonthKind : KindDefinition<SanctionMonth>
{
    private static readonly SanctionMonthJsonContext Json = new(SubjectJson.CreateOptions());

    private SanctionMonthKind()
        : base(new SubjectKind("sanction-month"), RequirementFollowUpRegulation.Name, Json.SanctionMonth, Json.SanctionMonthEvent)
    {
    }

    /// <summary>The kind.</summary>
    public static SanctionMonthKind Instance { get; } = new();

    /// <inheritdoc/>
    /// <remarks>What was deducted from wages is kept (工资支付暂行规定第六条); it can be exported, not erased.</remarks>
    public override PersonalData Personal { get; } = new(
        new PersonalBlock("", "person", "waivers", "decisions", "appeals", "closed", "waiver", "decision", "appeal") { IsSubject = true })
    {
        IsKept = true,
    };

    /// <inheritdoc/>
    public override SearchFields Index(SanctionMonth state) => new(state.Closed is null ? "Open" : "Closed")
    {
        Owner = state.Person,
        Closed = state.Closed is not null,
        Claims = [ClaimOf(state.Person, state.Month)],
    };

    internal static Claim ClaimOf(PersonId person, YearMonth month) => new("statement", $"{person}/{YearMonthPattern.Iso.Format(month)}");
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(SanctionMonth))]
[JsonSerializable(typeof(SanctionMonthEvent))]
internal sealed partial class SanctionMonthJsonContext : JsonSerializerContext;
