using System.Text.Json.Serialization;

namespace ClientTracking;

/// <summary>What sort of thing is followed up (种类), for example <c>requirement</c>.</summary>
[JsonConverter(typeof(TextValueJsonConverter<SubjectKind>))]
public readonly record struct SubjectKind : ITextValue<SubjectKind>
{
    private readonly string? _value;

    /// <summary>Checks the text: 1 to 32 characters, not blank, nothing in it that is not seen; kept in normal form C.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is none of that.</exception>
    public SubjectKind(string value) => _value = TextCheck.Identifier(value, 32);

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc cref="SubjectKind(string)"/>
    public static SubjectKind Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
