namespace ClientTracking.Obligations;

/// <summary>Who owes an obligation together with the responsible one (共同责任).</summary>
/// <param name="Role">The role.</param>
/// <param name="Person">The person, if one is named.</param>
public sealed record Partner(Role Role, PersonId? Person);
