namespace ClientTracking.Storage.EfCore.Serials;

/// <summary>A change that somebody wants made and committed with the next serial of a scope.</summary>
/// <param name="Request">Which serial.</param>
/// <param name="Make">Makes the change with it.</param>
/// <param name="Cancel">Stops the wait for other writers of the scope.</param>
internal sealed record NumberedChange(SerialRequest Request, Func<long, ValueTask<SubjectChange>> Make, CancellationToken Cancel)
{
    private readonly ExecutionContext? _asker = ExecutionContext.Capture();

    /// <summary>Makes the change as in the call of who asked, whose culture it may depend on, whoever writes.</summary>
    internal async ValueTask<SubjectChange> MakeAsync(long serial)
    {
        if (_asker is null) return await Make(serial).ConfigureAwait(false);
        ValueTask<SubjectChange> made = default;
        ExecutionContext.Run(_asker, _ => made = Make(serial), null);
        return await made.ConfigureAwait(false);
    }
}
