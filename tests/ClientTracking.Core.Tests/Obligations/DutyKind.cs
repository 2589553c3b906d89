using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Regulations;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Core.Tests.Obligations;

/// <summary>The smallest kind there can be: its events are triggers and nothing else.</summary>
internal sealed class DutyKind : KindDefinition<DutyState>
{
    public const string Rules = "Duties";
    private static readonly JsonSerializerOptions Json = Options();

    private DutyKind()
        : base(new SubjectKind("duty"), Rules, (JsonTypeInfo<DutyState>)Json.GetTypeInfo(typeof(DutyState)), Json.GetTypeInfo(typeof(DutyEvent)))
    {
    }

    public static DutyKind Instance { get; } = new();

    public static Role Clerk { get; } = new("Clerk");

    public static Role Head { get; } = new("Head");

    public static PersonId Li { get; } = new("李四");

    /// <summary>One duty, D-01: opened by <c>opened</c>, done by <c>done</c>, moved by <c>extended</c>, held between <c>asked</c> and <c>answered</c>.</summary>
    public static Regulation Published(string deadline, Action<ObligationRuleBuilder>? rule = null, int version = 1)
    {
        var regulation = new RegulationBuilder(Rules, version).Department(Clerk, "客服部").Oversight("D-09", Head);
        var duty = regulation.Owe("D-01", "答复客户", "reply to the client").By(Clerk)
            .On("opened").DoneBy("done").EndedBy("ended").ExtendedBy("extended").PausedBetween("asked", "answered");
        rule?.Invoke(duty);
        return duty.Until(deadline).Build();
    }

    public override SearchFields Index(DutyState state) => new(state.Last);

    public override Holder HolderOf(Role role, DutyState state) => new(Li);

    private static JsonSerializerOptions Options()
    {
        var options = SubjectJson.CreateOptions();
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver();
        return options;
    }
}

internal sealed record DutyState(string Last);

internal sealed record DutyEvent(string Happened, LocalDate? Promised, Instant? From) : ISubjectEvent<DutyState>
{
    public ImmutableArray<Trigger> Triggers => [new(Happened, From, Promised)];

    public DutyState Apply(DutyState? before) => new(Happened);
}

/// <summary>Lets a trigger happen; without a subject a new one comes to life.</summary>
internal sealed record Happen(string Trigger, SubjectId? On = null) : ISubjectCommand<DutyState, SubjectId>
{
    public LocalDate? Promised { get; init; }

    public Instant? From { get; init; }

    public CommandId? CommandId { get; init; }

    public Instant? At { get; init; }

    public SubjectId? Subject => On;

    public void Validate(FaultList faults)
    {
    }

    public ISubjectEvent<DutyState> Decide(Subject<DutyState>? subject, DecisionContext context) => new DutyEvent(Trigger, Promised, From);

    public SubjectId Answer(Subject<DutyState> after) => after.Id;
}
