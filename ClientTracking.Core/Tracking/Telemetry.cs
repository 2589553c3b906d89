using System.Diagnostics;
using System.Diagnostics.Metrics;
using ClientTracking.Errors;

namespace ClientTracking.Tracking;

/// <summary>Traces and metrics of the engine; both have the name <see cref="Name"/>. Names no client, no person and no content.</summary>
/// <remarks>
/// Metrics: <c>client_tracking.commands</c> (by command and outcome), <c>client_tracking.command.duration</c> (s), <c>client_tracking.conflicts</c>,
/// <c>client_tracking.sweep.duration</c> (s), <c>client_tracking.sweep.notices</c>, <c>client_tracking.outbox.deliveries</c> (by outcome) and
/// <c>client_tracking.outbox.lag</c> (s, from what happened to its delivery).
/// </remarks>
public sealed class Telemetry : IDisposable
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "ClientTracking";

    private static readonly ActivitySource Source = new(Name);
    private readonly Counter<long> _commands;
    private readonly Histogram<double> _commandDuration;
    private readonly Counter<long> _conflicts;
    private readonly Histogram<double> _sweepDuration;
    private readonly Counter<long> _swept;
    private readonly Counter<long> _deliveries;
    private readonly Histogram<double> _lag;

    /// <summary>Creates the instruments; those of one container are told from those of another by its factory.</summary>
    public Telemetry(IMeterFactory? meters = null)
    {
        Meter = meters?.Create(Name) ?? new Meter(Name);
        _commands = Meter.CreateCounter<long>("client_tracking.commands", "{command}", "Commands carried out or refused.");
        _commandDuration = Meter.CreateHistogram<double>("client_tracking.command.duration", "s", "How long a command took, repetitions included.");
        _conflicts = Meter.CreateCounter<long>("client_tracking.conflicts", "{conflict}", "Attempts that met a concurrent change.");
        _sweepDuration = Meter.CreateHistogram<double>("client_tracking.sweep.duration", "s", "How long a sweep took.");
        _swept = Meter.CreateCounter<long>("client_tracking.sweep.notices", "{notice}", "Reminders, overdue notices and escalations committed.");
        _deliveries = Meter.CreateCounter<long>("client_tracking.outbox.deliveries", "{notice}", "Notices delivered, failed or set aside.");
        _lag = Meter.CreateHistogram<double>("client_tracking.outbox.lag", "s", "From what happened to its delivery.");
    }

    internal Meter Meter { get; }

    /// <inheritdoc/>
    public void Dispose() => Meter.Dispose();

    internal async Task<T> CommandAsync<T>(string command, Func<Task<T>> run)
    {
        using var activity = Source.StartActivity(command);
        var (since, outcome) = (Stopwatch.GetTimestamp(), "done");
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            outcome = Outcome(e);
            activity?.SetStatus(ActivityStatusCode.Error, outcome);
            throw;
        }
        finally
        {
            _commands.Add(1, new("command", command), new("outcome", outcome));
            _commandDuration.Record(Stopwatch.GetElapsedTime(since).TotalSeconds, new KeyValuePair<string, object?>("command", command));
        }
    }

    internal void Conflicted(string command) => _conflicts.Add(1, new KeyValuePair<string, object?>("command", command));

    internal async Task<int> SweepAsync(Func<Task<int>> run)
    {
        using var activity = Source.StartActivity("Sweep");
        var since = Stopwatch.GetTimestamp();
        var told = await run().ConfigureAwait(false);
        _sweepDuration.Record(Stopwatch.GetElapsedTime(since).TotalSeconds);
        _swept.Add(told);
        activity?.SetTag("notices", told);
        return told;
    }

    internal static Activity? Delivering() => Source.StartActivity("Deliver", ActivityKind.Producer);

    internal void Delivered(double lagSeconds)
    {
        _deliveries.Add(1, new KeyValuePair<string, object?>("outcome", "delivered"));
        _lag.Record(Math.Max(lagSeconds, 0));
    }

    internal void NotDelivered(bool setAside) => _deliveries.Add(1, new KeyValuePair<string, object?>("outcome", setAside ? "set-aside" : "failed"));

    private static string Outcome(Exception e) => e switch
    {
        RuleViolationException or InvalidRequestException or AccessDeniedException => "refused",
        ConcurrencyConflictException or ClaimTakenException => "conflict",
        StorageUnavailableException => "unavailable",
        OperationCanceledException => "cancelled",
        _ => "failed",
    };
}
