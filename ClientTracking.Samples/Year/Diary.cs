using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Samples.Year;

/// <summary>What is to happen when, in the order of time; what is entered for the same instant happens in the order of entering.</summary>
internal sealed class Diary
{
    private static readonly WorkCalendar Calendar = WorkCalendars.China;
    private readonly PriorityQueue<Func<Instant, Task>, (Instant, int)> _entries = new();
    private int _entered;

    public void Add(Instant at, Func<Instant, Task> what) => _entries.Enqueue(what, (at, _entered++));

    /// <summary>Enters something a number of working minutes later.</summary>
    public void After(Instant from, int workingMinutes, Func<Instant, Task> what) =>
        Add(Calendar.AddWorkingTime(from, Duration.FromMinutes(workingMinutes)), what);

    /// <summary>Lives through it until an instant; whatever is later stays undone.</summary>
    public async Task LiveAsync(Instant until, Action<Instant> passed, CancellationToken cancellationToken)
    {
        while (_entries.TryDequeue(out var what, out var key) && key.Item1 < until)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await what(key.Item1);
            passed(key.Item1);
        }
    }
}
