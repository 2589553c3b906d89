using ClientTracking.Confidentiality;
using ClientTracking.Obligations;
using NodaTime;

namespace ClientTracking.Storage;

/// <summary>Which obligations are wanted. Conditions that are set must all hold; rows come by due instant, then subject id, then obligation id.</summary>
public sealed record ObligationQuery : PagedQuery
{
    /// <summary>Which records the reader may know, asked of the subject together with all else; null: all of them.</summary>
    public ReaderFilter? Reader { get; init; }

    /// <summary>With this status; default: owed, its clock running. Null: any.</summary>
    public ObligationStatus? Status { get; init; } = ObligationStatus.Open;

    /// <summary>Due at this instant or later.</summary>
    public Instant? DueFrom { get; init; }

    /// <summary>Due before this instant.</summary>
    public Instant? DueBefore { get; init; }

    /// <summary>On subjects of this kind.</summary>
    public SubjectKind? Kind { get; init; }

    /// <summary>On this subject.</summary>
    public SubjectId? Subject { get; init; }

    /// <summary>Made owed by this rule.</summary>
    public RuleId? Rule { get; init; }

    /// <summary>Owed by this role.</summary>
    public Role? Responsible { get; init; }

    /// <summary>Owed by this person, as the one it is assigned to or as the partner.</summary>
    public PersonId? Assignee { get; init; }

    /// <summary>Answered for by this department.</summary>
    public string? Department { get; init; }
}

/// <summary>An obligation together with what a list shows of its subject.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Number">Its number, if it has one.</param>
/// <param name="Obligation">The obligation.</param>
public sealed record ObligationRow(SubjectId Subject, SubjectKind Kind, string? Number, Obligation Obligation);
