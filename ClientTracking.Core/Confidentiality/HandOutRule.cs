namespace ClientTracking.Confidentiality;

/// <summary>Who approves that a copy is made or a record lent (CL-06, CL-07).</summary>
/// <param name="Rule">The rule it is.</param>
/// <param name="Approvers">Whose approval is needed: one of them.</param>
public sealed record HandOutRule(RuleId Rule, Standing Approvers)
{
    /// <summary>Whose review must come before; none where nobody's.</summary>
    public Standing Reviewers { get; init; }

    /// <summary>Whether who gets it must be entitled to read the record.</summary>
    public bool OnlyToReaders { get; init; } = true;
}

/// <summary>What is handed out.</summary>
public enum HandOutForm
{
    /// <summary>A copy, excerpt, print, export or download.</summary>
    Copy = 1,

    /// <summary>The original, lent.</summary>
    Loan,

    /// <summary>Permission to read, where a kind is read only so.</summary>
    Reading,
}

/// <summary>The company's own certificates (公司证照), which have their own rule; CL-07.</summary>
public enum CertificateKind
{
    /// <summary>Business licence (营业执照).</summary>
    BusinessLicence = 1,

    /// <summary>Organisation code (组织机构代码证).</summary>
    OrganisationCode,

    /// <summary>Any other certificate.</summary>
    Other,
}
