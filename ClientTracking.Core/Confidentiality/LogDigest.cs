using System.Text.Json.Serialization;

namespace ClientTracking.Confidentiality;

/// <summary>A SHA-256 digest (摘要) as 64 lower-case hexadecimal digits.</summary>
[JsonConverter(typeof(TextValueJsonConverter<LogDigest>))]
public readonly record struct LogDigest : ITextValue<LogDigest>
{
    private readonly string? _value;

    /// <summary>Checks the text.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not 64 lower-case hexadecimal digits.</exception>
    public LogDigest(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length != 64 || !value.All(char.IsAsciiHexDigitLower))
            throw new ArgumentException("A digest has 64 lower-case hexadecimal digits.", nameof(value));
        _value = value;
    }

    internal LogDigest(ReadOnlySpan<byte> bytes) => _value = Convert.ToHexStringLower(bytes);

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc cref="LogDigest(string)"/>
    public static LogDigest Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
