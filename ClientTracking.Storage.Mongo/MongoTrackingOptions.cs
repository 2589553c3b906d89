namespace ClientTracking.Storage.Mongo;

/// <summary>What a host can set about its MongoDB.</summary>
public sealed class MongoTrackingOptions
{
    /// <summary>What the names of the collections begin with; default <c>client_tracking_</c>.</summary>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public string CollectionPrefix
    {
        get;
        set
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value);
            field = value;
        }
    } = "client_tracking_";

    /// <summary>What is done about the indexes at the start; default: those missing are created.</summary>
    public IndexMode Indexes { get; set; } = IndexMode.Ensure;

    /// <summary>
    /// How long a writer who wants a gap-free serial looks at one and the same other writer before it takes that one for dead; default 10 seconds.
    /// Too short costs a writer that is merely slow its commit (it is repeated), never a gap or a duplicate.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not positive.</exception>
    public TimeSpan SerialPatience
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromSeconds(10);
}
