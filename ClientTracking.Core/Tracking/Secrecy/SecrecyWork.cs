using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Tracking.Secrecy;

/// <summary>An order about the secrecy of a subject; state and duties stay as they are.</summary>
internal sealed class SecrecyWork(ISecrecyCommand command, TrackingModel model) : Work<SecrecyOutcome>(command)
{
    public override SubjectId? Subject => command.Subject;

    public override SubjectKind? Kind => null;

    public override AccessAction? Needs => null;

    public override void Validate(FaultList faults) => command.Validate(faults);

    public override Instant NotBefore(SubjectRecord before) => before.LastAt;

    public override async Task<Carried<SecrecyOutcome>> CarryOutAsync(
        ITrackingSession session, SubjectRecord? before, Occasion occasion, CancellationToken cancellationToken)
    {
        if (occasion.Clearance is not { } clearance || model.PolicyOf(before!.Kind) is not { } policy)
            throw new RuleViolationException("CL-01", "secrecy.unregulated", before!.Kind);
        var context = new SecrecyContext(policy, before.Secrecy, before.Access, clearance.Reader, occasion.At);
        try
        {
            var happened = command.Decide(context);
            var known = policy.Decide(clearance.Reader, before.Access, command.Action, clearance.Now);
            // What was allowed by being who gave, keeps or has it is nobody's office.
            var opened = known.IsAllowed ? known : known with { IsAllowed = true, Code = "access.open.office" };
            await clearance.LogAsync(before, opened, cancellationToken).ConfigureAwait(false);
            var entry = EntryWriter.Entry(before, command.Name, occasion, this) with { Reason = command.Because, Secrecy = happened };
            var after = before.After(entry, before.State, before.Search);
            return new(new SubjectChange(before, after, NoticesOf.Entry(occasion.Tenant, after, entry)), new(before.Id, happened));
        }
        catch (AccessDeniedException denied)
        {
            await clearance.LogAsync(before, new(command.Action, false, denied.Rule, denied.Code, Standing.None), cancellationToken).ConfigureAwait(false);
            throw clearance.Hides(before) ? Clearance.Unknown(before.Id, null) : denied;
        }
        catch (RuleViolationException) when (clearance.Hides(before))
        {
            // Which rule it breaks would tell that the record exists.
            throw Clearance.Unknown(before.Id, null);
        }
    }

    public override SecrecyOutcome Repeat(SubjectRecord done, JournalEntry entry) => new(done.Id, entry.Secrecy ?? []);
}
