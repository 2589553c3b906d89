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

    public override async Task<(SubjectChange? Change, SecrecyOutcome Answer)> CarryOutAsync(
        ITrackingSession session, SubjectRecord? before, Occasion occasion, CancellationToken cancellationToken)
    {
        if (occasion.Clearance is not { } clearance || model.PolicyOf(before!.Kind) is not { } policy)
            throw new RuleViolationException("CL-01", "secrecy.unregulated", before!.Kind);
        var context = new SecrecyContext(policy, before.Secrecy, before.Access, clearance.Reader, occasion.At);
        var hidden = clearance.Hides(before);
        try
        {
            var happened = command.Decide(context);
            var entry = EntryWriter.Entry(before, command.Name, occasion, this) with { Reason = command.Because, Secrecy = happened };
            var after = before.After(entry, before.State, before.Search);
            await Task.CompletedTask.ConfigureAwait(false);
            return (new(before, after, NoticesOf.Entry(occasion.Tenant, after, entry)), new(before.Id, happened));
        }
        catch (Exception e) when (hidden && e is (AccessDeniedException or RuleViolationException))
        {
            // Why it is refused would tell that the record exists.
            throw Clearance.Unknown(before.Id, null);
        }
    }

    public override SecrecyOutcome Repeat(SubjectRecord done, JournalEntry entry) => new(done.Id, entry.Secrecy ?? []);
}
