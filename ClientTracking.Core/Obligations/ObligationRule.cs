using System.Collections.Immutable;
using System.Globalization;
using ClientTracking.Deadlines;

namespace ClientTracking.Obligations;

/// <summary>A time node (时间节点) of a regulation: what opens it, until when it is owed, by whom, and what closes it.</summary>
public sealed record ObligationRule
{
    /// <summary>The rule's identifier.</summary>
    public required RuleId Id { get; init; }

    /// <summary>What is owed, in Chinese, for people.</summary>
    public required string Title { get; init; }

    /// <summary>What is owed, in English, for people.</summary>
    public required string TitleEnglish { get; init; }

    /// <summary>The role that owes it.</summary>
    public required Role Responsible { get; init; }

    /// <summary>The department that answers for it, unless the subject names another; none: nobody is named.</summary>
    public string? Department { get; init; }

    /// <summary>The triggers that open it; opening it again while it is open replaces it.</summary>
    public required ImmutableArray<string> OpenedBy { get; init; }

    /// <summary>How long there is; none where the trigger's promised date decides, at close of business of that day.</summary>
    public DeadlineRule? Deadline { get; init; }

    /// <summary>The deadlines of single triggers, by name, where they differ from <see cref="Deadline"/>: a bug's by its severity, say.</summary>
    public ImmutableDictionary<string, DeadlineRule> Deadlines { get; init; } = ImmutableDictionary<string, DeadlineRule>.Empty;

    /// <summary>Whether it is owed only where a host has set a deadline; otherwise a rule without one is due by a promised date.</summary>
    public bool OnlyWhereSet { get; init; }

    /// <summary>The role that owes it together with <see cref="Responsible"/>, as one obligation.</summary>
    public Role? Partner { get; init; }

    /// <summary>The triggers that fulfil it.</summary>
    public ImmutableArray<string> FulfilledBy { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The triggers whose promised date replaces the due instant (CV-16); they count as applied for at <see cref="Trigger.From"/>.</summary>
    public ImmutableArray<string> ExtendedBy { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The triggers that pause its clock because the client must act (CV-15).</summary>
    public ImmutableArray<string> PausedBy { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The triggers that let its clock go on (CV-15).</summary>
    public ImmutableArray<string> ResumedBy { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The triggers that end it without it having been done.</summary>
    public ImmutableArray<string> CancelledBy { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Reminders before and escalations after the due instant.</summary>
    public ImmutableArray<NoticeRule> Notices { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>What is owed, in the language of the culture: Chinese for <c>zh</c> cultures, else English.</summary>
    public string TitleIn(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return culture.TwoLetterISOLanguageName == "zh" ? Title : TitleEnglish;
    }

    /// <summary>The deadline of what a trigger opens.</summary>
    public DeadlineRule? DeadlineOn(string trigger) => Deadlines.TryGetValue(trigger, out var own) ? own : Deadline;

    /// <summary>Whether a trigger makes it owed.</summary>
    public bool IsOpenedBy(Trigger trigger) => OpenedBy.Contains(trigger.Name)
        && (!OnlyWhereSet || DeadlineOn(trigger.Name) is not null || trigger.Due is not null);
}
