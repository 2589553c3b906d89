using System.Text.Json.Serialization;

namespace ClientTracking;

/// <summary>What somebody is in a regulation (角色), for example <c>Collector</c>.</summary>
[JsonConverter(typeof(TextValueJsonConverter<Role>))]
public readonly record struct Role : ITextValue<Role>
{
    private readonly string? _value;

    /// <summary>Checks the text: 1 to 64 characters, not blank, nothing in it that is not seen; kept in normal form C.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is none of that.</exception>
    public Role(string value) => _value = TextCheck.Identifier(value, 64);

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc cref="Role(string)"/>
    public static Role Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
