using System.Collections.Immutable;
using ClientTracking.Confidentiality;
using ClientTracking.Deadlines;
using ClientTracking.Numbering;
using ClientTracking.Obligations;
using ClientTracking.Sanctions;

namespace ClientTracking.Regulations;

/// <summary>Writes a regulation in code so that it reads like the document it comes from.</summary>
/// <param name="name">The name hosts configure it by.</param>
/// <param name="version">The version; subjects keep the one they were opened under.</param>
public sealed class RegulationBuilder(string name, int version = 1)
{
    private readonly ImmutableArray<ObligationRule>.Builder _rules = ImmutableArray.CreateBuilder<ObligationRule>();
    private readonly ImmutableArray<NumberingRule>.Builder _numbering = ImmutableArray.CreateBuilder<NumberingRule>();
    private readonly Dictionary<Role, string> _departments = [];
    private AccessRule? _oversight, _personalInformation;
    private readonly List<(RuleId Rule, string Reading, Func<ObligationRule, ObligationRule>? Change)> _choices = [];
    private SanctionPlan _sanctions = SanctionPlan.None;
    private ConfidentialityRules? _confidentiality;

    /// <summary>Numbers the documents of a series.</summary>
    public RegulationBuilder Number(NumberingRule rule)
    {
        _numbering.Add(rule);
        return this;
    }

    /// <summary>Says what lateness costs and what is rewarded.</summary>
    public RegulationBuilder Sanction(SanctionPlan sanctions)
    {
        _sanctions = sanctions;
        return this;
    }

    /// <summary>Puts its kinds under a confidentiality regulation.</summary>
    public RegulationBuilder Protect(ConfidentialityRules rules)
    {
        _confidentiality = rules;
        return this;
    }

    /// <summary>Names the department that answers for what a role owes.</summary>
    public RegulationBuilder Department(Role role, string department)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(department);
        _departments[role] = department;
        return this;
    }

    /// <summary>Names the roles that may act on a duty directly: pause, resume, extend, waive, cancel and reassign it.</summary>
    /// <param name="rule">The rule that says so.</param>
    /// <param name="roles">The roles, one of which is needed.</param>
    public RegulationBuilder Oversight(RuleId rule, params ImmutableArray<Role> roles)
    {
        _oversight = new(rule, roles);
        return this;
    }

    /// <summary>Names the roles that may have what is held on a person exported and erased.</summary>
    /// <param name="rule">The rule that says so.</param>
    /// <param name="roles">The roles, one of which is needed.</param>
    public RegulationBuilder PersonalInformation(RuleId rule, params ImmutableArray<Role> roles)
    {
        _personalInformation = new(rule, roles);
        return this;
    }

    /// <summary>Offers another reading of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="reading">The name of the reading.</param>
    /// <param name="change">What it makes of the time node of that id; none: the process alone reads it.</param>
    public RegulationBuilder Choice(RuleId rule, string reading, Func<ObligationRule, ObligationRule>? change = null)
    {
        _choices.Add((rule, reading, change));
        return this;
    }

    /// <summary>Begins a time node: what is owed.</summary>
    /// <param name="id">The rule id.</param>
    /// <param name="title">What is owed, in Chinese.</param>
    /// <param name="titleEnglish">What is owed, in English.</param>
    public ObligationRuleBuilder Owe(RuleId id, string title, string titleEnglish) => new(this, id, title, titleEnglish);

    /// <summary>The regulation as written.</summary>
    /// <exception cref="ArgumentException">A rule id or series is used twice, or two series could give the same number.</exception>
    public Regulation Build()
    {
        if (_rules.GroupBy(rule => rule.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"{name} has two rules {twice.Key}.");
        if (_numbering.GroupBy(rule => rule.Series).FirstOrDefault(group => group.Count() > 1) is { } series)
            throw new ArgumentException($"{name} numbers the series '{series.Key}' twice.");
        ImmutableArray<ObligationRule> nodes = [.. _rules.Select(rule => rule with { Department = _departments.GetValueOrDefault(rule.Responsible) })];
        return new()
        {
            Name = name,
            Version = version,
            Obligations = nodes,
            Choices = [.. _choices.Select(choice => new RuleChoice(choice.Rule, choice.Reading, choice.Change?.Invoke(nodes.Single(node => node.Id == choice.Rule))))],
            Numbering = _numbering.ToImmutable(),
            Oversight = _oversight,
            PersonalInformation = _personalInformation,
            Sanctions = _sanctions,
            Confidentiality = _confidentiality,
        };
    }

    internal RegulationBuilder Add(ObligationRule rule)
    {
        _rules.Add(rule);
        return this;
    }
}

