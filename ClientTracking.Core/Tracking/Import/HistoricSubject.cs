using System.Collections.Immutable;
using ClientTracking.Confidentiality;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Tracking.Import;

/// <summary>A subject as another system kept it (历史数据), to be taken over with its number, its instants and its journal.</summary>
/// <param name="Id">The identity; the same whenever the import is repeated, for example made from the other system's key.</param>
/// <param name="Events">What happened to it, in order; the first brings it to life.</param>
/// <typeparam name="TState">The immutable state of the kind.</typeparam>
public sealed record HistoricSubject<TState>(SubjectId Id, ImmutableArray<HistoricEvent<TState>> Events) where TState : class
{
    /// <summary>How it was marked when it was made (CL-03); null: the default of its kind, where a confidentiality regulation gives it one.</summary>
    public NewRecord? Marking { get; init; }

    /// <summary>The department that drafted it, which may then read it; none: only who else may.</summary>
    public string? Department { get; init; }
}

/// <summary>One thing that happened to a historic subject.</summary>
/// <param name="Event">The event.</param>
/// <param name="At">When it happened.</param>
/// <param name="By">Who did it.</param>
/// <typeparam name="TState">The immutable state of the kind.</typeparam>
public sealed record HistoricEvent<TState>(ISubjectEvent<TState> Event, Instant At, PersonId By) where TState : class
{
    /// <summary>The number the subject got with it, written in full; needed where the event is the one that numbers.</summary>
    public string? Number { get; init; }
}
