using ClientTracking.Errors;
using NodaTime;

namespace ClientTracking.Confidentiality;

/// <content>Custody, copies and loans.</content>
public sealed partial class SecrecyDesk
{
    /// <summary>Appoints a custodian (CL-09).</summary>
    /// <exception cref="AccessDeniedException">Not the company's general manager, president or vice president.</exception>
    public CustodianAppointed AppointCustodian(Classification before, Reader by, PersonId custodian, Instant at)
    {
        ArgumentNullException.ThrowIfNull(before);
        Demand(by, before, AccessAction.AppointCustodian, at);
        return new(custodian) { At = at, By = by.Person };
    }

    /// <summary>The custodian appointed last takes the record over (CL-09).</summary>
    /// <exception cref="RuleViolationException">Somebody else does, or it was taken over already.</exception>
    public static CustodyTaken TakeOver(Classification before, Reader by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(by);
        return before.Custodies.LastOrDefault() is { TakenOverAt: null } waiting && waiting.Custodian == by.Person
            ? new() { At = at, By = by.Person }
            : throw new RuleViolationException("CL-09", "secrecy.not-appointed");
    }

    /// <summary>Asks for a copy, loan or permission to read, for oneself or for somebody else. Anybody may ask; nothing is shown by it.</summary>
    /// <exception cref="RuleViolationException">No reason is given (CL-06), or nobody's approval is needed.</exception>
    public HandOutRequested Request(Classification before, Reader by, HandOutForm form, PersonId recipient, string? reason, Instant at)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(by);
        if (!Enum.IsDefined(form)) throw new ArgumentOutOfRangeException(nameof(form), form, "Not a named value.");
        if (policy.HandOutRuleOf(before.SearchFields([]), form, at) is not { } rule)
            throw new RuleViolationException("CL-06", "secrecy.needs-no-approval");
        var handOut = new HandOut(before.HandOuts.Length + 1, form, recipient, by.Person, at, Reason(rule.Rule, reason));
        return new(handOut) { At = at, By = by.Person };
    }

    /// <summary>Reviews a copy or loan, where the rule asks for it.</summary>
    /// <exception cref="AccessDeniedException">The review is not this person's.</exception>
    /// <exception cref="RuleViolationException">It does not wait for one.</exception>
    public HandOutReviewed Review(Classification before, Reader by, int handOut, Instant at)
    {
        ArgumentNullException.ThrowIfNull(before);
        var pending = Pending(before, handOut);
        Demand(by, before, pending.Form == HandOutForm.Copy ? AccessAction.ReviewCopy : AccessAction.ReviewLoan, at);
        if (pending.ReviewedBy is not null) throw new RuleViolationException("CL-06", "secrecy.no-such-hand-out", handOut);
        return new(handOut) { At = at, By = by.Person };
    }

    /// <summary>Approves a copy or loan; it gets its own number and a custodian and is kept like the original (CL-06, CL-07).</summary>
    /// <param name="before">The secrecy.</param>
    /// <param name="by">Who approves.</param>
    /// <param name="handOut">Which.</param>
    /// <param name="recipient">Who gets it, as they stand now: they must be entitled to read, except under CL-07.</param>
    /// <param name="number">Its number; no other copy of the record has it.</param>
    /// <param name="custodian">Who keeps it.</param>
    /// <param name="original">The record's search fields with its participants.</param>
    /// <param name="at">When.</param>
    /// <exception cref="AccessDeniedException">The approval is not this person's.</exception>
    /// <exception cref="RuleViolationException">
    /// It does not wait for one, its review is missing, its recipient may not read, or the number is taken.
    /// </exception>
    public HandOutDecided Approve(
        Classification before, Reader by, int handOut, Reader recipient, string number, PersonId custodian, AccessFields original, Instant at)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(recipient);
        ArgumentException.ThrowIfNullOrWhiteSpace(number);
        var pending = MayDecide(before, by, handOut, at);
        if (pending.Recipient != recipient.Person) throw new ArgumentException("Somebody else asked to get it.", nameof(recipient));
        if (policy.HandOutRuleOf(original, pending.Form, at) is not { } rule) throw new RuleViolationException("CL-06", "secrecy.needs-no-approval");
        if (rule.Reviewers != Standing.None && pending.ReviewedBy is null) throw new RuleViolationException(rule.Rule, "secrecy.review-missing");
        if (rule.OnlyToReaders && !policy.Decide(recipient, original, AccessAction.Read, at).IsAllowed)
            throw new RuleViolationException(rule.Rule, "secrecy.recipient-not-entitled");
        if (before.HandOuts.Any(other => other.Number == number)) throw new RuleViolationException(rule.Rule, "secrecy.copy-number-taken", number);
        return new(handOut, number, custodian) { At = at, By = by.Person };
    }

    /// <summary>Refuses a copy or loan.</summary>
    /// <exception cref="AccessDeniedException">The decision is not this person's.</exception>
    /// <exception cref="RuleViolationException">It does not wait for one.</exception>
    public HandOutDecided Refuse(Classification before, Reader by, int handOut, Instant at)
    {
        ArgumentNullException.ThrowIfNull(before);
        MayDecide(before, by, handOut, at);
        return new(handOut, null, null) { At = at, By = by.Person };
    }

    /// <summary>Notes that a copy or loan is back or destroyed: its custodian, its recipient or the custodian of the original says so.</summary>
    /// <exception cref="RuleViolationException">It is not out, or somebody else says so (CL-06).</exception>
    public static HandOutReturned Return(Classification before, Reader by, int handOut, Instant at)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(by);
        var known = before.HandOuts.SingleOrDefault(known => known.Id == handOut);
        return known is { IsOut: true } && (by.Person == known.Custodian || by.Person == known.Recipient || by.Person == before.Custodian)
            ? new(handOut) { At = at, By = by.Person }
            : throw new RuleViolationException("CL-06", "secrecy.no-such-hand-out", handOut);
    }

    private HandOut MayDecide(Classification before, Reader by, int handOut, Instant at)
    {
        var pending = Pending(before, handOut);
        Demand(by, before, pending.Form == HandOutForm.Copy ? AccessAction.ApproveCopy : AccessAction.ApproveLoan, at);
        return pending;
    }

    private static HandOut Pending(Classification before, int handOut) =>
        before.HandOuts.SingleOrDefault(known => known.Id == handOut) is { IsPending: true } pending
            ? pending
            : throw new RuleViolationException("CL-06", "secrecy.no-such-hand-out", handOut);
}
