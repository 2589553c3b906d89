using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Obligations;

namespace ClientTracking.Subjects;

/// <summary>A command on what is owed on one subject, whatever its kind. Everything in it is pure, so a conflict is retried safely.</summary>
/// <typeparam name="TResult">The answer.</typeparam>
public interface IDutyCommand<TResult> : ICommand<TResult>
{
    /// <summary>The subject it acts on.</summary>
    SubjectId Subject { get; }

    /// <summary>The name the journal shows.</summary>
    string Name { get; }

    /// <summary>Why.</summary>
    string? Because { get; }

    /// <summary>The version of the regulation that governs the subject from now on; none: as before.</summary>
    int? RegulationVersion => null;

    /// <summary>Adds every fault of form, each with its path.</summary>
    void Validate(FaultList faults);

    /// <summary>Decides what happens to the obligations; nothing at all where there is nothing to change.</summary>
    /// <param name="subject">The subject as it is.</param>
    /// <param name="context">When, by whom, under which regulation: the version of <see cref="RegulationVersion"/>, where it names one.</param>
    /// <exception cref="RuleViolationException">A rule forbids it.</exception>
    /// <exception cref="AccessDeniedException">The acting person has none of the roles the regulation asks for.</exception>
    ImmutableArray<ObligationChange> Decide(SubjectRecord subject, DecisionContext context);

    /// <summary>The answer, from the subject as this command left it; a repetition of the command gets the same.</summary>
    TResult Answer(SubjectRecord after);

    /// <inheritdoc/>
    Task<TResult> ICommand<TResult>.AcceptAsync(ICommandExecutor executor, CancellationToken cancellationToken) =>
        executor.ExecuteAsync(this, cancellationToken);
}
