using ClientTracking.Numbering;

namespace ClientTracking.Storage;

/// <summary>Asks for the number ledger of one scope, in serial order.</summary>
/// <param name="Scope">Series and period.</param>
public sealed record NumberQuery(NumberScope Scope) : PagedQuery;
