using System.Text.Json.Nodes;
using ClientTracking.Confidentiality;

namespace ClientTracking.Core.Tests.Confidentiality;

/// <summary>What is held on a person is listed and erased in the JSON of states and events (个人信息保护法).</summary>
public sealed class PersonalDataTests
{
    private static readonly PersonalData Requirement = new(
        new PersonalBlock("form", "requester.account", "requester.name", "requester.phone", "words"),
        new PersonalBlock("contacts[]", "id", "name", "phones", "address"),
        new PersonalBlock("", "reporter"));

    private const string State = """
        {"status":"Registered","form":{"requester":{"account":"wx-77","name":"王芳","phone":"13800000000"},"words":"我想要<导出>","amount":1200.50,"heardAt":"2026-03-11T04:00:00.000Z"},"contacts":[{"id":"wx-77","name":"王芳","phones":["1","2"],"address":{"city":"上海","floor":3}},{"id":"wx-78","name":"李雷","phones":["3"]}],"reporter":"staff-1"}
        """;

    [Fact]
    public void Everything_held_on_a_person_is_listed_with_its_place() => Assert.Equal(
        [
            new("$.form.requester.account", "wx-77"), new("$.form.requester.name", "王芳"), new("$.form.requester.phone", "13800000000"), new("$.form.words", "我想要<导出>"),
            new("$.contacts[0].id", "wx-77"), new("$.contacts[0].name", "王芳"), new("$.contacts[0].phones[0]", "1"), new("$.contacts[0].phones[1]", "2"),
            new("$.contacts[0].address.city", "上海"),
        ],
        Requirement.HeldOn("wx-77", State));

    [Fact]
    public void Erasing_replaces_all_of_it_and_nothing_else()
    {
        const string expected = """
            {"status":"Registered","form":{"requester":{"account":"e-1","name":"e-1","phone":"e-1"},"words":"e-1","amount":1200.50,"heardAt":"2026-03-11T04:00:00.000Z"},"contacts":[{"id":"e-1","name":"e-1","phones":["e-1","e-1"],"address":{"city":"e-1","floor":3}},{"id":"wx-78","name":"李雷","phones":["3"]}],"reporter":"staff-1"}
            """;
        var erased = Requirement.Erase("wx-77", State, "e-1");
        Assert.Equal(expected, erased);
        Assert.Empty(Requirement.HeldOn("wx-77", erased));
        Assert.Equal(erased, Requirement.Erase("wx-77", erased, "e-1"));
        Assert.Equal(Requirement.HeldOn("wx-78", State), Requirement.HeldOn("wx-78", erased));
    }

    [Fact]
    public void A_person_of_whom_nothing_is_held_changes_no_byte()
    {
        Assert.Same(State, Requirement.Erase("nobody", State, "e-1"));
        Assert.Empty(Requirement.HeldOn("WX-77", State));
    }

    [Fact]
    public void A_whole_document_may_be_about_one_person_and_absent_or_null_parts_are_passed_over()
    {
        Assert.Equal([new("$.reporter", "staff-1")], Requirement.HeldOn("staff-1", State));
        Assert.Equal("""{"reporter":"e","form":null,"contacts":[null,{}]}""", Requirement.Erase("s", """{"reporter":"s","form":null,"contacts":[null,{}]}""", "e"));
        Assert.Equal("""{"reporter":7}""", Requirement.Erase("7", """{"reporter":7}""", "e"));
    }

    [Fact]
    public void Replaying_the_erased_events_gives_the_erased_state()
    {
        string[] events =
        [
            """{"$type":"reported","form":{"requester":{"account":"wx-77","name":"王芳"},"words":"导出"},"reporter":"staff-1"}""",
            """{"$type":"form.corrected","form":{"requester":{"account":"wx-77","name":"王芳芳"},"words":"导出 Excel"}}""",
            """{"$type":"contact.added","contacts":[{"id":"wx-78","name":"李雷"}]}""",
        ];
        var erased = events.Select(happened => Requirement.Erase("wx-77", happened, "e-1")).ToArray();
        Assert.Equal(Requirement.Erase("wx-77", Replay(events), "e-1"), Replay(erased));
        Assert.DoesNotContain("王芳", Replay(erased), StringComparison.Ordinal);
        Assert.Contains("李雷", Replay(erased), StringComparison.Ordinal);
        Assert.All(events.Zip(erased), pair => Assert.Equal(JsonNode.Parse(pair.First)!["$type"]!.ToString(), JsonNode.Parse(pair.Second)!["$type"]!.ToString()));
    }

