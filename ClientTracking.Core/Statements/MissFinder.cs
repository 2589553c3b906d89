using System.Collections.Immutable;
using ClientTracking.Obligations;
using ClientTracking.Requirements;
using ClientTracking.Sanctions;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Statements;

/// <summary>Finds what was missed on one subject, and whom it is charged to. Pure: the record and the instant decide.</summary>
/// <param name="plan">The sanctions of the regulation.</param>
/// <param name="now">What is undone by then and due before is missed.</param>
internal sealed class MissFinder(SanctionPlan plan, Instant now)
{
    private static readonly RuleId HandOver = "RF-41";

    /// <summary>The time nodes a miss of which can cost anything.</summary>
    public static ImmutableHashSet<RuleId> NodesOf(SanctionPlan plan) => [.. plan.Rules.SelectMany(rule => rule.Nodes.Concat(rule.NodesOfChange))];

    /// <summary>Whether the duty by itself may be a miss; the subject tells the rest.</summary>
    public bool MayBeMissed(Obligation duty) => !duty.Clock.Missed.IsEmpty || duty.Status == ObligationStatus.Waived || IsMissed(duty);

    /// <summary>Every miss on a subject; none of what fell due before it was taken over from another system.</summary>
    public IEnumerable<Miss> On(SubjectRecord record)
    {
        if (!record.Obligations.Any(MayBeMissed) || Circumstances.Of(record) is not { } circumstances) return [];
        var handOverMissed = record.Obligations.Any(duty =>
            duty.Rule == HandOver && duty.Status != ObligationStatus.Waived && (IsMissed(duty) || !duty.Clock.Missed.IsEmpty));
        return
            from duty in record.Obligations
            where MayBeMissed(duty)
            let rule = plan.Rules.FirstOrDefault(rule => rule.AppliesTo(duty.Rule, rule.NodesOfChange.Contains(duty.Rule) && circumstances.AnnouncesChange(duty)))
            where rule is not null
            let person = ChargedFor(duty, circumstances, handOverMissed)
            where person is not null
            from miss in Of(record, duty, new Miss { Key = "", Rule = rule.Id, Person = person.Value, Subject = record.Number?.Bare })
            where !(miss.Due < record.ImportedAt)
            select miss with { Pending = circumstances.AwaitsExtension(duty) ? Pending.Extension : Pending.None };
    }

    private bool IsMissed(Obligation duty) => duty.Status switch
    {
        ObligationStatus.Open => now > duty.Due,
        ObligationStatus.Fulfilled => duty.JudgedAt > duty.Due,
        ObligationStatus.Cancelled => duty.ClosedAt > duty.Due,
        _ => false,
    };

    /// <summary>Each due instant that an extension replaced too late (CV-16), done at the approval; then the one in force.</summary>
    private IEnumerable<Miss> Of(SubjectRecord record, Obligation duty, Miss found)
    {
        var waiver = duty.Status == ObligationStatus.Waived ? WaiverOf(record, duty) : null;
        var missed = duty.Clock.Missed;
        for (var i = 0; i < missed.Length; i++)
            yield return found with { Key = MissKey.Of(record.Id, duty, i), Due = missed[i].Due, Done = missed[i].Until, Waiver = waiver };
        if (IsMissed(duty) || waiver is not null)
            yield return found with
            {
                Key = MissKey.Of(record.Id, duty, missed.Length),
                Due = duty.Due,
                Done = duty.Status switch { ObligationStatus.Fulfilled => duty.JudgedAt, ObligationStatus.Cancelled => duty.ClosedAt, _ => null },
                Waiver = waiver,
            };
    }

    private static Waiver WaiverOf(SubjectRecord record, Obligation duty)
    {
        var entry = record.Journal.Last(entry => entry.Obligations.Any(change => change.What == ObligationEvent.Waived && change.After.Id == duty.Id));
        return new(entry.By, entry.At, duty.Reason ?? entry.Name);
    }

    /// <summary>Who holds the role charged: as named when the duty arose, else as named on the subject since (nobody has collected what is only reported).</summary>
    private static PersonId? ChargedFor(Obligation duty, Circumstances circumstances, bool handOverMissed)
    {
        var role = duty.Partner is null ? duty.Responsible : RequirementSanctions.ChargedFor(duty.Rule, handOverMissed);
        var named = role == duty.Responsible ? duty.Assignee : duty.Partner!.Person;
        return named ?? circumstances.HolderOf(role).Person;
    }
}
