using System.Collections.Immutable;
using ClientTracking.Samples.Input;
using NodaTime;

namespace ClientTracking.Samples.Story;

/// <summary>What every line of the file has: which action, with which id, when, and who did it.</summary>
/// <param name="Id">The exporting system's id of the action; the same id is done once.</param>
/// <param name="At">When it happened.</param>
/// <param name="Who">Who did it.</param>
/// <param name="Action">The name of the action.</param>
/// <param name="Fields">The line, for the fields of the action itself.</param>
internal sealed record ActionLine(CommandId Id, Instant At, Actor Who, string Action, Fields Fields)
{
    /// <summary>The fields every action has.</summary>
    public static ImmutableArray<string> Common { get; } = ["id", "at", "by", "action"];

    /// <exception cref="InputException">A field is missing or wrong.</exception>
    public static ActionLine Read(Fields line)
    {
        var id = line.Identifier("id", CommandId.Create);
        var at = line.Instant("at");
        var by = line.Object("by");
        by.Only("person", "department", "roles");
        var who = new Actor(by.Identifier("person", PersonId.Create), by.OptionalText("department"), [.. by.Texts("roles").Select(role => new Role(role))]);
        return new(id, at, who, line.Text("action"), line);
    }
}
