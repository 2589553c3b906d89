using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClientTracking.Confidentiality;

/// <summary>
/// Which texts of a kind are personal (个人信息保护法), and what is held on a person: pure functions on the JSON of states and events.
/// State and events are erased alike, so that replaying the journal still gives the state. Numbers, instants and amounts are not personal and stay.
/// </summary>
public sealed class PersonalData
{
    private readonly ImmutableArray<Block> _blocks;
    private readonly ImmutableArray<JsonPath> _texts = [];

    /// <summary>Compiles the declaration of a kind.</summary>
    /// <exception cref="ArgumentException">A path is malformed, or the path to the person leads to several values.</exception>
    public PersonalData(params ImmutableArray<PersonalBlock> blocks)
    {
        Blocks = blocks;
        _blocks = [.. blocks.Select(block => new Block(block))];
        if (_blocks.Any(block => block.Who.Any(path => path.LeadsToSeveral))) throw new ArgumentException("A block is about one person.", nameof(blocks));
    }

    /// <summary>Nothing is personal.</summary>
    public static PersonalData None { get; } = new();

    /// <summary>The declaration.</summary>
    public ImmutableArray<PersonalBlock> Blocks { get; }

    /// <summary>
    /// Paths in states and events to texts that concern whoever the record is about, wherever they stand: what was said by, for and about that person in
    /// words of somebody's own. People write names into free text, so all of it goes.
    /// </summary>
    /// <exception cref="ArgumentException">A path is malformed.</exception>
    public ImmutableArray<string> Texts
    {
        get => field.IsDefault ? [] : field;
        init => (field, _texts) = (value, [.. value.Select(path => new JsonPath(path))]);
    } = [];

    /// <summary>Whether the law has the records of the kind kept (个人信息保护法第四十七条第二款), so that nobody whom one of them names can be erased.</summary>
    public bool IsKept { get; init; }

    /// <summary>Whether a state or an event says that the record is about this person.</summary>
    /// <exception cref="JsonException"><paramref name="json"/> is no JSON.</exception>
    public bool IsAbout(string person, string json)
    {
        ArgumentException.ThrowIfNullOrEmpty(person);
        return MayName(person, json) && JsonNode.Parse(json)! is var root && _blocks.Any(block => block.IsSubject && block.Of(person, root).Any());
    }

    /// <summary>What a state or an event holds on a person, in the order of the declaration; compared ordinally.</summary>
    /// <param name="person">How the kind calls the person.</param>
    /// <param name="json">The state or event.</param>
    /// <param name="isAbout">Whether the record is about the person, as its state or one of its events says (<see cref="IsAbout"/>).</param>
    /// <exception cref="JsonException"><paramref name="json"/> is no JSON.</exception>
    public ImmutableArray<PersonalItem> HeldOn(string person, string json, bool isAbout = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(person);
        if (!isAbout && !MayName(person, json)) return [];
        return [.. TextsOf(person, JsonNode.Parse(json)!, isAbout).Select(text => new PersonalItem(text.GetPath(), text.GetValue<string>()))];
    }

    /// <summary>Replaces what a state or an event holds on a person. It cannot be undone; done twice it changes nothing more.</summary>
    /// <param name="person">How the kind calls the person.</param>
    /// <param name="json">The state or event; its form and everything else in it stay as they are.</param>
    /// <param name="replacement">
    /// What stands there afterwards, the same everywhere, so that what belonged together still does; it must not tell who it was, and be a
    /// valid value of every field.
    /// </param>
    /// <param name="isAbout">Whether the record is about the person, as its state or one of its events says (<see cref="IsAbout"/>).</param>
    /// <exception cref="JsonException"><paramref name="json"/> is no JSON.</exception>
    public string Erase(string person, string json, string replacement, bool isAbout = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(person);
        ArgumentException.ThrowIfNullOrEmpty(replacement);
        if (person == replacement) throw new ArgumentException("The replacement names the person.", nameof(replacement));
        if (!isAbout && !MayName(person, json)) return json;
        var root = JsonNode.Parse(json)!;
        // Everything is found before anything is replaced: the name of the person is part of what goes.
        var texts = TextsOf(person, root, isAbout);
        if (texts.All(text => text.GetValue<string>() == replacement)) return json;
        foreach (var text in texts) Replace(text, replacement);
        return Write(root);
    }

    /// <summary>Spares parsing: without an escape in it, JSON has a text as it is.</summary>
    private static bool MayName(string person, string json) =>
        json.Contains('\\', StringComparison.Ordinal) || json.Contains(person, StringComparison.Ordinal);

    private JsonValue[] TextsOf(string person, JsonNode root, bool isAbout) =>
    [
        .. (from block in _blocks
            from place in block.Of(person, root)
            from field in block.Who.Concat(block.Fields)
            from found in field.Find(place)
            from text in TextsIn(found)
            select text)
        .Concat(isAbout ? _texts.SelectMany(path => path.Find(root)).SelectMany(TextsIn) : []).Distinct(),
    ];

    private static IEnumerable<JsonValue> TextsIn(JsonNode node) => node switch
    {
        JsonValue value => value.GetValueKind() == JsonValueKind.String ? [value] : [],
        JsonObject parts => parts.SelectMany(part => part.Value is null ? [] : TextsIn(part.Value)),
        JsonArray items => items.SelectMany(item => item is null ? [] : TextsIn(item)),
        _ => [],
    };

    private static void Replace(JsonValue text, string replacement)
    {
        if (text.Parent is JsonArray items) items[text.GetElementIndex()] = JsonValue.Create(replacement);
        else text.Parent!.AsObject()[text.GetPropertyName()] = JsonValue.Create(replacement);
    }

    private sealed class Block(PersonalBlock block)
    {
        private readonly JsonPath _at = new(block.At);

        internal ImmutableArray<JsonPath> Who { get; } = block.Otherwise is { } otherwise ? [new(block.Person), new(otherwise)] : [new(block.Person)];

        internal ImmutableArray<JsonPath> Fields { get; } = [.. block.Fields.Select(field => new JsonPath(field))];

        internal bool IsSubject => block.IsSubject;

        internal IEnumerable<JsonNode> Of(string person, JsonNode root) => _at.Find(root).Where(place => Named(place) == person);

        private string? Named(JsonNode place) => Who.SelectMany(path => path.Find(place)).OfType<JsonValue>()
            .Where(value => value.GetValueKind() == JsonValueKind.String).Select(value => value.GetValue<string>()).FirstOrDefault(name => name.Length > 0);
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
