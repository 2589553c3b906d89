using ClientTracking.Confidentiality;
using ClientTracking.Numbering;

namespace ClientTracking.Storage;

/// <summary>Asks for the number ledger of one scope, in serial order.</summary>
/// <param name="Scope">Series and period.</param>
public sealed record NumberQuery(NumberScope Scope) : PagedQuery
{
    /// <summary>
    /// Which records the reader may know; null: all of them. With it the ledger shows the serials such records use and no others, not the void
    /// and reserved ones either, so that a gap never tells which it is.
    /// </summary>
    public ReaderFilter? Reader { get; init; }
}
