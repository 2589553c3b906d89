using System.Collections.Immutable;
using ClientTracking.Confidentiality;
using ClientTracking.Errors;

namespace ClientTracking.Storage;

/// <summary>The access logs of subjects (知悉日志, CL-11): append-only, one hash chain a subject, apart from the subject's own version.</summary>
/// <remarks>
/// The head is kept apart from the entries, so that a cut tail shows. Nothing is ever changed or removed through it; what a store reads back is what is
/// there, also when somebody changed it behind the engine's back: judging that is <see cref="AccessLog.Verify"/>'s.
/// </remarks>
public interface IAccessLogStore
{
    /// <summary>The head of a subject's log; null where there is no entry yet.</summary>
    Task<LogHead?> FindHeadAsync(TenantId tenant, SubjectId subject, CancellationToken cancellationToken);

    /// <summary>Adds an entry and moves the head to it, both or neither.</summary>
    /// <exception cref="ConcurrencyConflictException">The head is not the one the entry follows: somebody was faster, and the chain does not fork.</exception>
    Task AppendAsync(AccessEntry entry, CancellationToken cancellationToken);

    /// <summary>The entries of a subject behind a place, in the order of their sequence.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="after">The last sequence seen; 0: from the beginning.</param>
    /// <param name="most">The most entries wanted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<ImmutableArray<AccessEntry>> ReadAsync(TenantId tenant, SubjectId subject, long after, int most, CancellationToken cancellationToken);
}
