using System.Collections.Immutable;
using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using ClientTracking.Subjects;

namespace ClientTracking.Tracking.Secrecy;

/// <summary>Asks for a copy, loan or permission to read (CL-06); who may not know of the record cannot ask for it.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Form">What is asked for.</param>
/// <param name="Recipient">Who is to get it.</param>
/// <param name="Reason">Why it cannot be avoided.</param>
public sealed record RequestHandOut(SubjectId Subject, HandOutForm Form, PersonId Recipient, string Reason) : SecrecyCommand(Subject)
{
    /// <inheritdoc/>
    public override string Name => "secrecy.hand-out-requested";

    /// <inheritdoc/>
    public override AccessAction Action => AccessAction.Find;

    /// <inheritdoc/>
    public override string? Because => Reason;

    /// <inheritdoc/>
    public override void Validate(FaultList faults)
    {
        if (!Enum.IsDefined(Form)) faults.Add("form", "request.required");
    }

    /// <inheritdoc/>
    public override ImmutableArray<SecrecyEvent> Decide(SecrecyContext context)
    {
        var known = context.Policy.Decide(context.By, context.Access, AccessAction.Find, context.At);
        if (!known.IsAllowed) throw known.ToDenied(Visibility.Hidden);
        return [context.Desk.Request(context.Before, context.By, Form, Recipient, Reason, context.At)];
    }
}

/// <summary>Reviews a copy or loan, where the rule asks for a review.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="HandOut">Which, by its place among the record's copies and loans.</param>
/// <param name="Form">What it is.</param>
public sealed record ReviewHandOut(SubjectId Subject, int HandOut, HandOutForm Form) : SecrecyCommand(Subject)
{
    /// <inheritdoc/>
    public override string Name => "secrecy.hand-out-reviewed";

    /// <inheritdoc/>
    public override AccessAction Action => Form == HandOutForm.Copy ? AccessAction.ReviewCopy : AccessAction.ReviewLoan;

    /// <inheritdoc/>
    public override ImmutableArray<SecrecyEvent> Decide(SecrecyContext context) =>
        [context.Desk.Review(context.Before, context.By, HandOut, context.At)];
}

/// <summary>Approves or refuses a copy or loan (CL-06, CL-07).</summary>
/// <param name="Subject">The subject.</param>
/// <param name="HandOut">Which, by its place among the record's copies and loans.</param>
/// <param name="Form">What it is.</param>
/// <param name="Number">The copy's own number; none: refused.</param>
/// <param name="Custodian">Who keeps the copy; none: its recipient.</param>
public sealed record DecideHandOut(SubjectId Subject, int HandOut, HandOutForm Form, string? Number, PersonId? Custodian = null) : SecrecyCommand(Subject)
{
    /// <inheritdoc/>
    public override string Name => "secrecy.hand-out-decided";

    /// <inheritdoc/>
    public override AccessAction Action => Form == HandOutForm.Copy ? AccessAction.ApproveCopy : AccessAction.ApproveLoan;

    /// <inheritdoc/>
    public override void Validate(FaultList faults)
    {
        if (Number is not null && string.IsNullOrWhiteSpace(Number)) faults.Add("number", "request.required");
    }

    /// <inheritdoc/>
    public override ImmutableArray<SecrecyEvent> Decide(SecrecyContext context)
    {
        if (Number is null) return [context.Desk.Refuse(context.Before, context.By, HandOut, context.At)];
        // Roles of the recipient are not known here; what only they would open stays closed.
        var asked = context.Before.HandOuts.FirstOrDefault(known => known.Id == HandOut)?.Recipient ?? context.By.Person;
        var recipient = new Reader(new Actor(asked, null), context.By.Organization);
        return [context.Desk.Approve(context.Before, context.By, HandOut, recipient, Number, Custodian ?? asked, context.Access, context.At)];
    }
}

/// <summary>Notes that a copy or loan is back or destroyed (CL-06).</summary>
/// <param name="Subject">The subject.</param>
/// <param name="HandOut">Which, by its place among the record's copies and loans.</param>
public sealed record ReturnHandOut(SubjectId Subject, int HandOut) : SecrecyCommand(Subject)
{
    /// <inheritdoc/>
    public override string Name => "secrecy.hand-out-returned";

    /// <inheritdoc/>
    public override AccessAction Action => AccessAction.ReadHeader;

    /// <inheritdoc/>
    public override ImmutableArray<SecrecyEvent> Decide(SecrecyContext context) =>
        [SecrecyDesk.Return(context.Before, context.By, HandOut, context.At)];
}
