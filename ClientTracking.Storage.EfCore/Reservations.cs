namespace ClientTracking.Storage.EfCore;

/// <summary>Lets the callers of this process who want a serial of one scope at the same time share one write, without reserving anything ahead.</summary>
/// <remarks>The first caller writes for itself; who comes meanwhile waits, and then one of those writes for all of them.</remarks>
internal sealed class Reservations
{
    private static readonly Dictionary<object, Reservations> Scopes = [];
    private readonly List<Caller> _waiting = [];

    /// <summary>Reserves a serial together with whoever else waits.</summary>
    /// <param name="scope">The database, tenant and number scope.</param>
    /// <param name="request">The request.</param>
    /// <param name="write">Writes for all requests it is given, and answers in their order.</param>
    /// <param name="cancellationToken">Stops the wait; once the request is being written for, it is too late.</param>
    internal static async Task<long> ReserveAsync(
        object scope, SerialRequest request, Func<IReadOnlyList<SerialRequest>, Task<long[]>> write, CancellationToken cancellationToken)
    {
        var caller = new Caller(request);
        var line = Join(scope, caller);
        await using (cancellationToken.Register(() => line.Leave(caller, cancellationToken)).ConfigureAwait(false))
            if (await caller.Turn.Task.ConfigureAwait(false) is { } serial) return serial;
        return await line.LeadAsync(scope, caller, write).ConfigureAwait(false);
    }

    private static Reservations Join(object scope, Caller caller)
    {
        lock (Scopes)
        {
            if (Scopes.TryGetValue(scope, out var line))
            {
                line._waiting.Add(caller);
                return line;
            }
            Scopes.Add(scope, line = new());
            line._waiting.Add(caller);
            caller.Turn.SetResult(null);
            return line;
        }
    }

    /// <summary>Who leads may not leave: the others wait for it.</summary>
    private void Leave(Caller caller, CancellationToken cancellationToken)
    {
        lock (Scopes)
            if (!caller.Turn.Task.IsCompleted && _waiting.Remove(caller)) caller.Turn.SetCanceled(cancellationToken);
    }

    private async Task<long> LeadAsync(object scope, Caller leader, Func<IReadOnlyList<SerialRequest>, Task<long[]>> write)
    {
        Caller[] batch;
        lock (Scopes)
        {
            batch = [leader, .. _waiting.Where(caller => caller != leader)];
            _waiting.Clear();
        }
        try
        {
            var serials = await write([.. batch.Select(caller => caller.Request)]).ConfigureAwait(false);
            for (var i = 1; i < batch.Length; i++) batch[i].Turn.SetResult(serials[i]);
            return serials[0];
        }
        catch (Exception e)
        {
            foreach (var caller in batch.Skip(1)) caller.Turn.SetException(e);
            throw;
        }
        finally
        {
            lock (Scopes)
                if (_waiting.Count == 0) Scopes.Remove(scope);
                else _waiting[0].Turn.SetResult(null);
        }
    }

    /// <summary>Somebody who waits: for a serial, or, with none, for the turn to write.</summary>
    private sealed class Caller(SerialRequest request)
    {
        internal SerialRequest Request => request;

        internal TaskCompletionSource<long?> Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
