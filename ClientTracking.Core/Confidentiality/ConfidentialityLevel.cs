namespace ClientTracking.Confidentiality;

/// <summary>How secret a record is (密级), highest first; CL-01. No value is 0, so that a level that was never set opens nothing.</summary>
public enum ConfidentialityLevel
{
    /// <summary>绝密: a leak does especially serious harm.</summary>
    TopSecret = 1,

    /// <summary>机密: a leak does serious harm.</summary>
    Secret,

    /// <summary>秘密: a leak does harm.</summary>
    Confidential,

    /// <summary>内部: outside the regime; for the company's own people.</summary>
    Internal,

    /// <summary>公开: outside the regime; for everybody.</summary>
    Public,
}
