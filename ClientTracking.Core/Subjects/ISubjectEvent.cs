using System.Collections.Immutable;
using ClientTracking.Obligations;
using NodaTime;

namespace ClientTracking.Subjects;

/// <summary>Something that happened to a subject (事件). A fact: applying it is pure and never fails.</summary>
/// <typeparam name="TState">The immutable state of the kind.</typeparam>
public interface ISubjectEvent<TState> where TState : class
{
    /// <summary>The names regulations know it by, the event's own name first; never empty.</summary>
    ImmutableArray<Trigger> Triggers { get; }

    /// <summary>The series that gives the subject its number with this event, and the day it is numbered under; none for most events.</summary>
    NumberRequest? Numbering => null;

    /// <summary>The state after it; <paramref name="before"/> is null only for the event that brings the subject to life.</summary>
    TState Apply(TState? before);
}

/// <summary>Asks for the next number of a series.</summary>
/// <param name="Series">The series of the regulation's numbering rule.</param>
/// <param name="Date">The day the number is counted under, in the regulation's time zone.</param>
public readonly record struct NumberRequest(string Series, LocalDate Date);
