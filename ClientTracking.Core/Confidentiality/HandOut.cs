using NodaTime;

namespace ClientTracking.Confidentiality;

/// <summary>A copy, loan or permission to read, from the request to the return (复制、外借登记, CL-06, CL-07).</summary>
/// <param name="Id">The place among the record's hand-outs, from 1.</param>
/// <param name="Form">What it is.</param>
/// <param name="Recipient">Who gets it.</param>
/// <param name="RequestedBy">Who asked for it.</param>
/// <param name="RequestedAt">When.</param>
/// <param name="Reason">Why it cannot be avoided.</param>
public sealed record HandOut(int Id, HandOutForm Form, PersonId Recipient, PersonId RequestedBy, Instant RequestedAt, string Reason)
{
    /// <summary>Who reviewed it, where the rule asks for a review.</summary>
    public PersonId? ReviewedBy { get; init; }

    /// <summary>Who approved or refused it.</summary>
    public PersonId? DecidedBy { get; init; }

    /// <summary>When.</summary>
    public Instant? DecidedAt { get; init; }

    /// <summary>Its own number, once approved.</summary>
    public string? Number { get; init; }

    /// <summary>Who has custody of it.</summary>
    public PersonId? Custodian { get; init; }

    /// <summary>Its level, once approved: that of the original, and it follows when that changes.</summary>
    public ConfidentialityLevel? Level { get; init; }

    /// <summary>When it came back or was destroyed.</summary>
    public Instant? ReturnedAt { get; init; }

    /// <summary>Whether it waits for review or approval.</summary>
    public bool IsPending => DecidedBy is null;

    /// <summary>Whether it was approved and is not back.</summary>
    public bool IsOut => Number is not null && ReturnedAt is null;
}
