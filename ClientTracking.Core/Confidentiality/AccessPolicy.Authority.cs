using NodaTime;
using static ClientTracking.Confidentiality.Standing;

namespace ClientTracking.Confidentiality;

/// <content>Who may do something about a record's secrecy.</content>
public sealed partial class AccessPolicy
{
    /// <summary>The rule by which a copy or loan is approved; null where nobody's approval is needed.</summary>
    public HandOutRule? HandOutRuleOf(AccessFields record, HandOutForm form, Instant now)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Certificate is not { } certificate) return RuleOf(record, now)?.HandOut;
        return form == HandOutForm.Copy && certificate is CertificateKind.BusinessLicence or CertificateKind.OrganisationCode
            ? Rules.LicenceCopies
            : Rules.Certificates;
    }

    /// <summary>Whether somebody could name people for the record now, so that what they granted still counts (CL-05).</summary>
    public bool CouldGrant(PersonId granter, AccessFields record, Organization organization, Instant now) =>
        RuleOf(record, now) is { } rule && Facts(new(new Actor(granter, null), organization), record, now, rule).CouldGrant(granter);

    private AccessDecision Act(Reader reader, AccessFields record, AccessAction action, Instant now)
    {
        var (rule, who) = WhoMay(record, action, now);
        if (who == None) return Closed(action, rule, "access.closed.nothing-to-do");
        var by = Facts(reader, record, now, null).First(who);
        return by == None ? Closed(action, rule, "access.closed.no-authority") : Open(action, by, rule, "access.open.office");
    }

    /// <summary>Whose the action is; nobody's where there is nothing to do outside the regime.</summary>
    private (RuleId Rule, Standing Who) WhoMay(AccessFields record, AccessAction action, Instant now)
    {
        var rule = RuleOf(record, now);
        return action switch
        {
            AccessAction.Grant => ("CL-05", rule?.Granters ?? None),
            AccessAction.ReviewCopy => HandOut(HandOutForm.Copy, handOut => handOut.Reviewers),
            AccessAction.ReviewLoan => HandOut(HandOutForm.Loan, handOut => handOut.Reviewers),
            AccessAction.ApproveCopy => HandOut(HandOutForm.Copy, handOut => handOut.Approvers),
            AccessAction.ApproveLoan => HandOut(HandOutForm.Loan, handOut => handOut.Approvers),
            AccessAction.ChangeLevel => ("CL-08", rule?.Level == ConfidentialityLevel.TopSecret ? Leadership : DepartmentHead | Leadership),
            AccessAction.Continue => ("CL-08", rule is null ? None : DepartmentHead | Leadership),
            AccessAction.NameManager => ("CL-04", rule is null ? None : ((rule.Readers | rule.Granters) & ManagerInCharge) | Leadership),
            AccessAction.AppointCustodian => ("CL-09", rule is null ? None : GeneralManager),
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Not a named value."),
        };

        (RuleId, Standing) HandOut(HandOutForm form, Func<HandOutRule, Standing> whose) =>
            HandOutRuleOf(record, form, now) is { } handOut ? (handOut.Rule, whose(handOut)) : ("CL-06", None);
    }
}
