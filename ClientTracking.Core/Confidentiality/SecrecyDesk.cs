using System.Collections.Immutable;
using ClientTracking.Errors;
using NodaTime;

namespace ClientTracking.Confidentiality;

/// <summary>
/// Carries out what people order about a record's secrecy (保密管理). Pure: each order gives the events that happened, or is refused with the rule
/// it breaks.
/// An order after the end of a term first puts that end on record.
/// </summary>
/// <param name="policy">Who may do what.</param>
public sealed partial class SecrecyDesk(AccessPolicy policy)
{
    private ConfidentialityRules Rules => policy.Rules;

    /// <summary>Marks a record when it is made: the drafting department's own level and term, else the default (CL-02, CL-03).</summary>
    /// <returns>The first event; null where the record has no default and nobody marks a level, so that it is outside the regime.</returns>
    /// <exception cref="RuleViolationException">
    /// The level is below the default (CL-02), the manager in charge holds no office (CL-04), or the term is over already or has no level to
    /// end (CL-08).
    /// </exception>
    public Marked? Mark(NewRecord record, Reader by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(by);
        if (record.Level is { } asked && !Enum.IsDefined(asked)) throw new ArgumentOutOfRangeException(nameof(record), asked, "Not a named level.");
        var least = Rules.DefaultOf(record.Kind, record.Categories);
        if ((record.Level ?? least?.Level) is not { } level) return null;
        if (least is not null && !level.IsAtLeast(least.Level))
            throw new RuleViolationException("CL-02", "secrecy.below-default", Word(level), Word(least.Level));
        RequireOffice(record.ManagerInCharge, by.Organization);
        var lastDay = record.LastDay ?? (level.IsSecrecy() && least?.Term is { } term ? Rules.DayOf(at) + term : null);
        return new(new Classification
        {
            Kind = record.Kind,
            Drafter = by.Person,
            Department = by.Actor.Department,
            ManagerInCharge = record.ManagerInCharge,
            MinimumRank = Rules.Of(record.Kind)?.MinimumRank,
            Certificate = record.Certificate,
            Markings = [new(level, lastDay, EndOf(level, lastDay, at), at, by.Person, null)],
        })
        { At = at, By = by.Person };
    }

    /// <summary>
    /// What is due by itself: the end of the term, and the grants whose granter lost the office that let them give them. For the job; run
    /// twice, it gives nothing.
    /// </summary>
    /// <param name="before">The secrecy.</param>
    /// <param name="organization">Who holds which office now.</param>
    /// <param name="now">The instant of the run.</param>
    public ImmutableArray<SecrecyEvent> Settle(Classification before, Organization organization, Instant now)
    {
        ArgumentNullException.ThrowIfNull(before);
        var due = Due(before, now);
        if (due is not null) return [due];
        var fields = before.SearchFields([]);
        if (!before.LevelAt(now).IsSecrecy()) return [];
        var ended = EndOf(before, GrantEnd.GranterLeft, Actor.System.Id, now, grant => !policy.CouldGrant(grant.Granter, fields, organization, now));
        return ended is null ? [] : [ended];
    }

    /// <summary>The end of a term that is over and not on record; a fact of the record itself, whatever regulation governs it now.</summary>
    internal static Declassified? Due(Classification before, Instant at) =>
        before.Marking.EndsUnrecorded is { } end && at >= end
            ? new(at) { At = end, By = Actor.System.Id }
            : null;

    private static GrantEnded? EndOf(Classification before, GrantEnd why, PersonId by, Instant at, Func<Grant, bool> which)
    {
        ImmutableArray<int> ended =
            [.. before.Grants.Where(grant => grant.EndedAt is null && at < grant.EndsAt && which(grant)).Select(grant => grant.Id)];
        return ended.IsEmpty ? null : new(ended, why) { At = at, By = by };
    }

    /// <summary>The secrecy with the end of its term put on record where that is due, and the event that did it.</summary>
    private static (Classification Before, ImmutableArray<SecrecyEvent> Due) Begin(Classification before, Instant at)
    {
        ArgumentNullException.ThrowIfNull(before);
        var due = Due(before, at);
        return due is null ? (before, []) : (due.Apply(before), [due]);
    }

    private AccessDecision Demand(Reader by, Classification record, AccessAction action, Instant at)
    {
        ArgumentNullException.ThrowIfNull(by);
        var fields = record.SearchFields([]);
        var decision = policy.Decide(by, fields, action, at);
        return decision.IsAllowed ? decision : throw decision.ToDenied(policy.VisibilityOf(by, fields, at));
    }

    private Instant? EndOf(ConfidentialityLevel level, LocalDate? lastDay, Instant at)
    {
        if (lastDay is not { } day) return null;
        if (!level.IsSecrecy()) throw new RuleViolationException("CL-08", "secrecy.term-without-secret", Word(level));
        var end = Rules.EndOf(day);
        return end > at ? end : throw new RuleViolationException("CL-08", "secrecy.term-over", day);
    }

    /// <summary>Nobody becomes manager in charge by being called so.</summary>
    private static void RequireOffice(PersonId? manager, Organization organization)
    {
        if (manager is { } named && organization.RankOf(named) == Rank.Staff) throw new RuleViolationException("CL-04", "secrecy.no-manager", named);
    }

    private static Term Word(ConfidentialityLevel level) => new($"level.{level}");

    private static string Reason(RuleId rule, string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? throw new RuleViolationException(rule, "secrecy.reason-missing") : reason;
}
