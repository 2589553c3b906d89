using System.Collections.Immutable;
using ClientTracking.Deadlines;
using ClientTracking.Errors;
using ClientTracking.Numbering;
using ClientTracking.Obligations;

namespace ClientTracking.Regulations;

/// <summary>Applies what a host changes in its configuration to a regulation, and finds every fault in it.</summary>
internal static class RegulationConfiguration
{
    /// <summary>The regulation as changed; where <paramref name="faults"/> grew, only good for finding more faults.</summary>
    public static Regulation With(this Regulation regulation, RegulationOverrides overrides, string path, FaultList faults)
    {
        foreach (var unknown in overrides.Rules.Keys.Except(regulation.Obligations.Select(rule => rule.Id.Value)))
            faults.Add($"{path}:Rules:{unknown}", "regulation.unknown-rule", regulation.Name, Names(regulation.Obligations.Select(rule => rule.Id.Value)));
        foreach (var unknown in overrides.Numbering.Keys.Except(regulation.Numbering.Select(rule => rule.Series)))
            faults.Add($"{path}:Numbering:{unknown}", "regulation.unknown-series", regulation.Name, Names(regulation.Numbering.Select(rule => rule.Series)));
        foreach (var (rule, reading) in overrides.Choices)
        {
            if (regulation.Choices.Any(choice => choice.Rule.Value == rule && choice.Reading == reading)) regulation = regulation.Choose(rule, reading);
            else faults.Add($"{path}:Choices:{rule}", "regulation.unknown-choice", reading, Names(regulation.Choices.Select(choice => $"{choice.Rule}: {choice.Reading}")));
        }
        if (overrides.Version <= regulation.Version) faults.Add($"{path}:Version", "regulation.version-not-later", overrides.Version, regulation.Version);
        return regulation with
        {
            Version = overrides.Version ?? regulation.Version,
            Obligations = [.. regulation.Obligations.Select(rule => overrides.Rules.TryGetValue(rule.Id.Value, out var change)
                ? Change(rule, change, $"{path}:Rules:{rule.Id}", faults) : rule)],
            Numbering = [.. regulation.Numbering.Select(rule => overrides.Numbering.TryGetValue(rule.Series, out var change)
                ? Change(rule, change, $"{path}:Numbering:{rule.Series}", faults) : rule)],
            Sanctions = regulation.Sanctions.With(overrides, regulation.Name, path, faults),
        };
    }

    private static ObligationRule Change(ObligationRule rule, ObligationRuleOverrides change, string path, FaultList faults)
    {
        if (change.Deadline is { } deadline && Read(() => DeadlineRule.Parse(deadline), $"{path}:Deadline", faults, out var parsed))
        {
            if (rule is { Deadline: null, OnlyWhereSet: false }) faults.Add($"{path}:Deadline", "regulation.due-by-promise", rule.Id);
            else rule = rule with { Deadline = parsed };
        }
        foreach (var (trigger, notation) in change.Deadlines)
        {
            if (!rule.OpenedBy.Contains(trigger)) faults.Add($"{path}:Deadlines:{trigger}", "regulation.unknown-trigger", rule.Id, Names(rule.OpenedBy));
            else if (Read(() => DeadlineRule.Parse(notation), $"{path}:Deadlines:{trigger}", faults, out var own))
                rule = rule with { Deadlines = rule.Deadlines.SetItem(trigger, own) };
        }
        if (change.Responsible is { } responsible && Read(() => new Role(responsible), $"{path}:Responsible", faults, out var role))
            rule = rule with { Responsible = role };
        if (change.Department is { } department) rule = rule with { Department = department };
        return rule with { Notices = [.. Reminders(rule, change.Reminders, path, faults), .. Escalations(rule, change.Escalations, path, faults)] };
    }

    private static IEnumerable<NoticeRule> Reminders(ObligationRule rule, IList<string>? distances, string path, FaultList faults) =>
        distances is null
            ? rule.Notices.Where(notice => !notice.IsEscalation)
            : distances.Where(distance => distance.Length > 0).Select((distance, i) => Notice(distance, null, null, $"{path}:Reminders:{i}", faults)).OfType<NoticeRule>();

    private static IEnumerable<NoticeRule> Escalations(ObligationRule rule, IList<EscalationOverrides>? levels, string path, FaultList faults) =>
        levels is null
            ? rule.Notices.Where(notice => notice.IsEscalation)
            : levels.Select((level, i) => Notice(level.After, level, level.Audience, $"{path}:Escalations:{i}", faults)).OfType<NoticeRule>();

    private static NoticeRule? Notice(string? distance, EscalationOverrides? level, string? audience, string path, FaultList faults)
    {
        var told = default(Role);
        var sound = Read(() => DeadlineRule.Parse(distance ?? ""), level is null ? path : $"{path}:After", faults, out var parsed);
        if (level is not null) sound &= Read(() => new Role(audience ?? ""), $"{path}:Audience", faults, out told);
        return sound && Read(() => new NoticeRule(parsed, level is not null, level is null ? null : told, level?.AtAnyHour ?? false), path, faults, out var notice)
            ? notice : null;
    }

    private static NumberingRule Change(NumberingRule rule, NumberingOverrides change, string path, FaultList faults)
    {
        var template = rule.Template;
        var sound = change.Template is not { } notation || Read(() => NumberTemplate.Parse(notation), $"{path}:Template", faults, out template);
        sound &= Choice(change.Reset, rule.Reset, $"{path}:Reset", faults, out var reset);
        sound &= Choice(change.Overflow, rule.Overflow, $"{path}:Overflow", faults, out var overflow);
        sound &= Choice(change.Mode, rule.Mode, $"{path}:Mode", faults, out var mode);
        if (!sound) return rule;
        return Read(() => new NumberingRule(rule.Series, template!, reset, change.FirstSerial ?? rule.FirstSerial, overflow, mode), path, faults, out var changed)
            ? changed! : rule;
    }

    internal static bool Choice<T>(string? text, T otherwise, string path, FaultList faults, out T value) where T : struct, Enum
    {
        value = otherwise;
        if (text is null || (Enum.TryParse(text, out value) && Enum.IsDefined(value))) return true;
        faults.Add(path, "request.unknown-value", text, Names(Enum.GetNames<T>()));
        return false;
    }

    internal static bool Read<T>(Func<T> read, string path, FaultList faults, out T? value)
    {
        value = default;
        try
        {
            value = read();
            return true;
        }
        catch (NotationException e)
        {
            faults.Add(path, e.Code, e.Arguments);
        }
        catch (InvalidRequestException e)
        {
            foreach (var fault in e.Faults) faults.Add($"{path}:{fault.Path}", fault.Code, fault.Arguments);
        }
        catch (ArgumentException e)
        {
            faults.Add(path, "request.malformed", e.Message);
        }
        return false;
    }

    internal static string Names(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));

    /// <summary>Finds series of one tenant, whatever the regulation, that could give the same number (RF-13: a number is never used twice).</summary>
    public static void RefuseClashes(ImmutableArray<Regulation> regulations, string path, FaultList faults)
    {
        var all = regulations.SelectMany(regulation => regulation.Numbering.Select(rule => (regulation.Name, Rule: rule))).ToArray();
        for (var i = 0; i < all.Length; i++)
            foreach (var other in all[(i + 1)..])
                if (NumberingRule.Clashes(all[i].Rule, other.Rule))
                    faults.Add($"{path}:{other.Name}:Numbering:{other.Rule.Series}:Template", "regulation.numbers-clash", all[i].Rule.Series, all[i].Rule.Template.Notation);
    }
}
