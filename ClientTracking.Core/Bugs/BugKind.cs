using System.Text.Json.Serialization;
using ClientTracking.Confidentiality;
using ClientTracking.Obligations;
using ClientTracking.Requirements;
using ClientTracking.Subjects;

namespace ClientTracking.Bugs;

/// <summary>The kind <c>bug</c>: how bugs are stored and indexed.</summary>
public sealed class BugKind : KindDefinition<Bug>
{
    private static readonly BugJsonContext Json = new(SubjectJson.CreateOptions());

    private BugKind()
        : base(new SubjectKind("bug"), RequirementFollowUpRegulation.Name, Json.Bug, Json.BugEvent)
    {
    }

    /// <summary>The kind.</summary>
    public static BugKind Instance { get; } = new();

    /// <inheritdoc/>
    public override PersonalData Personal { get; } = new(
        new PersonalBlock("form", "user", "phoneModel", "osVersion", "fault", "steps", "pictures") { IsSubject = true },
        PersonalBlock.Id("reporter"), PersonalBlock.Id("tester"), PersonalBlock.Id("developer"), PersonalBlock.Id("by"))
    {
        Texts = ["gist", "notReproducibleBecause", "refusedFixes", "reason"],
    };

    /// <inheritdoc/>
    public override SearchFields Index(Bug state) => new(state.Status.ToString())
    {
        Owner = state.Reporter,
        Closed = state.Status is BugStatus.Closed or BugStatus.BecameRequirement,
    };

    /// <inheritdoc/>
    public override Holder HolderOf(Role role, Bug state)
    {
        if (role == RequirementRoles.Reporter) return new(state.Reporter, state.ReporterDepartment);
        if (role == RequirementRoles.Tester) return new(state.Tester);
        return role == RequirementRoles.Developer ? new(state.Developer) : default;
    }
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Bug))]
[JsonSerializable(typeof(BugEvent))]
internal sealed partial class BugJsonContext : JsonSerializerContext;
