using System.Collections.Immutable;

namespace ClientTracking.Confidentiality;

/// <summary>One way to be admitted to a record, as a condition on its search fields that a store puts into its query.</summary>
/// <param name="Test">What the fields must say of the reader.</param>
/// <param name="Levels">The marked levels at which it holds while the term runs.</param>
public sealed record AccessClause(AccessTest Test, ImmutableArray<ConfidentialityLevel> Levels)
{
    /// <summary>Whether it holds for a marked record whose term is over.</summary>
    public bool AfterTerm { get; init; }

    /// <summary>Whether it holds for a record nobody marked.</summary>
    public bool Unmarked { get; init; }

    /// <summary>Whether it holds only while a copy or loan waits for approval.</summary>
    public bool OnlyAwaiting { get; init; }

    /// <summary>For <see cref="AccessTest.Granted"/>: whose grants count.</summary>
    public GranterTest? Granters { get; init; }
}

/// <summary>
/// Whose grants count: those of the people listed, or of the record's own manager in charge, or of the head of the record's own department.
/// </summary>
/// <param name="People">People whose office lets them name others for any record.</param>
/// <param name="ManagerInCharge">Whether the record's manager in charge may.</param>
/// <param name="Heads">The heads of departments, where the head of the record's department may; else empty.</param>
public sealed record GranterTest(ImmutableArray<PersonId> People, bool ManagerInCharge, ImmutableArray<Office> Heads);

/// <summary>What the search fields must say of the reader.</summary>
public enum AccessTest
{
    /// <summary>Nothing.</summary>
    Everyone = 1,

    /// <summary><see cref="AccessFields.ManagerInCharge"/> is the reader.</summary>
    ManagerInCharge,

    /// <summary><see cref="AccessFields.Participants"/> has the reader.</summary>
    Participant,

    /// <summary>
    /// <see cref="AccessFields.Grants"/> has one for the reader whose end is after now and whose granter passes
    /// <see cref="AccessClause.Granters"/>.
    /// </summary>
    Granted,

    /// <summary>
    /// <see cref="AccessFields.MinimumRank"/> is reached by one of <see cref="ReaderFilter.Offices"/> over the record's department.
    /// </summary>
    MinimumRank,

    /// <summary><see cref="AccessFields.Holdings"/> has one of the reader.</summary>
    Holder,

    /// <summary><see cref="AccessFields.Holdings"/> has a copy of the reader's.</summary>
    CopyHolder,

    /// <summary><see cref="AccessFields.Department"/> is one the reader heads, by <see cref="ReaderFilter.Offices"/>.</summary>
    DepartmentHead,

    /// <summary><see cref="AccessFields.Drafter"/> is the reader.</summary>
    Drafter,

    /// <summary><see cref="AccessFields.Custodian"/> is the reader.</summary>
    Custodian,
}
