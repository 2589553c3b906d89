using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Tracking;

/// <summary>One command as the pipeline sees it, whatever it acts on.</summary>
internal abstract class Work<TResult>(ICommand<TResult> command)
{
    public string Name { get; } = command.GetType().Name;

    public CommandId? Id => command.CommandId;

    public Instant? At => command.At;

    /// <summary>The subject it acts on; none brings a new one to life.</summary>
    public abstract SubjectId? Subject { get; }

    /// <summary>What the subject must be for this command, named in refusals.</summary>
    public abstract SubjectKind? Kind { get; }

    public virtual AccessRule? Access => null;

    /// <summary>Whether it looks something up first, and so finds at the next attempt what another one has brought to life meanwhile.</summary>
    public virtual bool LooksFirst => false;

    /// <summary>What the acting person must be allowed to do with the subject before anything else is looked at; null: the work asks itself.</summary>
    public virtual AccessAction? Needs => AccessAction.Read;

    public abstract void Validate(FaultList faults);

    /// <summary>The command with what it looked up, in the session it will be committed in.</summary>
    public virtual Task<Work<TResult>> PrepareAsync(ITrackingSession session, Occasion occasion, CancellationToken cancellationToken) =>
        Task.FromResult(this);

    public abstract Instant NotBefore(SubjectRecord before);

    /// <summary>The change to commit and the answer, or how they are made with the number that is theirs.</summary>
    public abstract Task<Carried<TResult>> CarryOutAsync(
        ITrackingSession session, SubjectRecord? before, Occasion occasion, CancellationToken cancellationToken);

    /// <summary>The answer the command got when it was first carried out.</summary>
    public abstract TResult Repeat(SubjectRecord done, JournalEntry entry);

    /// <summary>The same answer with no more than who asks may know by now.</summary>
    public virtual Task<TResult> RepeatAsync(
        ITrackingSession session, SubjectRecord done, JournalEntry entry, Occasion occasion, CancellationToken cancellationToken) =>
        Task.FromResult(Repeat(done, entry));
}
