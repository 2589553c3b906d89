using System.Collections.Immutable;
using ClientTracking.Confidentiality;
using ClientTracking.Numbering;
using ClientTracking.Obligations;
using ClientTracking.Sanctions;

namespace ClientTracking.Regulations;

/// <summary>A regulation (制度) as data: what is owed on which event, and how documents are numbered. Immutable; a change makes a new version.</summary>
public sealed record Regulation
{
    /// <summary>The name hosts configure it by, for example <c>RequirementFollowUp</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The version; a subject keeps the one it was opened under.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The time nodes, in the regulation's order; ids are unique.</summary>
    public ImmutableArray<ObligationRule> Obligations { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>How the documents of each series are numbered; series are unique.</summary>
    public ImmutableArray<NumberingRule> Numbering { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Who may act on a duty directly: pause, resume, extend, waive, cancel and reassign it; none: nobody.</summary>
    public AccessRule? Oversight { get; init; }

    /// <summary>Who may have what is held on a person exported and erased (个人信息保护负责人); none: nobody.</summary>
    public AccessRule? PersonalInformation { get; init; }

    /// <summary>Where a rule can be read in another way than it is by default (选项), and whether it is.</summary>
    public ImmutableArray<RuleChoice> Choices { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Whether a rule is read in another way than by default.</summary>
    public bool Reads(RuleId rule, string reading) => Choices.Any(choice => choice.IsChosen && choice.Rule == rule && choice.Reading == reading);

    /// <summary>The regulation with one rule read in another way.</summary>
    /// <exception cref="ArgumentException">The rule has no such reading.</exception>
    public Regulation Choose(RuleId rule, string reading)
    {
        var choice = Choices.FirstOrDefault(one => one.Rule == rule && one.Reading == reading)
            ?? throw new ArgumentException($"{Name} has no reading '{reading}' of {rule}.", nameof(reading));
        return this with
        {
            Choices = Choices.Replace(choice, choice with { IsChosen = true }),
            Obligations = choice.Node is { } node ? [.. Obligations.Select(other => other.Id == node.Id ? node : other)] : Obligations,
        };
    }

    /// <summary>The regulation with another deadline of one time node.</summary>
    /// <exception cref="ArgumentException">There is no such node, or it is due by a promised date.</exception>
    public Regulation WithDeadline(RuleId rule, Deadlines.DeadlineRule deadline)
    {
        if (RuleOf(rule) is not { } node || node is { Deadline: null, OnlyWhereSet: false })
            throw new ArgumentException($"{Name} has no period for {rule} that could be changed.", nameof(rule));
        return this with { Obligations = [.. Obligations.Select(other => other.Id == rule ? node with { Deadline = deadline } : other)] };
    }

    /// <summary>The time node of that id; none when this version has no such rule.</summary>
    public ObligationRule? RuleOf(RuleId id) => Obligations.FirstOrDefault(rule => rule.Id == id);

    /// <summary>What lateness costs and what is rewarded.</summary>
    public SanctionPlan Sanctions { get; init; } = SanctionPlan.None;

    /// <summary>Who may know the records of its kinds (保密管理); null: everybody of the tenant, and nothing is asked or logged.</summary>
    public ConfidentialityRules? Confidentiality { get; init; }

    /// <summary>How the documents of a series are numbered.</summary>
    /// <exception cref="InvalidOperationException">The regulation numbers no such series.</exception>
    public NumberingRule NumberingOf(string series) =>
        Numbering.FirstOrDefault(rule => rule.Series == series)
        ?? throw new InvalidOperationException($"The regulation '{Name}' does not say how '{series}' is numbered.");
}
