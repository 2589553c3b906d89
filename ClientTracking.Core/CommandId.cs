using System.Text.Json.Serialization;

namespace ClientTracking;

/// <summary>A sender's own identifier of a command (命令编号): sent twice, it is carried out once.</summary>
[JsonConverter(typeof(TextValueJsonConverter<CommandId>))]
public readonly record struct CommandId : ITextValue<CommandId>
{
    private readonly string? _value;

    /// <summary>Checks the text: 1 to 64 characters, not blank, nothing in it that is not seen; kept in normal form C.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is none of that.</exception>
    public CommandId(string value) => _value = TextCheck.Identifier(value, 64);

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc cref="CommandId(string)"/>
    public static CommandId Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
