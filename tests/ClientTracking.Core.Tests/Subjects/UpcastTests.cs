using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ClientTracking.Confidentiality;
using ClientTracking.Obligations;
using ClientTracking.Subjects;

namespace ClientTracking.Core.Tests.Subjects;

/// <summary>A kind in its third form reads what its first and second wrote: 1 had <c>client</c>, 2 <c>customer</c>, 3 an object with a name.</summary>
public sealed class UpcastTests
{
    private const string FirstState = """{"client":"仁和医院"}""";
    private const string SecondState = """{"customer":"仁和医院"}""";
    private const string ThirdState = """{"customer":{"name":"仁和医院"}}""";
    private const string FirstEvent = """{"$type":"opened","client":"仁和医院"}""";

    [Theory]
    [InlineData(1, FirstState)]
    [InlineData(2, SecondState)]
    [InlineData(3, ThirdState)]
    public void Every_released_form_of_a_state_is_read(int version, string state) =>
        Assert.Equal("仁和医院", LetterKind.Instance.Read(Stored(version, state)).State.Customer.Name);

    [Fact]
    public void A_journal_of_several_forms_is_replayed_and_written_in_the_present_one()
    {
        var old = Stored(1, FirstState);
        var renamed = new LetterEvent.Opened(new LetterCustomer("同仁医院"));
        var entry = old.Journal[0] with { Sequence = 2, Event = LetterKind.Instance.WriteEvent(renamed) };
        var after = LetterKind.Instance.Append(old, entry, renamed.Apply(null));

        Assert.Equal(3, after.SchemaVersion);
        Assert.Equal([null, 3], after.Journal.Select(line => line.SchemaVersion));
        Assert.Equal("仁和医院", LetterKind.Instance.Replay(after, 1).State.Customer.Name);
        Assert.Equal("同仁医院", LetterKind.Instance.Replay(after, 2).State.Customer.Name);
        Assert.Equal(ThirdState, LetterKind.Instance.Replay(after, 1).Record.State);
    }

    [Fact]
    public void A_person_in_an_older_form_is_found_and_erased_into_the_present_one()
    {
        var persons = new PersonalRecord(LetterKind.Instance, Stored(1, FirstState), "仁和医院");
        Assert.Equal(
            [(HeldIn.State, "$.customer.name"), (HeldIn.Event, "$.customer.name")], persons.HeldOn([]).Select(held => (held.Where, held.Item.Path)));
        var erased = persons.Erase("e-1")!;
        Assert.Equal(("""{"customer":{"name":"e-1"}}""", 3, 3), (erased.State, erased.SchemaVersion, erased.Journal[0].SchemaVersion));
        Assert.Equal("""{"$type":"opened","customer":{"name":"e-1"}}""", erased.Journal[0].Event);
    }

    [Fact]
    public void What_a_later_program_wrote_is_not_guessed_at() =>
        Assert.Contains("later version", Assert.Throws<NotSupportedException>(() => LetterKind.Instance.Read(Stored(4, "{}"))).Message, StringComparison.Ordinal);

    private static SubjectRecord Stored(int version, string state)
    {
        var entry = new JournalEntry { Sequence = 1, Name = "opened", Event = FirstEvent, At = default, RecordedAt = default, By = new PersonId("zhang") };
        var unborn = SubjectRecord.Unborn(default, LetterKind.Instance.Kind, "letters", 1);
        return unborn.After(entry, state, new SearchFields("open")) with { SchemaVersion = version };
    }
}

internal sealed record LetterCustomer(string Name);

internal sealed record LetterState(LetterCustomer Customer);

[JsonDerivedType(typeof(Opened), "opened")]
internal abstract record LetterEvent : ISubjectEvent<LetterState>
{
    [JsonIgnore]
    public ImmutableArray<Trigger> Triggers => [new("opened")];

    public abstract LetterState Apply(LetterState? before);

    internal sealed record Opened(LetterCustomer Customer) : LetterEvent
    {
        public override LetterState Apply(LetterState? before) => new(Customer);
    }
}

internal sealed class LetterKind : KindDefinition<LetterState>
{
    private static readonly LetterJson Json = new(SubjectJson.CreateOptions());

    private LetterKind()
        : base(new SubjectKind("letter"), "letters", Json.LetterState, Json.LetterEvent)
    {
    }

    public static LetterKind Instance { get; } = new();

    public override int SchemaVersion => 3;

    public override PersonalData Personal { get; } = new(new PersonalBlock("customer", "name") { IsSubject = true });

    public override SearchFields Index(LetterState state) => new("open");

    protected override JsonObject UpcastState(JsonObject state, int from) => Upcast(state, from);

    protected override JsonObject UpcastEvent(JsonObject happened, int from) => Upcast(happened, from);

    private static JsonObject Upcast(JsonObject older, int from)
    {
        var (old, value) = from == 1 ? ("client", older["client"]!.DeepClone()) : ("customer", new JsonObject { ["name"] = older["customer"]!.DeepClone() });
        older.Remove(old);
        older["customer"] = value;
        return older;
    }
}

[JsonSerializable(typeof(LetterState))]
[JsonSerializable(typeof(LetterEvent))]
internal sealed partial class LetterJson : JsonSerializerContext;
