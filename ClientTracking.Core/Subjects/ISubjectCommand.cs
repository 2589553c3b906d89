using System.Collections.Immutable;
using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using NodaTime;

namespace ClientTracking.Subjects;

/// <summary>A command on one subject. Everything in it is pure, so a conflict is retried safely.</summary>
/// <typeparam name="TState">The immutable state of the kind.</typeparam>
/// <typeparam name="TResult">The answer.</typeparam>
public interface ISubjectCommand<TState, TResult> : ICommand<TResult> where TState : class
{
    /// <summary>The subject it acts on; none brings a new one to life.</summary>
    SubjectId? Subject { get; }

    /// <summary>Who may send it; none: anybody.</summary>
    AccessRule? Access => null;

    /// <summary>
    /// How a new subject is marked: level, term, manager in charge (定密, CL-03); none: as its kind is by default. Asked only for a new one, and
    /// only under a confidentiality regulation.
    /// </summary>
    NewRecord? Marking => null;

    /// <summary>Adds every fault of form, each with its path.</summary>
    void Validate(FaultList faults);

    /// <summary>The earliest instant it may have happened at: that of the entry it answers, by default the last.</summary>
    Instant NotBefore(Subject<TState> subject) => subject.Record.LastAt;

    /// <summary>The other subjects it speaks of. That they exist is checked before it is decided, and they are there to read then.</summary>
    ImmutableArray<SubjectReference> References => [];

    /// <summary>Decides what happens.</summary>
    /// <param name="subject">The subject as it is; null for a new one.</param>
    /// <param name="context">When, by whom, under which regulation.</param>
    /// <returns>The event; none where there is nothing to do, and then nothing is written.</returns>
    /// <exception cref="RuleViolationException">A rule forbids it.</exception>
    /// <exception cref="AccessDeniedException">The acting person may not do it on this subject.</exception>
    ISubjectEvent<TState>? Decide(Subject<TState>? subject, DecisionContext context);

    /// <summary>The answer, from the subject as this command left it; a repetition of the command gets the same.</summary>
    TResult Answer(Subject<TState> after);

    /// <inheritdoc/>
    Task<TResult> ICommand<TResult>.AcceptAsync(ICommandExecutor executor, CancellationToken cancellationToken) =>
        executor.ExecuteAsync(this, cancellationToken);
}

/// <summary>Another subject a command speaks of.</summary>
/// <param name="Path">Where in the command, for the fault when there is none.</param>
/// <param name="Kind">What it must be.</param>
/// <param name="Subject">Its id.</param>
public readonly record struct SubjectReference(string Path, SubjectKind Kind, SubjectId Subject);
