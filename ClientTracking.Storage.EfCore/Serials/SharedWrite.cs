namespace ClientTracking.Storage.EfCore.Serials;

/// <summary>Lets the callers of this process who want the same done at the same time share one write, without anything done ahead of being asked for.</summary>
/// <remarks>The first caller writes for itself; who comes meanwhile waits, and then one of those writes for all of them.</remarks>
/// <typeparam name="TRequest">What each caller asks for.</typeparam>
/// <typeparam name="TAnswer">What each caller gets.</typeparam>
internal sealed class SharedWrite<TRequest, TAnswer>
{
    private static readonly Dictionary<object, SharedWrite<TRequest, TAnswer>> Lines = [];
    private readonly List<Caller> _waiting = [];

    /// <summary>Has a request written together with those of whoever else waits.</summary>
    /// <param name="what">What they share: the database, the tenant and so on, compared by equality.</param>
    /// <param name="request">The request.</param>
    /// <param name="write">
    /// Asks, once or more and as late as it can, who wants something that it has not been told of; writes for all of them, and answers in their order.
    /// It is told of its own request first.
    /// </param>
    /// <param name="cancellationToken">Stops the wait; once the request is being written for, it is too late.</param>
    internal static async Task<TAnswer> RunAsync(
        object what, TRequest request, Func<Func<IReadOnlyList<TRequest>>, Task<TAnswer[]>> write, CancellationToken cancellationToken)
    {
        var caller = new Caller(request);
        var line = Join(what, caller);
        await using (cancellationToken.Register(() => line.Leave(caller, cancellationToken)).ConfigureAwait(false))
            if (await caller.Turn.Task.ConfigureAwait(false) is (true, var answer)) return answer!;
        return await line.LeadAsync(what, caller, write).ConfigureAwait(false);
    }

    private static SharedWrite<TRequest, TAnswer> Join(object what, Caller caller)
    {
        lock (Lines)
        {
            if (Lines.TryGetValue(what, out var line))
            {
                line._waiting.Add(caller);
                return line;
            }
            Lines.Add(what, line = new());
            line._waiting.Add(caller);
            caller.Lead();
            return line;
        }
    }

    /// <summary>Who leads may not leave: the others wait for it.</summary>
    private void Leave(Caller caller, CancellationToken cancellationToken)
    {
        lock (Lines)
            if (!caller.Turn.Task.IsCompleted && _waiting.Remove(caller)) caller.Turn.SetCanceled(cancellationToken);
    }

    private async Task<TAnswer> LeadAsync(object what, Caller leader, Func<Func<IReadOnlyList<TRequest>>, Task<TAnswer[]>> write)
    {
        List<Caller> batch = [];
        try
        {
            var answers = await write(() => Gather(leader, batch)).ConfigureAwait(false);
            for (var i = 1; i < batch.Count; i++) batch[i].Turn.SetResult((true, answers[i]));
            return answers[0];
        }
        catch (Exception e)
        {
            foreach (var caller in batch.Skip(1)) caller.Turn.SetException(e);
            throw;
        }
        finally
        {
            lock (Lines)
            {
                _waiting.Remove(leader);
                if (_waiting.Count == 0) Lines.Remove(what);
                else _waiting[0].Lead();
            }
        }
    }

    private List<TRequest> Gather(Caller leader, List<Caller> batch)
    {
        lock (Lines)
        {
            var told = batch.Count;
            if (_waiting.Remove(leader)) batch.Add(leader);
            batch.AddRange(_waiting);
            _waiting.Clear();
            return batch.ConvertAll(caller => caller.Request)[told..];
        }
    }

    /// <summary>Somebody who waits: for an answer or, with none, for the turn to write.</summary>
    private sealed class Caller(TRequest request)
    {
        internal TRequest Request => request;

        internal TaskCompletionSource<(bool IsDone, TAnswer? Answer)> Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal void Lead() => Turn.SetResult((false, default));
    }
}
