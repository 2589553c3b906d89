namespace ClientTracking.Confidentiality;

/// <summary>Who may know and who may name others at one level (CL-04, CL-05, CL-06, CL-12).</summary>
/// <param name="Level">The level.</param>
public sealed record LevelRule(ConfidentialityLevel Level)
{
    /// <summary>Who may read besides president and vice presidents, who always may.</summary>
    public required Standing Readers { get; init; }

    /// <summary>Who may name people for the record; president and vice presidents only where they are mentioned.</summary>
    public required Standing Granters { get; init; }

    /// <summary>Who sees the header without being entitled to read.</summary>
    public Standing HeaderReaders { get; init; } = Standing.Drafter | Standing.Custodian | Standing.DepartmentHead | Standing.Approver;

    /// <summary>What lists do with it for everybody else.</summary>
    public required Listing Listing { get; init; }

    /// <summary>Who approves copies and loans.</summary>
    public required HandOutRule HandOut { get; init; }
}
