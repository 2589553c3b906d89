namespace ClientTracking.Priorities;

/// <summary>A stretch of work in working time: a worker on an item.</summary>
internal readonly record struct Piece(int Item, int Worker, long From, long To);

/// <summary>What the start of an item waited for; the other item by index, -1 for none.</summary>
internal readonly record struct StartNote(StartCause Cause, int Other);

/// <summary>Something that will happen to a worker or an item; a finish is void once the worker's version has moved on.</summary>
internal readonly record struct Change(int Subject, int Version);

/// <summary>What happens first at one moment: who finishes exactly when leaving has finished.</summary>
internal enum ChangeKind
{
    Finish,
    Leave,
    Return,
    Release,
}

/// <summary>When something happens, and in which order at one moment.</summary>
internal readonly record struct Moment(long At, ChangeKind Kind) : IComparable<Moment>
{
    public int CompareTo(Moment other) => At != other.At ? At.CompareTo(other.At) : Kind - other.Kind;
}

/// <summary>A worker while a plan is played; items by index, -1 for none.</summary>
internal struct Worker
{
    internal int Current; // in hand and worked on
    internal int Held; // in hand and interrupted
    internal int Last; // finished last, since the worker came back
    internal long Since; // when the piece at work began; when idle, since when
    internal bool IsPresent;
    internal int Version;
    internal int AwayNext;
}
