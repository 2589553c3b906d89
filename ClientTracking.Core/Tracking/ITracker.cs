using ClientTracking.Errors;
using ClientTracking.Subjects;

namespace ClientTracking.Tracking;

/// <summary>Carries out commands and answers queries, for the acting person and tenant the host supplies.</summary>
public interface ITracker
{
    /// <summary>Carries out a command: checked, permitted, decided, planned and stored in one commit, or refused with nothing changed.</summary>
    /// <exception cref="InvalidRequestException">The command is malformed; every fault is listed.</exception>
    /// <exception cref="AccessDeniedException">The acting person may not send it.</exception>
    /// <exception cref="RuleViolationException">A rule of the regulation forbids it.</exception>
    /// <exception cref="ConcurrencyConflictException">Others kept changing the same subject, through every retry.</exception>
    /// <exception cref="StorageUnavailableException">The store did not finish; repeat it with the same command id.</exception>
    Task<TResult> SendAsync<TResult>(ICommand<TResult> command, CancellationToken cancellationToken = default);

    /// <summary>Answers a query.</summary>
    /// <exception cref="InvalidRequestException">The query is malformed.</exception>
    /// <exception cref="StorageUnavailableException">The store did not answer.</exception>
    Task<TResult> QueryAsync<TResult>(IQuery<TResult> query, CancellationToken cancellationToken = default);
}
