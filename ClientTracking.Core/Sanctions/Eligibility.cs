using System.Collections.Immutable;
using System.Globalization;
using ClientTracking.Errors;

namespace ClientTracking.Sanctions;

/// <summary>Who is rewarded: a person or a team.</summary>
/// <param name="Name">The person's id, or the team's name.</param>
/// <param name="IsTeam">Whether it is a team.</param>
public readonly record struct Recipient(string Name, bool IsTeam = false)
{
    /// <summary>A person.</summary>
    public static Recipient Of(PersonId person) => new(person.Value);

    /// <summary>A team.</summary>
    public static Recipient Team(string name) => new(name, IsTeam: true);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>Whether somebody may be rewarded for something, and why or why not.</summary>
public sealed record Eligibility
{
    /// <summary>The reward.</summary>
    public required RuleId Rule { get; init; }

    /// <summary>The quarter.</summary>
    public required Quarter Quarter { get; init; }

    /// <summary>What it is for: the number of a requirement, with the time node where that matters; none where it is for the whole quarter.</summary>
    public string? For { get; init; }

    /// <summary>The requirement that <see cref="For"/> or the reason names, as the facts name it; none where they name none.</summary>
    public string? Subject { get; init; }

    /// <summary>Who would be rewarded: one, or everyone who shares in it.</summary>
    public required ImmutableArray<Recipient> Recipients { get; init; }

    /// <summary>Whether the conditions are met.</summary>
    public required bool IsEligible { get; init; }

    /// <summary>The code of the reason.</summary>
    public required string Code { get; init; }

    /// <summary>What the reason's text is filled with.</summary>
    public ImmutableArray<object> Arguments { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Within what the amount is decided; none where it is points.</summary>
    public MoneyRange? Range { get; init; }

    /// <summary>The amount the engine suggests, where the rule says how (RF-A4).</summary>
    public Money? Suggestion { get; init; }

    /// <summary>The appraisal points to add (RF-A5).</summary>
    public int Points { get; init; }

    /// <summary>What nobody is rewarded for twice: the thing itself, or the quarter of the recipient.</summary>
    public string Thing => $"{Rule} {For ?? $"{Quarter} {string.Join('+', Recipients)}"}";

    /// <summary>Why or why not: Chinese for <c>zh</c> cultures, else English.</summary>
    public string Describe(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return Texts.Format(culture, Code, Arguments.AsSpan());
    }

    /// <summary>The reason in the current UI culture.</summary>
    public override string ToString() => $"{Rule} {For} {string.Join('+', Recipients)}: {Describe(CultureInfo.CurrentUICulture)}";
}
