using System.Text.Json.Serialization;

namespace ClientTracking;

/// <summary>A person (人员) by the host's own identifier.</summary>
[JsonConverter(typeof(TextValueJsonConverter<PersonId>))]
public readonly record struct PersonId : ITextValue<PersonId>
{
    private readonly string? _value;

    /// <summary>Checks the text: 1 to 64 characters, not blank, nothing in it that is not seen; kept in normal form C.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is none of that.</exception>
    public PersonId(string value) => _value = TextCheck.Identifier(value, 64);

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc cref="PersonId(string)"/>
    public static PersonId Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