/// <summary>One time node being written; ends with <see cref="Until(string)"/> or <see cref="UntilPromisedDate"/>.</summary>
public sealed class ObligationRuleBuilder
{
    private readonly RegulationBuilder _regulation;
    private readonly RuleId _id;
    private readonly string _title;
    private readonly string _titleEnglish;
    private Role _responsible;
    private Role? _partner;
    private ImmutableArray<string> _openedBy = [], _fulfilledBy = [], _extendedBy = [], _pausedBy = [], _resumedBy = [], _cancelledBy = [];
    private ImmutableArray<NoticeRule> _notices = [];

    internal ObligationRuleBuilder(RegulationBuilder regulation, RuleId id, string title, string titleEnglish) =>
        (_regulation, _id, _title, _titleEnglish) = (regulation, id, title, titleEnglish);

    /// <summary>The role that owes it.</summary>
    public ObligationRuleBuilder By(Role responsible)
    {
        _responsible = responsible;
        return this;
    }

    /// <summary>The role that owes it together with the responsible one, as one obligation.</summary>
    public ObligationRuleBuilder With(Role partner)
    {
        _partner = partner;
        return this;
    }

    /// <summary>The triggers that open it.</summary>
    public ObligationRuleBuilder On(params ImmutableArray<string> triggers)
    {
        _openedBy = triggers;
        return this;
    }

    /// <summary>The triggers that fulfil it.</summary>
    public ObligationRuleBuilder DoneBy(params ImmutableArray<string> triggers)
    {
        _fulfilledBy = triggers;
        return this;
    }

    /// <summary>The triggers that replace its due instant by the date they promise (CV-16).</summary>
    public ObligationRuleBuilder ExtendedBy(params ImmutableArray<string> triggers)
    {
        _extendedBy = triggers;
        return this;
    }

    /// <summary>The trigger that pauses its clock because the client must act, and the one that lets it go on (CV-15).</summary>
    public ObligationRuleBuilder PausedBetween(string pause, string resume)
    {
        (_pausedBy, _resumedBy) = ([pause], [resume]);
        return this;
    }

    /// <summary>The triggers that end it undone.</summary>
    public ObligationRuleBuilder EndedBy(params ImmutableArray<string> triggers)
    {
        _cancelledBy = triggers;
        return this;
    }

    /// <summary>Reminds whoever owes it, each distance before it is due, in business hours.</summary>
    /// <param name="distances">Elapsed or working time, working days or days, in the notation of <see cref="DeadlineRule"/>.</param>
    public ObligationRuleBuilder Remind(params ImmutableArray<string> distances)
    {
        _notices = [.. _notices, .. distances.Select(distance => new NoticeRule(DeadlineRule.Parse(distance), isEscalation: false))];
        return this;
    }

    /// <summary>Tells a role that it is still undone, a distance after it was due.</summary>
    /// <param name="distance">Elapsed or working time, working days or days, in the notation of <see cref="DeadlineRule"/>.</param>
    /// <param name="audience">The role told.</param>
    /// <param name="atAnyHour">Whether it is sent outside business hours too.</param>
    public ObligationRuleBuilder Escalate(string distance, Role audience, bool atAnyHour = false)
    {
        _notices = _notices.Add(new NoticeRule(DeadlineRule.Parse(distance), isEscalation: true, audience, atAnyHour));
        return this;
    }

    /// <summary>Ends the node: how long there is, in the notation of <see cref="DeadlineRule"/>.</summary>
    /// <exception cref="Errors.NotationException">The notation cannot be read.</exception>
    public RegulationBuilder Until(string deadline) => End(DeadlineRule.Parse(deadline));

    /// <summary>Ends the node: it is due at close of business of the date its trigger promises.</summary>
    public RegulationBuilder UntilPromisedDate() => End(null);

    /// <summary>Ends the node: it is owed only where a host sets a deadline, be it for one of its triggers alone.</summary>
    public RegulationBuilder UntilSet() => End(null, onlyWhereSet: true);

    private RegulationBuilder End(DeadlineRule? deadline, bool onlyWhereSet = false) => _regulation.Add(new()
    {
        Id = _id,
        Title = _title,
        TitleEnglish = _titleEnglish,
        Responsible = _responsible,
        Partner = _partner,
        OnlyWhereSet = onlyWhereSet,
        OpenedBy = _openedBy,
        Deadline = deadline,
        FulfilledBy = _fulfilledBy,
        ExtendedBy = _extendedBy,
        PausedBy = _pausedBy,
        ResumedBy = _resumedBy,
        CancelledBy = _cancelledBy,
        Notices = _notices,
    });
}
