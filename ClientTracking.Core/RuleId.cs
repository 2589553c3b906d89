using System.Text.Json.Serialization;

namespace ClientTracking;

/// <summary>The stable identifier of a rule of a regulation (规则编号), for example <c>RF-33</c>.</summary>
/// <remarks>Equality is ordinal. The default value has an empty <see cref="Value"/> and names no rule.</remarks>
[JsonConverter(typeof(TextValueJsonConverter<RuleId>))]
public readonly record struct RuleId : ITextValue<RuleId>
{
    private readonly string? _value;

    /// <summary>Creates an identifier: 1 to 32 letters, digits, <c>-</c> or <c>.</c>.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty, too long, or has another character.</exception>
    public RuleId(string value)
    {
        TextCheck.Identifier(value, 32);
        if (!value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.'))
            throw new ArgumentException($"A rule id has ASCII letters, digits, '-' or '.' only; '{value}' has others.", nameof(value));
        _value = value;
    }

    /// <summary>The identifier as the regulation writes it; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <inheritdoc cref="RuleId(string)"/>
    public static RuleId Create(string value) => new(value);

    /// <summary>Writes a rule id where it is a constant of a regulation.</summary>
    public static implicit operator RuleId(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
