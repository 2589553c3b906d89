namespace ClientTracking.Confidentiality;

/// <summary>How much of a record somebody sees, least first.</summary>
public enum Visibility
{
    /// <summary>Nothing: no row, no count, no search hit (CL-12, Withheld).</summary>
    Hidden,

    /// <summary>That something exists (CL-12, Redacted).</summary>
    Exists,

    /// <summary>The header: number, kind, level, term, custodian and what the kind puts there; no content (CL-05, CL-06).</summary>
    Header,

    /// <summary>Everything except fields with a higher level of their own.</summary>
    Content,
}

/// <summary>What a list does with a record the reader may not read (CL-12).</summary>
public enum Listing
{
    /// <summary>No row, no count, no search hit, no page that comes up short.</summary>
    Withheld = 1,

    /// <summary>A row that says something exists; content is absent and is neither searched nor sorted by.</summary>
    Redacted,
}
