using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClientTracking.Confidentiality;

/// <summary>
/// Which fields of a kind are personal (个人信息保护法), and what is held on a person: pure functions on the JSON of states and events.
/// State and events are erased alike, so that replaying the journal still gives the state. Numbers, instants and amounts are not personal and stay.
/// </summary>
public sealed class PersonalData
{
    private readonly ImmutableArray<(JsonPath At, JsonPath Person, ImmutableArray<JsonPath> Fields)> _blocks;

    /// <summary>Compiles the declaration of a kind.</summary>
    /// <exception cref="ArgumentException">A path is malformed, or the path to the person leads to several values.</exception>
    public PersonalData(params ImmutableArray<PersonalBlock> blocks)
    {
        Blocks = blocks;
        _blocks = [.. blocks.Select(block =>
            (new JsonPath(block.At), new JsonPath(block.Person), block.Fields.Select(field => new JsonPath(field)).ToImmutableArray()))];
        if (_blocks.Any(block => block.Person.LeadsToSeveral)) throw new ArgumentException("A block is about one person.", nameof(blocks));
    }

    /// <summary>The declaration.</summary>
    public ImmutableArray<PersonalBlock> Blocks { get; }

    /// <summary>What a state or an event holds on a person, in the order of the declaration; compared ordinally.</summary>
    /// <param name="json">The state or event.</param>
    /// <param name="person">How the kind calls the person.</param>
    /// <exception cref="JsonException"><paramref name="json"/> is no JSON.</exception>
    public ImmutableArray<PersonalItem> HeldOn(string person, string json)
    {
        ArgumentException.ThrowIfNullOrEmpty(person);
        var items = ImmutableArray.CreateBuilder<PersonalItem>();
        foreach (var text in TextsOf(person, JsonNode.Parse(json)!)) items.Add(new(text.GetPath(), text.GetValue<string>()));
        return items.ToImmutable();
    }

    /// <summary>Replaces what a state or an event holds on a person. It cannot be undone; done twice it changes nothing more.</summary>
    /// <param name="person">How the kind calls the person.</param>
    /// <param name="json">The state or event; its form and everything else in it stay as they are.</param>
    /// <param name="replacement">
    /// What stands there afterwards, the same everywhere, so that what belonged together still does; it must not tell who it was, and be a
    /// valid value of every field.
    /// </param>
    /// <exception cref="JsonException"><paramref name="json"/> is no JSON.</exception>
    public string Erase(string person, string json, string replacement)
    {
        ArgumentException.ThrowIfNullOrEmpty(person);
        ArgumentException.ThrowIfNullOrEmpty(replacement);
        if (person == replacement) throw new ArgumentException("The replacement names the person.", nameof(replacement));
        var root = JsonNode.Parse(json)!;
        // Everything is found before anything is replaced: the name of the person is part of what goes.
        var texts = TextsOf(person, root);
        if (texts.Length == 0) return json;
        foreach (var text in texts) Replace(text, replacement);
        return Write(root);
    }

    private JsonValue[] TextsOf(string person, JsonNode root) =>
        [.. (from block in _blocks
             from place in block.At.Find(root)
             where block.Person.Find(place).SingleOrDefault() is JsonValue named
                && named.GetValueKind() == JsonValueKind.String && named.GetValue<string>() == person
             from field in block.Fields.Prepend(block.Person)
             from found in field.Find(place)
             from text in Texts(found)
             select text).Distinct()];

    private static IEnumerable<JsonValue> Texts(JsonNode node) => node switch
    {
        JsonValue value => value.GetValueKind() == JsonValueKind.String ? [value] : [],
        JsonObject parts => parts.SelectMany(part => part.Value is null ? [] : Texts(part.Value)),
        JsonArray items => items.SelectMany(item => item is null ? [] : Texts(item)),
        _ => [],
    };

    private static void Replace(JsonValue text, string replacement)
    {
        if (text.Parent is JsonArray items) items[text.GetElementIndex()] = JsonValue.Create(replacement);
        else text.Parent!.AsObject()[text.GetPropertyName()] = JsonValue.Create(replacement);
    }

    private static string Write(JsonNode root)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) root.WriteTo(writer);
        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }
}

/// <summary>One thing held on a person.</summary>
/// <param name="Path">Where it stands, as a JSONPath.</param>
/// <param name="Text">What it says.</param>
public sealed record PersonalItem(string Path, string Text);
