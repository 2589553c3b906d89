using ClientTracking.Storage;

namespace ClientTracking.Tracking;

/// <summary>What a command comes to, but for the number it may give.</summary>
/// <param name="Numbering">Which serial it needs; null where it gives no number.</param>
/// <param name="Make">
/// Makes, with the serial if it needs one, the change to commit and the answer that holds once it is; without a change there is nothing to do.
/// </param>
internal sealed record Carried<TResult>(SerialRequest? Numbering, Func<long, ValueTask<(SubjectChange? Change, TResult Answer)>> Make)
{
    /// <summary>What gives no number.</summary>
    internal Carried(SubjectChange? change, TResult answer)
        : this(null, _ => new((change, answer)))
    {
    }
}
