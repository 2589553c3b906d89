using System.Collections.Immutable;

namespace ClientTracking.Confidentiality;

/// <summary>Who wants to know or do something (知悉人), with every fact the policy needs: the person, and who holds which office.</summary>
public sealed record Reader
{
    /// <summary>Joins the acting person and the organization.</summary>
    /// <exception cref="ArgumentException">The actor is nobody.</exception>
    public Reader(Actor actor, Organization organization)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(organization);
        if (actor.Id.Value.Length == 0) throw new ArgumentException("The actor is nobody.", nameof(actor));
        Actor = actor;
        Organization = organization;
        IsLeadership = organization.IsLeadership(actor.Id);
    }

    /// <summary>The acting person.</summary>
    public Actor Actor { get; }

    /// <summary>Who holds which office, also for judging what others granted.</summary>
    public Organization Organization { get; }

    /// <summary>The person.</summary>
    public PersonId Person => Actor.Id;

    /// <summary>Whether the person is president or vice president, who may know everything (CL-04).</summary>
    public bool IsLeadership { get; }

    /// <summary>The offices the person holds.</summary>
    public ImmutableArray<Office> Offices => Organization.OfficesOf(Person);
}
