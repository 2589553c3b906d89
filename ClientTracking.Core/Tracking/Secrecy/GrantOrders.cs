using System.Collections.Immutable;
using ClientTracking.Confidentiality;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Tracking.Secrecy;

/// <summary>Names somebody for a record until 24:00 of a day (CL-05).</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Person">Who may read it.</param>
/// <param name="LastDay">The last day.</param>
public sealed record GrantAccess(SubjectId Subject, PersonId Person, LocalDate LastDay) : SecrecyCommand(Subject)
{
    /// <inheritdoc/>
    public override string Name => "secrecy.granted";

    /// <inheritdoc/>
    public override AccessAction Action => AccessAction.Grant;

    /// <inheritdoc/>
    public override ImmutableArray<SecrecyEvent> Decide(SecrecyContext context) =>
        [context.Desk.Grant(context.Before, context.By, Person, LastDay, context.At)];
}

/// <summary>Takes a grant back (CL-05).</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Grant">Which, by its place among the record's grants.</param>
public sealed record RevokeAccess(SubjectId Subject, int Grant) : SecrecyCommand(Subject)
{
    /// <inheritdoc/>
    public override string Name => "secrecy.revoked";

    /// <inheritdoc/>
    public override AccessAction Action => AccessAction.Grant;

    /// <inheritdoc/>
    public override ImmutableArray<SecrecyEvent> Decide(SecrecyContext context) =>
        [context.Desk.Revoke(context.Before, context.By, Grant, context.At)];
}

/// <summary>Appoints a custodian (CL-09).</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Custodian">Who is to keep it.</param>
public sealed record AppointCustodian(SubjectId Subject, PersonId Custodian) : SecrecyCommand(Subject)
{
    /// <inheritdoc/>
    public override string Name => "secrecy.custodian-appointed";

    /// <inheritdoc/>
    public override AccessAction Action => AccessAction.AppointCustodian;

    /// <inheritdoc/>
    public override ImmutableArray<SecrecyEvent> Decide(SecrecyContext context) =>
        [context.Desk.AppointCustodian(context.Before, context.By, Custodian, context.At)];
}

/// <summary>The custodian appointed last takes the record over (CL-09).</summary>
/// <param name="Subject">The subject.</param>
public sealed record TakeCustody(SubjectId Subject) : SecrecyCommand(Subject)
{
    /// <inheritdoc/>
    public override string Name => "secrecy.custody-taken";

    /// <inheritdoc/>
    public override AccessAction Action => AccessAction.ReadHeader;

    /// <inheritdoc/>
    public override ImmutableArray<SecrecyEvent> Decide(SecrecyContext context) => [SecrecyDesk.TakeOver(context.Before, context.By, context.At)];
}
