using ClientTracking.Requirements;
using ClientTracking.Tracking;

namespace ClientTracking.Bugs;

/// <summary>Lets a requirement refer back to the bug it was at first.</summary>
public sealed class BugFollowUp : FollowUp
{
    /// <inheritdoc/>
    public override bool Concerns(SubjectKind kind, string name) => kind == BugKind.Instance.Kind && name == BugLinked.Trigger;

    /// <inheritdoc/>
    public override Task RunAsync(FollowUpContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var requirement = BugKind.Instance.Replay(context.Subject, context.Cause.Sequence).State.Requirement!.Value;
        return context.SendAsync(
            new ReferToBug(requirement, context.Subject.Id, context.Subject.Number?.Text) { CommandId = context.IdFor("refer", requirement) }, cancellationToken);
    }
}
