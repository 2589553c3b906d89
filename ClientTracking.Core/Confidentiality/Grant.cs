using NodaTime;

namespace ClientTracking.Confidentiality;

/// <summary>Somebody was named for one record (知悉授权, CL-05). It stays on record when it has ended.</summary>
/// <param name="Id">The place among the record's grants, from 1.</param>
/// <param name="Person">Who was named.</param>
/// <param name="Granter">Who named them.</param>
/// <param name="At">When.</param>
/// <param name="LastDay">The last day of its term.</param>
/// <param name="EndsAt">The instant the term ends, 24:00 of its last day; it never rolls (CL-08).</param>
public sealed record Grant(int Id, PersonId Person, PersonId Granter, Instant At, LocalDate LastDay, Instant EndsAt)
{
    /// <summary>When it was ended before its term.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>What ended it.</summary>
    public GrantEnd? EndedBy { get; init; }
}

/// <summary>What ends a grant before its term.</summary>
public enum GrantEnd
{
    /// <summary>It was taken back.</summary>
    Revoked = 1,

    /// <summary>The level changed and its granter could not give it at the new one (CL-08).</summary>
    LevelChanged,

    /// <summary>Its granter no longer has the office that let them give it (CL-05).</summary>
    GranterLeft,

    /// <summary>The record's term ended, so that nobody needs a grant.</summary>
    Declassified,
}
