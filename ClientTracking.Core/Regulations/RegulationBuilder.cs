using System.Collections.Immutable;
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
    private SanctionPlan _sanctions = SanctionPlan.None;

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
        return new() { Name = name, Version = version, Obligations = _rules.ToImmutable(), Numbering = _numbering.ToImmutable(), Sanctions = _sanctions };
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
    private ImmutableArray<string> _openedBy = [], _fulfilledBy = [], _movedBy = [], _cancelledBy = [];
    private ImmutableArray<NoticeRule> _notices = [];

    internal ObligationRuleBuilder(RegulationBuilder regulation, RuleId id, string title, string titleEnglish) =>
        (_regulation, _id, _title, _titleEnglish) = (regulation, id, title, titleEnglish);

    /// <summary>The role that owes it.</summary>
    public ObligationRuleBuilder By(Role responsible)
    {
        _responsible = responsible;
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

    /// <summary>The triggers that replace its due instant by the date they promise.</summary>
    public ObligationRuleBuilder MovedBy(params ImmutableArray<string> triggers)
    {
        _movedBy = triggers;
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

    private RegulationBuilder End(DeadlineRule? deadline) => _regulation.Add(new()
    {
        Id = _id,
        Title = _title,
        TitleEnglish = _titleEnglish,
        Responsible = _responsible,
        OpenedBy = _openedBy,
        Deadline = deadline,
        FulfilledBy = _fulfilledBy,
        MovedBy = _movedBy,
        CancelledBy = _cancelledBy,
        Notices = _notices,
    });
}
