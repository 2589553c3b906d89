using System.Collections.Immutable;
using NodaTime;

namespace ClientTracking.Confidentiality;

/// <summary>
/// Which records one person may find or read at an instant, as data: a store puts it into its query, so that what is withheld never leaves it.
/// It admits exactly what <see cref="AccessPolicy"/> admits; <see cref="Matches"/> is its meaning, which every translation must have.
/// </summary>
public sealed record ReaderFilter
{
    /// <summary>The reader.</summary>
    public required PersonId Person { get; init; }

    /// <summary>The instant at which terms and grants are judged.</summary>
    public required Instant Now { get; init; }

    /// <summary>The offices the reader holds.</summary>
    public required ImmutableArray<Office> Offices { get; init; }

    /// <summary>One entry for each kind asked for; records of any other kind are not admitted.</summary>
    public required ImmutableArray<KindFilter> Kinds { get; init; }

    /// <summary>Whether every record of every kind asked for is admitted.</summary>
    public bool IsUnrestricted
    {
        get
        {
            foreach (var kind in Kinds)
                if (!kind.IsUnrestricted)
                    return false;
            return true;
        }
    }

    /// <summary>Whether a record is admitted: when one of the clauses of its kind holds.</summary>
    public bool Matches(AccessFields record)
    {
        ArgumentNullException.ThrowIfNull(record);
        foreach (var kind in Kinds)
            if (kind.Kind == record.Kind)
                foreach (var clause in kind.Clauses)
                    if (AppliesTo(clause, record) && Passes(clause, record))
                        return true;
        return false;
    }

    private bool AppliesTo(AccessClause clause, AccessFields record) =>
        (record.AwaitsApproval || !clause.OnlyAwaiting)
        && (record.Level is not { } level ? clause.Unmarked : record.IsTermOver(Now) ? clause.AfterTerm : clause.Levels.Contains(level));

    private bool Passes(AccessClause clause, AccessFields record) => clause.Test switch
    {
        AccessTest.Everyone => true,
        AccessTest.ManagerInCharge => record.ManagerInCharge == Person,
        AccessTest.Participant => record.Participants.Contains(Person),
        AccessTest.Granted => HasGrant(record, clause.Granters!),
        AccessTest.MinimumRank => HasRank(record),
        AccessTest.Holder => IsHolder(record),
        AccessTest.CopyHolder => record.Holdings.Contains(new(Person, HandOutForm.Copy)),
        AccessTest.DepartmentHead => record.Department is { } department && Offices.Contains(new(Person, Rank.DepartmentHead, department)),
        AccessTest.Drafter => record.Drafter == Person,
        AccessTest.Custodian => record.Custodian == Person,
        _ => throw new InvalidOperationException($"No such test: {clause.Test}."),
    };

    private bool HasGrant(AccessFields record, GranterTest granters)
    {
        foreach (var grant in record.Grants)
            if (grant.Person == Person && Now < grant.EndsAt && Counts(grant.Granter, granters, record))
                return true;
        return false;
    }

    private bool IsHolder(AccessFields record)
    {
        foreach (var holding in record.Holdings)
            if (holding.Person == Person)
                return true;
        return false;
    }

    private bool HasRank(AccessFields record)
    {
        if (record.MinimumRank is not { } minimum) return false;
        foreach (var office in Offices)
            if (office.Reaches(minimum, record.Department))
                return true;
        return false;
    }

    private static bool Counts(PersonId granter, GranterTest granters, AccessFields record) =>
        granters.People.Contains(granter)
        || (granters.ManagerInCharge && record.ManagerInCharge == granter)
        || (record.Department is { } department && granters.Heads.Contains(new(granter, Rank.DepartmentHead, department)));
}

/// <summary>Which records of one kind are admitted.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Clauses">The conditions, one of which must hold; empty: no record.</param>
public sealed record KindFilter(SubjectKind Kind, ImmutableArray<AccessClause> Clauses)
{
    /// <summary>Whether every record of the kind is admitted, so that a store need ask nothing.</summary>
    public bool IsUnrestricted { get; init; }

    /// <summary>Every record of a kind, marked or not.</summary>
    public static KindFilter All(SubjectKind kind) =>
        new(kind, [new(AccessTest.Everyone, [.. Enum.GetValues<ConfidentialityLevel>()]) { AfterTerm = true, Unmarked = true }]) { IsUnrestricted = true };
}
