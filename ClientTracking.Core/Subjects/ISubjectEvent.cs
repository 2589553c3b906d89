using System.Collections.Immutable;
using ClientTracking.Obligations;
using NodaTime;

namespace ClientTracking.Subjects;

/// <summary>Something that happened to a subject (事件). A fact: applying it is pure and never fails.</summary>
/// <typeparam name="TState">The immutable state of the kind.</typeparam>
public interface ISubjectEvent<TState> where TState : class
{
    /// <summary>The name the journal shows; by default that of the first trigger.</summary>
    string Name => Triggers[0].Name;

    /// <summary>The names regulations know it by, in the order in which they take effect; never empty.</summary>
    ImmutableArray<Trigger> Triggers { get; }

    /// <summary>The series that gives the subject its number with this event, and the day it is numbered under; none for most events.</summary>
    NumberRequest? Numbering => null;

    /// <summary>Why, where the rule asks for a reason.</summary>
    string? Because => null;

    /// <summary>The entry of the journal that it takes back, with what followed from it: to the obligations as if it had not happened; none for most events.</summary>
    long? Reverses => null;

    /// <summary>The roles that are told of it by a notice of their own, besides the one for everybody.</summary>
    ImmutableArray<Role> Tells => [];

    /// <summary>What it means for other subjects, told by notices about those; none for most events.</summary>
    ImmutableArray<Announcement> Announces => [];

    /// <summary>The state after it; <paramref name="before"/> is null only for the event that brings the subject to life.</summary>
    TState Apply(TState? before);
}

/// <summary>Asks for the next number of a series.</summary>
/// <param name="Rule">The rule that asks for it, named when there is no number left.</param>
/// <param name="Series">The series of the regulation's numbering rule.</param>
/// <param name="Date">The day the number is counted under, in the regulation's time zone.</param>
public readonly record struct NumberRequest(RuleId Rule, string Series, LocalDate Date);
