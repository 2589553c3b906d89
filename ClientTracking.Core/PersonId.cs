using System.Text.Json.Serialization;

namespace ClientTracking;

/// <summary>A person (人员) by the host's own identifier.</summary>
[JsonConverter(typeof(TextValueJsonConverter<PersonId>))]
public readonly record struct PersonId : ITextValue<PersonId>
{
    private const int Longest = 64;
    private readonly string? _value;

    /// <summary>Checks the text: 1 to 64 characters, not blank, no control characters.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is none of that.</exception>
    public PersonId(string value) => _value = TextCheck.Identifier(value, Longest);

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc cref="PersonId(string)"/>
    public static PersonId Create(string value) => new(value);

    /// <summary>The person whose identifier a text is; null where it cannot be one.</summary>
    internal static PersonId? TryCreate(string value) => TextCheck.IsIdentifier(value, Longest) ? new(value) : null;

    /// <inheritdoc/>
    public override string ToString() => Value;
}
