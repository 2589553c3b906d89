using System.Collections.Immutable;
using NodaTime;

namespace ClientTracking.Confidentiality;

/// <summary>Level or term were changed (CL-08). Copies that are out keep the level of the original.</summary>
/// <param name="Level">The new level.</param>
/// <param name="LastDay">The last day of the new term.</param>
/// <param name="DeclassifiesAt">The instant it ends.</param>
/// <param name="Reason">Why.</param>
public sealed record LevelChanged(ConfidentialityLevel Level, LocalDate? LastDay, Instant? DeclassifiesAt, string Reason) : SecrecyChange
{
    private protected override Classification Change(Classification before) => before with
    {
        Markings = before.Markings.Add(new(Level, LastDay, DeclassifiesAt, At, By, Reason)),
        HandOuts = [.. before.HandOuts.Select(handOut => handOut.IsOut ? handOut with { Level = Level } : handOut)],
    };
}

/// <summary>A continuation was ordered before the term ended (CL-08).</summary>
/// <param name="LastDay">The last day of the new term; null: no end.</param>
/// <param name="DeclassifiesAt">The instant it ends.</param>
/// <param name="Reason">Why.</param>
public sealed record Continued(LocalDate? LastDay, Instant? DeclassifiesAt, string Reason) : SecrecyChange
{
    private protected override Classification Change(Classification before) => before with
    {
        Markings = before.Markings.Add(new(before.Marking.Level, LastDay, DeclassifiesAt, At, By, Reason)),
    };
}

/// <summary>
/// The end of the term was put on record, once, by whoever came first after it (CL-08). It changes nothing about who may read: that changed by
/// itself at the end.
/// </summary>
/// <param name="RecordedAt">When it was put on record; <see cref="SecrecyEvent.At"/> is the end of the term.</param>
public sealed record Declassified(Instant RecordedAt) : SecrecyChange
{
    private protected override Classification Change(Classification before) => before with
    {
        Markings = before.Markings.SetItem(before.Markings.Length - 1, before.Marking with { DeclassificationRecordedAt = RecordedAt }),
        Grants = [.. before.Grants.Select(grant => grant.EndedAt is null ? grant with { EndedAt = At, EndedBy = GrantEnd.Declassified } : grant)],
        HandOuts = [.. before.HandOuts.Select(handOut => handOut.IsOut ? handOut with { Level = ConfidentialityLevel.Internal } : handOut)],
    };
}

/// <summary>Another manager is in charge (CL-04).</summary>
/// <param name="Manager">Who; null: nobody, so that only president and vice presidents read the record.</param>
public sealed record ManagerNamed(PersonId? Manager) : SecrecyChange
{
    private protected override Classification Change(Classification before) => before with { ManagerInCharge = Manager };
}

/// <summary>Somebody was named for the record (CL-05).</summary>
/// <param name="Grant">The grant.</param>
public sealed record GrantGiven(Grant Grant) : SecrecyChange
{
    private protected override Classification Change(Classification before) => before with { Grants = before.Grants.Add(Grant) };
}

/// <summary>Grants ended before their term.</summary>
/// <param name="Grants">Which.</param>
/// <param name="EndedBy">What ended them.</param>
public sealed record GrantEnded(ImmutableArray<int> Grants, GrantEnd EndedBy) : SecrecyChange
{
    private protected override Classification Change(Classification before) => before with
    {
        Grants = [.. before.Grants.Select(grant => Grants.Contains(grant.Id) ? grant with { EndedAt = At, EndedBy = EndedBy } : grant)],
    };
}
