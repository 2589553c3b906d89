namespace ClientTracking.Obligations;

/// <summary>Who holds a role on one subject.</summary>
/// <param name="Person">The person, if one is named.</param>
/// <param name="Department">The department that answers for it; none: the one the regulation names for the role.</param>
public readonly record struct Holder(PersonId? Person = null, string? Department = null);
