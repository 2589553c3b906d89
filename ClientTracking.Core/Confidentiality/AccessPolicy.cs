using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using static ClientTracking.Confidentiality.ConfidentialityLevel;

namespace ClientTracking.Confidentiality;

/// <summary>Decides who may know what (知悉范围): pure and explainable. A missing fact closes, it never opens.</summary>
public sealed partial class AccessPolicy
{
    private static readonly KindSecrecy Outside = new(default, "CL-01");
    private readonly FrozenDictionary<SubjectKind, (KindSecrecy Secrecy, ImmutableArray<LevelRule> Levels)> _kinds;
    private readonly ImmutableArray<LevelRule> _levels;

    /// <summary>Compiles the rules.</summary>
    /// <exception cref="ArgumentException">
    /// The rules do not say exactly once what holds at each of the three levels, or name a kind twice.
    /// </exception>
    public AccessPolicy(ConfidentialityRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        Rules = rules;
        _levels = [.. rules.Levels.OrderBy(rule => rule.Level)];
        if (!_levels.Select(rule => rule.Level).SequenceEqual([TopSecret, Secret, Confidential]))
            throw new ArgumentException("One rule is needed for each of TopSecret, Secret and Confidential.", nameof(rules));
        _kinds = rules.Kinds.ToFrozenDictionary(
            secrecy => secrecy.Kind,
            secrecy => (secrecy, _levels.Select(general => secrecy.Levels.SingleOrDefault(own => own.Level == general.Level) ?? general).ToImmutableArray()));
    }

    /// <summary>The rules it decides by.</summary>
    public ConfidentialityRules Rules { get; }

    /// <summary>Whether records of a kind are under the regime, so that one nobody marked is closed.</summary>
    public bool Governs(SubjectKind kind) => _kinds.ContainsKey(kind);

    /// <summary>Whether decisions on a record are logged (CL-11); those on one that should be marked and is not are too.</summary>
    public bool IsLogged(AccessFields record, Instant now) =>
        record.LevelAt(now) is { } level ? level.IsAtLeast(Rules.LoggedFrom) : Governs(record.Kind);

    /// <summary>Decides one action of one person on one record at an instant.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="action"/> is not a named value.</exception>
    public AccessDecision Decide(Reader reader, AccessFields record, AccessAction action, Instant now)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(record);
        return action switch
        {
            AccessAction.Find => OfVisibility(reader, record, now, action, Visibility.Exists),
            AccessAction.ReadHeader => OfVisibility(reader, record, now, action, Visibility.Header),
            AccessAction.Read => Read(reader, record, now),
            AccessAction.Copy => Copy(reader, record, now),
            AccessAction.ReportLeak => Open(action, Standing.Everyone, "CL-10", "access.open.leak"),
            _ => Act(reader, record, action, now),
        };
    }

    /// <summary>How much of a record a person sees at an instant (CL-12).</summary>
    public Visibility VisibilityOf(Reader reader, AccessFields record, Instant now)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(record);
        if (Read(reader, record, now).IsAllowed) return Visibility.Content;
        if (RuleOf(record, now) is not { } rule) return Visibility.Hidden;
        if (Facts(reader, record, now, rule).First(rule.HeaderReaders) != Standing.None) return Visibility.Header;
        return rule.Listing == Listing.Redacted ? Visibility.Exists : Visibility.Hidden;
    }

    private AccessDecision Read(Reader reader, AccessFields record, Instant now)
    {
        const AccessAction action = AccessAction.Read;
        if (reader.IsLeadership) return Open(action, Standing.Leadership, "CL-04", "access.open.leadership");
        if (record.LevelAt(now) is null && Governs(record.Kind)) return Closed(action, "CL-03", "access.closed.unmarked");
        if (RuleOf(record, now) is not { } rule)
            return Open(action, Standing.Everyone, record.IsTermOver(now) ? "CL-08" : "CL-01", "access.open.everyone");
        var facts = Facts(reader, record, now, rule);
        var by = facts.First(rule.Readers);
        if (by != Standing.None) return Open(action, by, RuleThatOpens(by, record.Kind), CodeThatOpens(by));
        if (facts.HadGrant()) return Closed(action, "CL-05", "access.closed.grant-over");
        return facts.First(rule.HeaderReaders) != Standing.None
            ? Closed(action, "CL-05", "access.closed.header-only")
            : Closed(action, "CL-04", "access.closed.not-concerned");
    }

    private AccessDecision Copy(Reader reader, AccessFields record, Instant now)
    {
        var read = Read(reader, record, now) with { Action = AccessAction.Copy };
        if (HandOutRuleOf(record, HandOutForm.Copy, now) is not { } rule) return read;
        var holds = record.Holdings.Contains(new(reader.Person, HandOutForm.Copy));
        if (!holds) return Closed(AccessAction.Copy, rule.Rule, "access.closed.copy-not-approved");
        return read.IsAllowed || !rule.OnlyToReaders ? Open(AccessAction.Copy, Standing.CopyHolder, rule.Rule, "access.open.copy") : read;
    }

    private AccessDecision OfVisibility(Reader reader, AccessFields record, Instant now, AccessAction action, Visibility needed)
    {
        var read = Read(reader, record, now) with { Action = action };
        if (read.IsAllowed || VisibilityOf(reader, record, now) is var seen && seen < needed) return read;
        return seen == Visibility.Header
            ? Open(action, Facts(reader, record, now, RuleOf(record, now)!).First(RuleOf(record, now)!.HeaderReaders), "CL-05", "access.open.header")
            : Open(action, Standing.Everyone, "CL-12", "access.open.existence");
    }

    /// <summary>The rule of the level that counts now; null outside the regime and for a record nobody marked.</summary>
    private LevelRule? RuleOf(AccessFields record, Instant now) =>
        record.LevelAt(now) is { } level && level.IsSecrecy() ? RulesOf(record.Kind)[(int)level - 1] : null;

    private ImmutableArray<LevelRule> RulesOf(SubjectKind kind) => _kinds.TryGetValue(kind, out var own) ? own.Levels : _levels;

    private KindSecrecy SecrecyOf(SubjectKind kind) => _kinds.TryGetValue(kind, out var own) ? own.Secrecy : Outside;

    private Facts Facts(Reader reader, AccessFields record, Instant now, LevelRule? rule) =>
        new(reader, record, now, rule, SecrecyOf(record.Kind).HandlerRoles);

    private RuleId RuleThatOpens(Standing by, SubjectKind kind) => by switch
    {
        Standing.MinimumRank or Standing.Handler or Standing.Holder => SecrecyOf(kind).Rule,
        Standing.Granted => "CL-05",
        _ => "CL-04",
    };

    private static string CodeThatOpens(Standing by) => by switch
    {
        Standing.ManagerInCharge => "access.open.manager-in-charge",
        Standing.Participant => "access.open.participant",
        Standing.Granted => "access.open.granted",
        Standing.MinimumRank => "access.open.minimum-rank",
        Standing.Handler => "access.open.handler",
        Standing.Holder or Standing.CopyHolder => "access.open.holder",
        _ => "access.open.office",
    };

    private static AccessDecision Open(AccessAction action, Standing by, RuleId rule, string code) => new(action, true, rule, code, by);

    private static AccessDecision Closed(AccessAction action, RuleId rule, string code) => new(action, false, rule, code, Standing.None);
}
