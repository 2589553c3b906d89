using System.Text.Json.Serialization;
using ClientTracking.Confidentiality;
using ClientTracking.Obligations;
using ClientTracking.Subjects;

namespace ClientTracking.Requirements;

/// <summary>The kind <c>requirement</c>: how requirements are stored and indexed.</summary>
public sealed class RequirementKind : KindDefinition<Requirement>
{
    private static readonly RequirementJsonContext Json = new(SubjectJson.CreateOptions());

    private RequirementKind()
        : base(new SubjectKind("requirement"), RequirementFollowUpRegulation.Name, Json.Requirement, Json.RequirementEvent)
    {
    }

    /// <summary>The kind.</summary>
    public static RequirementKind Instance { get; } = new();

    /// <inheritdoc/>
    public override PersonalData Personal => RequirementPersons.Data;

    /// <inheritdoc/>
    public override SearchFields Index(Requirement state) => new(state.Status.ToString())
    {
        Grade = state.Decision?.Grade,
        Owner = state.Reporter,
        Client = state.Form.Requester.Account,
        Closed = state.Status is RequirementStatus.Closed or RequirementStatus.Withdrawn or RequirementStatus.Duplicate,
    };

    /// <inheritdoc/>
    public override Holder HolderOf(Role role, Requirement state)
    {
        if (role == RequirementRoles.Reporter) return new(state.Reporter, state.ReporterDepartment);
        if (role == RequirementRoles.Collector) return new(state.Collector);
        if (role == RequirementRoles.ProductManager) return new(state.ProductManager);
        return role == RequirementRoles.IT ? new(state.Engineer) : default;
    }
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Requirement))]
[JsonSerializable(typeof(RequirementEvent))]
internal sealed partial class RequirementJsonContext : JsonSerializerContext;
