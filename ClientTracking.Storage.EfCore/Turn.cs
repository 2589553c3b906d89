namespace ClientTracking.Storage.EfCore;

/// <summary>The right to do what one at a time may do in this process, given in the order of asking; disposing passes it on.</summary>
internal sealed class Turn : IDisposable
{
    private static readonly Dictionary<object, Line> Lines = [];
    private readonly object _what;
    private Line? _line;

    private Turn(object what, Line line) => (_what, _line) = (what, line);

    /// <exception cref="TimeoutException">The turn did not come in time.</exception>
    internal static async Task<Turn> WaitAsync(object what, TimeSpan longest, CancellationToken cancellationToken)
    {
        var line = Join(what);
        var come = false;
        try
        {
            come = await line.Gate.WaitAsync(longest, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (!come) Leave(what, line);
        }
        return come ? new Turn(what, line) : throw new TimeoutException($"Others kept {what} for more than {longest.TotalSeconds} seconds.");
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _line, null) is not { } line) return;
        line.Gate.Release();
        Leave(_what, line);
    }

    private static Line Join(object what)
    {
        lock (Lines)
        {
            if (!Lines.TryGetValue(what, out var line)) Lines.Add(what, line = new());
            line.People++;
            return line;
        }
    }

    private static void Leave(object what, Line line)
    {
        lock (Lines)
            if (--line.People == 0) Lines.Remove(what);
    }

    private sealed class Line
    {
        internal SemaphoreSlim Gate { get; } = new(1, 1);

        /// <summary>Who has the turn or waits for it; nobody: the line is forgotten.</summary>
        internal int People { get; set; }
    }
}
