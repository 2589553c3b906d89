using System.Collections.Immutable;
using ClientTracking.Priorities;

namespace ClientTracking.Subjects;

/// <summary>What a store indexes of a subject, whatever its kind; derived from the state, never edited.</summary>
/// <param name="Status">The status of the kind's life cycle.</param>
public sealed record SearchFields(string Status)
{
    /// <summary>The priority grade, where the kind has one and it is decided.</summary>
    public PriorityGrade? Grade { get; init; }

    /// <summary>The person in charge.</summary>
    public PersonId? Owner { get; init; }

    /// <summary>The client it is about, by the host's own identifier.</summary>
    public string? Client { get; init; }

    /// <summary>Whether its life cycle has ended.</summary>
    public bool Closed { get; init; }

    /// <summary>The people concerned (当事人), who may read it where it is secret (CL-04).</summary>
    public ImmutableArray<PersonId>? Participants { get; init; }

    /// <summary>The names it holds for itself alone in the whole tenant, ever (an external id, a client's owner).</summary>
    public ImmutableArray<Claim> Claims { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The same with every text in normal form C, in which queries ask for it.</summary>
    internal SearchFields Normalized() => this with
    {
        Status = Status.Normalize(),
        Client = Client?.Normalize(),
        Claims = [.. Claims.Select(claim => new Claim(claim.Scope.Normalize(), claim.Key.Normalize()))],
    };
}

/// <summary>A name that belongs to exactly one subject of the tenant, ever.</summary>
/// <param name="Scope">What kind of name it is, for example <c>external-id</c>.</param>
/// <param name="Key">The name, compared ordinally.</param>
public readonly record struct Claim(string Scope, string Key);
