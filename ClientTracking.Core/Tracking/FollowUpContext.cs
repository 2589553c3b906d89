using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClientTracking.Deadlines;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Tracking;

/// <summary>What a follow-up may use.</summary>
public sealed class FollowUpContext
{
    private readonly ITrackingStore _store;
    private readonly ICommandExecutor _executor;

    internal FollowUpContext(
        ITrackingStore store, ICommandExecutor executor, TrackingModel model, TenantId tenant, SubjectRecord subject, JournalEntry cause, Instant now)
    {
        (_store, _executor) = (store, executor);
        (Model, Tenant, Subject, Cause, Now) = (model, tenant, subject, cause, now);
    }

    /// <summary>The kinds and regulations in force.</summary>
    public TrackingModel Model { get; }

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>The subject it happened on, as it is stored now or was right after it.</summary>
    public SubjectRecord Subject { get; }

    /// <summary>What happened.</summary>
    public JournalEntry Cause { get; }

    /// <summary>When it runs, by the host's clock: right after the cause, or much later where a notice is delivered again.</summary>
    public Instant Now { get; }

    /// <summary>Counts periods on the tenant's calendar.</summary>
    public DeadlineCalculator Deadlines => Model.Deadlines(Tenant);

    /// <summary>Reads in a session of its own.</summary>
    public async Task<T> ReadAsync<T>(Func<ITrackingSession, Task<T>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var session = _store.OpenSession(Tenant);
        await using var _ = session.ConfigureAwait(false);
        return await read(session).ConfigureAwait(false);
    }

    /// <summary>Carries out a command for whoever caused it, at the instant of the cause or, where more has happened since, right after that.</summary>
    /// <exception cref="ArgumentException">The command has no id, so that running again would do it again.</exception>
    public Task<TResult> SendAsync<TResult>(ICommand<TResult> command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (command.CommandId is null) throw new ArgumentException("What follows carries an id derived from its cause; take IdFor or IdOf.", nameof(command));
        return command.AcceptAsync(_executor, cancellationToken);
    }

    /// <summary>The id of what follows from this cause on a subject: the same whenever it is derived.</summary>
    public CommandId IdFor(string what, SubjectId on) => IdOf(string.Create(CultureInfo.InvariantCulture, $"{Subject.Id}/{Cause.Sequence}/{what}/{on}"));

    /// <summary>The id of something that is to be done once in the tenant, whatever causes it.</summary>
    public static CommandId IdOf(string what) => new($"follows-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)).AsSpan(0, 16))}");
}
