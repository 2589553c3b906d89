using ClientTracking.Obligations;
using NodaTime;

namespace ClientTracking.Tracking;

/// <summary>The host's answer to who does a duty when it arises: whoever the subject names, or who stands in for an absent or departed one.</summary>
/// <remarks>
/// Asked once for each role that a command makes owe something, before anything is decided. A person without a client of their own, away or
/// gone is stood in for (a reporter by the head of promotion, RF-35); a role for which the subject names nobody may be given its holder.
/// </remarks>
public interface ISubstitutes
{
    /// <summary>Who is to do it.</summary>
    /// <param name="role">The role that owes it.</param>
    /// <param name="named">Whom the subject names; nobody where it knows only the role.</param>
    /// <param name="at">When the duty arises.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<Holder> FindAsync(Role role, Holder named, Instant at, CancellationToken cancellationToken);
}

/// <summary>Where a host names no substitutes, everybody does what is theirs.</summary>
internal sealed class NobodyAway : ISubstitutes
{
    public ValueTask<Holder> FindAsync(Role role, Holder named, Instant at, CancellationToken cancellationToken) => new(named);
}
