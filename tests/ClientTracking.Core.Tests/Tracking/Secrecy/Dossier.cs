using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using ClientTracking.Numbering;
using ClientTracking.Obligations;
using ClientTracking.Regulations;
using ClientTracking.Requirements;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Core.Tests.Tracking.Secrecy;

/// <summary>A kind under the confidentiality regulation: a file on a client, with a number, people concerned and a duty.</summary>
internal sealed record Dossier(string Title, ImmutableArray<PersonId> Concerned);

[JsonDerivedType(typeof(DossierOpened), "opened")]
[JsonDerivedType(typeof(DossierRetitled), "retitled")]
internal abstract record DossierEvent : ISubjectEvent<Dossier>
{
    [JsonIgnore]
    public abstract ImmutableArray<Trigger> Triggers { get; }

    [JsonIgnore]
    public virtual NumberRequest? Numbering => null;

    public abstract Dossier Apply(Dossier? before);
}

internal sealed record DossierOpened(string Title, ImmutableArray<PersonId> Concerned, LocalDate Day) : DossierEvent
{
    [JsonIgnore]
    public override ImmutableArray<Trigger> Triggers => [new("dossier.opened")];

    [JsonIgnore]
    public override NumberRequest? Numbering => new("XX-00", "dossier", Day);

    public override Dossier Apply(Dossier? before) => new(Title, Concerned);
}

internal sealed record DossierRetitled(string Title) : DossierEvent
{
    [JsonIgnore]
    public override ImmutableArray<Trigger> Triggers => [new("dossier.retitled")];

    public override Dossier Apply(Dossier? before) => before! with { Title = Title };
}

internal sealed class DossierKind : KindDefinition<Dossier>
{
    internal const string Name = "dossier";
    private static readonly DossierJson Json = new(SubjectJson.CreateOptions());

    private DossierKind()
        : base(new SubjectKind(Name), "Dossiers", Json.Dossier, Json.DossierEvent)
    {
    }

    internal static DossierKind Instance { get; } = new();

    public override ImmutableArray<StateField<Dossier>> Fields => [new("title", state => state with { Title = Redaction.Mask })];

    internal static Regulation Rules { get; } = new RegulationBuilder("Dossiers")
        .Number(new NumberingRule("dossier", NumberTemplate.Parse("D-{date:yyMMdd}{serial:00}"), ResetPeriod.Day))
        .Owe("XX-01", "整理", "sort it").By(new Role("Clerk")).On("dossier.opened").DoneBy("dossier.retitled").Until("5wd")
        .PersonalInformation("PIPL-52", RequirementRoles.PersonalInformationOfficer)
        .Protect(ConfidentialityRegulation.Published with
        {
            Kinds = [new(new SubjectKind(Name), "CL-02") { Categories = [RecordCategories.ClientFile], HeaderFields = ["number"] }],
        })
        .Build();

    public override PersonalData Personal { get; } = new(new PersonalBlock("", "title") { IsSubject = true }, PersonalBlock.Id("concerned[]"));

    public override SearchFields Index(Dossier state) => new("open") { Client = state.Title, Participants = state.Concerned };
}

internal sealed record OpenDossier(string Title, params ImmutableArray<PersonId> Concerned) : ISubjectCommand<Dossier, SubjectId>
{
    public SubjectId? Subject => null;

    public CommandId? CommandId { get; init; }

    public Instant? At => null;

    public NewRecord? Marking { get; init; }

    public void Validate(FaultList faults)
    {
    }

    public ISubjectEvent<Dossier>? Decide(Subject<Dossier>? subject, DecisionContext context) => new DossierOpened(Title, Concerned, context.Today);

    public SubjectId Answer(Subject<Dossier> after) => after.Id;
}

internal sealed record RetitleDossier(SubjectId Dossier, string Title) : ISubjectCommand<Dossier, string>
{
    public SubjectId? Subject => Dossier;

    public CommandId? CommandId { get; init; }

    public Instant? At => null;

    public ImmutableArray<SubjectReference> References { get; init; } = [];

    public void Validate(FaultList faults)
    {
    }

    public ISubjectEvent<Dossier>? Decide(Subject<Dossier>? subject, DecisionContext context) => new DossierRetitled(Title);

    public string Answer(Subject<Dossier> after) => after.State.Title;
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Dossier))]
[JsonSerializable(typeof(DossierEvent))]
internal sealed partial class DossierJson : JsonSerializerContext;