    [Fact]
    public void Where_no_account_is_known_the_name_tells_who_it_is()
    {
        var personal = new PersonalData(new PersonalBlock("form", "account", "name", "words") { Otherwise = "name", IsSubject = true });
        const string without = """{"form":{"name":"王芳","words":"导出"}}""";
        const string with = """{"form":{"account":"wx-77","name":"王芳","words":"导出"}}""";
        Assert.Equal([new("$.form.name", "王芳"), new("$.form.words", "导出")], personal.HeldOn("王芳", without));
        Assert.Empty(personal.HeldOn("王芳", with));
        Assert.Empty(personal.HeldOn("王", without));
        Assert.Equal([true, false, true], new[] { personal.IsAbout("王芳", without), personal.IsAbout("王芳", with), personal.IsAbout("wx-77", with) });
        Assert.Equal("""{"form":{"name":"e","words":"e"}}""", personal.Erase("王芳", without, "e"));
    }

    /// <summary>An event need not name the person the record is about; what is written freely in it is theirs all the same.</summary>
    [Fact]
    public void Free_texts_of_a_record_that_is_about_the_person_are_theirs_wherever_they_stand()
    {
        var personal = new PersonalData(new PersonalBlock("form", "account") { IsSubject = true }) { Texts = ["gist", "reasons[]"] };
        const string happened = """{"$type":"registered","gist":"王芳的需求","reasons":["等王芳",null]}""";
        Assert.Empty(personal.HeldOn("wx-77", happened));
        Assert.Equal([new("$.gist", "王芳的需求"), new("$.reasons[0]", "等王芳")], personal.HeldOn("wx-77", happened, isAbout: true));
        Assert.Equal("""{"$type":"registered","gist":"e","reasons":["e",null]}""", personal.Erase("wx-77", happened, "e", isAbout: true));
        Assert.Same(happened, personal.Erase("wx-77", happened, "e"));
    }

    [Fact]
    public void Lists_of_identifiers_are_declared_element_by_element() => Assert.Equal(
        """{"people":["a","e","c"]}""", new PersonalData(PersonalBlock.Id("people[]")).Erase("b", """{"people":["a","b","c"]}""", "e"));

    /// <summary>JSON may spell a character as an escape; the text is the same.</summary>
    [Theory]
    [InlineData("""{"reporter":"\u738B\u82B3"}""", "王芳")]
    [InlineData("""{"reporter":"\uD842\uDFB7"}""", "𠮷")]
    [InlineData("""{"reporter":"a\/b"}""", "a/b")]
    public void An_escaped_text_is_the_same_text(string json, string person) =>
        Assert.Equal("""{"reporter":"e"}""", Requirement.Erase(person, json, "e"));

    [Theory]
    [InlineData("form..name")]
    [InlineData("form[0]")]
    [InlineData("[]")]
    public void A_malformed_declaration_is_a_programming_mistake(string path)
    {
        Assert.Throws<ArgumentException>(() => new PersonalData(new PersonalBlock(path, "id")));
        Assert.Throws<ArgumentException>(() => new PersonalData(new PersonalBlock("", "ids[]")));
        Assert.Throws<ArgumentException>(() => Requirement.Erase("wx-77", State, "wx-77"));
    }

    /// <summary>A state that is the last value of each property its events carry.</summary>
    private static string Replay(IEnumerable<string> events)
    {
        var state = new JsonObject();
        foreach (var happened in events)
            foreach (var (name, value) in JsonNode.Parse(happened)!.AsObject().Where(part => part.Key != "$type"))
                state[name] = value?.DeepClone();
        return Requirement.Erase("nobody at all", state.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), "x");
    }
}
