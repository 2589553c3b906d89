namespace ClientTracking.Tracking;

/// <summary>
/// What a thing that happened on one subject makes the engine do on others (后续处理): a meeting's decisions are entered on each requirement, say.
/// </summary>
/// <remarks>
/// It runs right after the commit, so that the sender finds it done, and again when the notice is delivered, so that a crash in between leaves
/// nothing undone; on stores that commit one subject at a time too. It looks at how things stand now, and every command it sends carries an id
/// derived from what caused it: run twice, it does nothing twice. What goes on by itself is journaled under the person who caused it.
/// </remarks>
public abstract class FollowUp
{
    /// <summary>Whether something follows from this: the name of a notice on a subject of this kind.</summary>
    public abstract bool Concerns(SubjectKind kind, string name);

    /// <summary>Does what is not done yet.</summary>
    public abstract Task RunAsync(FollowUpContext context, CancellationToken cancellationToken);
}
