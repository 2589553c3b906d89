using System.Collections.Immutable;
using ClientTracking.Errors;
using NodaTime;

namespace ClientTracking.Confidentiality;

/// <content>Levels, terms, managers in charge and grants.</content>
public sealed partial class SecrecyDesk
{
    /// <summary>Raises or lowers the level, or sets another term. Grants whose granter could not give them at the new level end (CL-08).</summary>
    /// <exception cref="AccessDeniedException">Not the drafting department's head; to or from TopSecret not president or vice president.</exception>
    /// <exception cref="RuleViolationException">No reason, nothing changes, or the new term is over already (CL-08).</exception>
    public ImmutableArray<SecrecyEvent> ChangeLevel(
        Classification before, Reader by, ConfidentialityLevel level, LocalDate? lastDay, string? reason, Instant at)
    {
        if (!Enum.IsDefined(level)) throw new ArgumentOutOfRangeException(nameof(level), level, "Not a named level.");
        var (record, due) = Begin(before, at);
        Demand(by, record, AccessAction.ChangeLevel, at);
        if (level == ConfidentialityLevel.TopSecret && !by.IsLeadership) throw new AccessDeniedException("CL-08", "access.closed.no-authority");
        Reason("CL-08", reason);
        if (level == record.LevelAt(at) && (!level.IsSecrecy() || lastDay == record.Marking.LastDay))
            throw new RuleViolationException("CL-08", "secrecy.nothing-changes");
        var changed = new LevelChanged(level, lastDay, EndOf(level, lastDay, at), reason!) { At = at, By = by.Person };
        var after = changed.Apply(record).SearchFields([]);
        var ended = EndOf(record, GrantEnd.LevelChanged, by.Person, at, grant => !policy.CouldGrant(grant.Granter, after, by.Organization, at));
        return ended is null ? [.. due, changed] : [.. due, changed, ended];
    }

    /// <summary>Orders that the record stays secret after its term; only before the term ends, not at its end (CL-08).</summary>
    /// <param name="before">The secrecy.</param>
    /// <param name="by">Who orders it: the drafting department's head, president or vice president.</param>
    /// <param name="lastDay">The last day of the new term, after the present one; null: no end.</param>
    /// <param name="reason">Why.</param>
    /// <param name="at">When it is ordered.</param>
    /// <exception cref="AccessDeniedException">Somebody else orders it.</exception>
    /// <exception cref="RuleViolationException">The term is over, there is none, or the new one is no longer (CL-08).</exception>
    public Continued Continue(Classification before, Reader by, LocalDate? lastDay, string? reason, Instant at)
    {
        ArgumentNullException.ThrowIfNull(before);
        if (before.Marking.DeclassifiesAt is { } end && at >= end)
            throw new RuleViolationException("CL-08", "secrecy.too-late-to-continue", before.Marking.LastDay!.Value);
        Demand(by, before, AccessAction.Continue, at);
        if (before.Marking.LastDay is not { } last) throw new RuleViolationException("CL-08", "secrecy.no-term");
        if (lastDay <= last) throw new RuleViolationException("CL-08", "secrecy.not-longer", lastDay, last);
        return new(lastDay, EndOf(before.Marking.Level, lastDay, at), Reason("CL-08", reason)) { At = at, By = by.Person };
    }

    /// <summary>Names another manager in charge, or nobody: the present one hands over, or president or vice president decides (CL-04).</summary>
    /// <exception cref="AccessDeniedException">Somebody else names one.</exception>
    /// <exception cref="RuleViolationException">Who is named holds no office (CL-04).</exception>
    public ManagerNamed NameManager(Classification before, Reader by, PersonId? manager, Instant at)
    {
        ArgumentNullException.ThrowIfNull(before);
        Demand(by, before, AccessAction.NameManager, at);
        RequireOffice(manager, by.Organization);
        return new(manager) { At = at, By = by.Person };
    }

    /// <summary>Names somebody for the record until 24:00 of a day (CL-05).</summary>
    /// <exception cref="AccessDeniedException">The granter may name nobody for a record of this level (CL-05).</exception>
    /// <exception cref="RuleViolationException">The granter names themselves (CL-05), or the term is over already (CL-08).</exception>
    public GrantGiven Grant(Classification before, Reader by, PersonId person, LocalDate lastDay, Instant at)
    {
        ArgumentNullException.ThrowIfNull(before);
        Demand(by, before, AccessAction.Grant, at);
        if (person == by.Person) throw new RuleViolationException("CL-05", "secrecy.own-grant");
        var ends = EndOf(before.LevelAt(at), lastDay, at)!.Value;
        return new(new Grant(before.Grants.Length + 1, person, by.Person, at, lastDay, ends)) { At = at, By = by.Person };
    }

    /// <summary>Takes a grant back: who gave it, or who could give it now (CL-05).</summary>
    /// <exception cref="AccessDeniedException">Somebody else takes it back.</exception>
    /// <exception cref="RuleViolationException">There is no such grant, or it has ended (CL-05).</exception>
    public GrantEnded Revoke(Classification before, Reader by, int grant, Instant at)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(by);
        if (!before.Grants.Any(known => known.Granter == by.Person)) Demand(by, before, AccessAction.Grant, at);
        var known = before.Grants.SingleOrDefault(known => known.Id == grant);
        if (known is not { EndedAt: null } || at >= known.EndsAt) throw new RuleViolationException("CL-05", "secrecy.no-such-grant", grant);
        if (known.Granter != by.Person) Demand(by, before, AccessAction.Grant, at);
        return new([grant], GrantEnd.Revoked) { At = at, By = by.Person };
    }
}
