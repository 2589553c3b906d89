using System.Collections.Immutable;
using ClientTracking.Confidentiality;
using ClientTracking.Numbering;
using ClientTracking.Priorities;

namespace ClientTracking.Storage;

/// <summary>Which subjects are wanted. Conditions that are set must all hold.</summary>
public sealed record SubjectQuery : PagedQuery
{
    /// <summary>Which records the reader may know, asked of the subject together with all else; null: all of them.</summary>
    public ReaderFilter? Reader { get; init; }

    /// <summary>Of this kind.</summary>
    public SubjectKind? Kind { get; init; }

    /// <summary>In one of these statuses; empty: any.</summary>
    public ImmutableArray<string> Statuses { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Of this grade.</summary>
    public PriorityGrade? Grade { get; init; }

    /// <summary>In charge of this person.</summary>
    public PersonId? Owner { get; init; }

    /// <summary>About this client.</summary>
    public string? Client { get; init; }

    /// <summary>Whether the life cycle has ended.</summary>
    public bool? Closed { get; init; }

    /// <summary>Whose number begins with this text, ordinally.</summary>
    public string? NumberPrefix { get; init; }

    /// <summary>Numbered in this series.</summary>
    public string? Series { get; init; }

    /// <summary>Numbered in this period or a later one (<see cref="NumberScope.Period"/>, ordinally).</summary>
    public string? FromPeriod { get; init; }

    /// <summary>Numbered in this period or an earlier one.</summary>
    public string? ToPeriod { get; init; }

    /// <summary>The order of the rows.</summary>
    public SubjectOrder Order { get; init; }
}

/// <summary>In what order subjects come.</summary>
public enum SubjectOrder
{
    /// <summary>By id, which is by creation where ids are version 7.</summary>
    Id,

    /// <summary>By series, period and serial; subjects without a number are left out.</summary>
    Number,
}
