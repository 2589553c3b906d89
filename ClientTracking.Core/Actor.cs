using System.Collections.Immutable;

namespace ClientTracking;

/// <summary>Who is acting (操作人), as the host knows them.</summary>
/// <param name="Id">The person.</param>
/// <param name="Department">The department the person belongs to, if any.</param>
/// <param name="Roles">What the person is in the regulation; may be empty.</param>
public sealed record Actor(PersonId Id, string? Department, params ImmutableArray<Role> Roles)
{
    /// <summary>The engine itself, for what happens by the clock alone.</summary>
    public static Actor System { get; } = new(new PersonId("system"), null);

    /// <summary>Whether the person has one of the roles.</summary>
    public bool IsAny(ImmutableArray<Role> roles) => roles.Any(role => Roles.Contains(role));
}
