using System.Text.Json;
using ClientTracking.Time;
using NodaTime;
using NodaTime.Text;

namespace ClientTracking.Samples.Input;

/// <summary>A JSON object read field by field; every complaint names the field and says what would be right.</summary>
/// <param name="element">The object.</param>
/// <param name="path">Where it stands, with a dot at the end; empty for the line itself.</param>
internal readonly struct Fields(JsonElement element, string path = "")
{
    /// <summary>Whether the field is there and not null.</summary>
    public bool Has(string name) => element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>A text that must be there and not be blank.</summary>
    public string Text(string name)
    {
        var text = Read(name, JsonValueKind.String, Words.Text);
        try
        {
            if (text.GetString() is { } value && !string.IsNullOrWhiteSpace(value)) return value;
        }
        catch (InvalidOperationException)
        {
            throw Wrong(name, "field.text", Words.HalfCharacter);
        }
        throw Wrong(name, "field.missing", Words.Missing(Words.Text));
    }

    public string? OptionalText(string name) => Has(name) ? Text(name) : null;

    /// <summary>A text that a type of the engine accepts as an identifier.</summary>
    public T Identifier<T>(string name, Func<string, T> create)
    {
        var text = Text(name);
        try
        {
            return create(text);
        }
        catch (ArgumentException)
        {
            throw Wrong(name, "field.identifier", Words.NotAnIdentifier);
        }
    }

    /// <summary>An instant with its offset, ISO 8601.</summary>
    public Instant Instant(string name) => Parse(name, Iso.Offset, Words.AnInstant).ToInstant();

    public Instant? OptionalInstant(string name) => Has(name) ? Instant(name) : null;

    /// <summary>A civil day.</summary>
    public LocalDate Date(string name) => Parse(name, LocalDatePattern.Iso, Words.ADate);

    /// <summary>An instant, or a civil day that stands for its close of business.</summary>
    public Instant InstantOrClose(string name, WorkCalendar calendar)
    {
        if (LocalDatePattern.Iso.Parse(Text(name)) is { Success: true, Value: var date }) return OnCalendar(name, () => calendar.CloseOfBusiness(date));
        var instant = Parse(name, Iso.Offset, Words.AnInstantOrADate).ToInstant();
        return OnCalendar(name, () => (calendar.DateOf(instant), instant)).instant;
    }

    /// <summary>An instant the calendar can reckon with.</summary>
    public Instant Instant(string name, WorkCalendar calendar)
    {
        var instant = Instant(name);
        return OnCalendar(name, () => (calendar.DateOf(instant), instant)).instant;
    }

    public LocalDate? OptionalDate(string name) => Has(name) ? Date(name) : null;

    /// <summary>A calendar month.</summary>
    public YearMonth Month(string name) => Parse(name, YearMonthPattern.Iso, Words.AMonth);

    /// <summary>One of the names of an enumeration.</summary>
    public T Choice<T>(string name) where T : struct, Enum
    {
        var text = Text(name);
        return Enum.IsDefined(typeof(T), text) ? Enum.Parse<T>(text) : throw Wrong(name, "field.choice", Words.NotOneOf(text, Enum.GetNames<T>()));
    }

    public T? OptionalChoice<T>(string name) where T : struct, Enum => Has(name) ? Choice<T>(name) : null;

    /// <summary>true or false; false when missing.</summary>
    public bool Flag(string name)
    {
        if (!Has(name)) return false;
        var kind = element.GetProperty(name).ValueKind;
        return kind is JsonValueKind.True or JsonValueKind.False ? kind == JsonValueKind.True : throw Wrong(name, "field.flag", Words.Expected(Words.AFlag));
    }

    /// <summary>A whole number, 0 or more.</summary>
    public long Count(string name)
    {
        var number = Read(name, JsonValueKind.Number, Words.ACount);
        return number.TryGetInt64(out var value) && value >= 0 ? value : throw Wrong(name, "field.count", Words.Expected(Words.ACount));
    }

    public int? OptionalCount(string name) => Has(name) ? Number(name) : null;

    /// <summary>A whole number that an int can hold, 0 or more.</summary>
    public int Number(string name) => Count(name) is <= int.MaxValue and var value ? (int)value : throw Wrong(name, "field.count", Words.Expected(Words.ACount));

    /// <summary>Working time in hours: a decimal number, 0 to 100,000.</summary>
    public Duration Hours(string name)
    {
        var number = Read(name, JsonValueKind.Number, Words.SomeHours);
        return number.TryGetDecimal(out var hours) && hours is >= 0 and <= 100_000
            ? Duration.FromNanoseconds((long)decimal.Round(hours * NodaConstants.NanosecondsPerHour))
            : throw Wrong(name, "field.hours", Words.Expected(Words.SomeHours));
    }

    /// <summary>An object within the object.</summary>
    public Fields Object(string name) => new(Read(name, JsonValueKind.Object, Words.AnObject), $"{path}{name}.");

    /// <summary>The objects of a list; none when missing.</summary>
    public IEnumerable<Fields> Objects(string name)
    {
        var at = path + name;
        return Items(name, JsonValueKind.Object, Words.AnObject).Select((item, index) => new Fields(item, $"{at}[{index}]."));
    }

    /// <summary>The objects of a list that must be there; it may be empty.</summary>
    public IEnumerable<Fields> RequiredObjects(string name) =>
        Has(name) ? Objects(name) : throw Wrong(name, "field.missing", Words.Missing(Words.AList(Words.AnObject)));

    /// <summary>The texts of a list; none when missing.</summary>
    public IEnumerable<string> Texts(string name) => Items(name, JsonValueKind.String, Words.Text).Select(item => item.GetString()!);

    /// <summary>Refuses fields nobody reads: most likely a slip of the pen.</summary>
    public void Only(params ReadOnlySpan<string> names)
    {
        foreach (var property in element.EnumerateObject())
            if (!Names(property, names))
                throw Wrong(property.Name, "field.unknown", Words.UnknownField(names));
    }

    /// <summary>A date or result no calendar can reckon with is the field's fault.</summary>
    public T OnCalendar<T>(string name, Func<T> reckon)
    {
        try
        {
            return reckon();
        }
        catch (ArgumentOutOfRangeException)
        {
            throw Wrong(name, "calendar.range",
                Words.OutsideCalendar(LocalDatePattern.Iso.Format(WorkCalendar.MinDate), LocalDatePattern.Iso.Format(WorkCalendar.MaxDate)));
        }
    }

    /// <summary>The complaint about a field.</summary>
    public InputException Wrong(string name, string code, string message) => new(path + name, code, message);

    private static bool Names(JsonProperty property, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (property.NameEquals(name))
                return true;
        return false;
    }

    private JsonElement Read(string name, JsonValueKind kind, string expected)
    {
        if (!Has(name)) throw Wrong(name, "field.missing", Words.Missing(expected));
        var value = element.GetProperty(name);
        return value.ValueKind == kind ? value : throw Wrong(name, "field.type", Words.Expected(expected));
    }

    private T Parse<T>(string name, IPattern<T> pattern, string expected)
    {
        var text = Text(name);
        var result = pattern.Parse(text);
        return result.Success ? result.Value : throw Wrong(name, "field.format", Words.Not(text, expected));
    }

    private JsonElement[] Items(string name, JsonValueKind kind, string expected)
    {
        if (!Has(name)) return [];
        var items = Read(name, JsonValueKind.Array, Words.AList(expected)).EnumerateArray().ToArray();
        return items.All(item => item.ValueKind == kind) ? items : throw Wrong(name, "field.type", Words.Expected(Words.AList(expected)));
    }
}
