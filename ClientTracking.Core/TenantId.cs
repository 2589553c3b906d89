using System.Text.Json.Serialization;

namespace ClientTracking;

/// <summary>The company (租户) a host works for; every key of every store starts with it.</summary>
[JsonConverter(typeof(TextValueJsonConverter<TenantId>))]
public readonly record struct TenantId : ITextValue<TenantId>
{
    private readonly string? _value;

    /// <summary>Checks the text: 1 to 64 characters, not blank, nothing in it that is not seen; kept in normal form C.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is none of that.</exception>
    public TenantId(string value) => _value = TextCheck.Identifier(value, 64);

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc cref="TenantId(string)"/>
    public static TenantId Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
