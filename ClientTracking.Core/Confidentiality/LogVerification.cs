using System.Collections.Immutable;
using System.Globalization;
using ClientTracking.Errors;

namespace ClientTracking.Confidentiality;

/// <summary>What the check of a log found, and what it proves (CL-11).</summary>
/// <param name="Count">How many entries were checked.</param>
/// <param name="Findings">Every sign of tampering, in the order of the log; empty: none.</param>
/// <param name="Proofs">What is proved when there is none; nothing otherwise.</param>
public sealed record LogVerification(long Count, ImmutableArray<LogFinding> Findings, LogProof Proofs)
{
    /// <summary>Whether no sign of tampering was found.</summary>
    public bool IsIntact => Findings.IsEmpty;

    /// <summary>What was found, and what is proved or not, one statement a line.</summary>
    public string Describe(CultureInfo culture)
    {
        var proofs = Enum.GetValues<LogProof>().Where(proof => proof != LogProof.None && IsIntact)
            .Select(proof => Texts.Format(culture, $"access-log.{((Proofs & proof) != 0 ? "proves" : "proves-not")}.{Name(proof)}", Count));
        return string.Join('\n', Findings.Select(finding => finding.Describe(culture)).Concat(proofs));
    }

    private static string Name(LogProof proof) => proof switch
    {
        LogProof.Chain => "chain",
        LogProof.Complete => "complete",
        LogProof.Anchored => "anchored",
        _ => "signed",
    };
}

/// <summary>What an intact log proves.</summary>
[Flags]
public enum LogProof
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>No entry was changed, removed or put in, except by who recomputed everything after it or cut the end off.</summary>
    Chain = 1,

    /// <summary>The end is not cut off, except by who changed the head in the subject too.</summary>
    Complete = 2,

    /// <summary>Up to the last anchored head nothing was changed, removed or put in by anybody.</summary>
    Anchored = 4,

    /// <summary>Every entry was written by who has a key of the host's: nobody else recomputed the chain.</summary>
    Signed = 8,
}

/// <summary>A sign of tampering.</summary>
/// <param name="Sequence">The entry at which it shows; of several missing or added in a row, the first.</param>
/// <param name="Kind">What it is a sign of.</param>
public sealed record LogFinding(long Sequence, LogFindingKind Kind)
{
    /// <summary>The finding in words.</summary>
    public string Describe(CultureInfo culture) => Texts.Format(culture, Kind switch
    {
        LogFindingKind.Changed => "access-log.changed",
        LogFindingKind.Missing => "access-log.missing",
        LogFindingKind.Inserted => "access-log.inserted",
        LogFindingKind.Unlinked => "access-log.unlinked",
        LogFindingKind.CutTail => "access-log.cut-tail",
        LogFindingKind.Recomputed => "access-log.recomputed",
        _ => "access-log.unsigned",
    }, Sequence);
}

/// <summary>What tampering shows as.</summary>
public enum LogFindingKind
{
    /// <summary>The entry is not what its digest was made of.</summary>
    Changed = 1,

    /// <summary>The entry is not there although a later one is.</summary>
    Missing,

    /// <summary>The entry is one too many: its place is taken, it belongs to another log, or it comes after the head.</summary>
    Inserted,

    /// <summary>The entry does not follow the one before it.</summary>
    Unlinked,

    /// <summary>The entry is not there and none after it, although a head says there was one.</summary>
    CutTail,

    /// <summary>The entry is whole but not the one a head was made of: the chain was computed anew.</summary>
    Recomputed,

    /// <summary>The entry has no signature, or none of the host's keys made it.</summary>
    Unsigned,
}
