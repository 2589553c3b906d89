using ClientTracking.Numbering;
using NodaTime;

namespace ClientTracking.Storage.InMemory;

/// <summary>The gap-free serials a session has taken, and when; nobody else sees them before the commit.</summary>
internal sealed class TakenSerials
{
    private readonly Dictionary<(NumberScope Scope, long Serial), Instant> _at = [];

    internal bool Has(NumberScope scope, long serial) => _at.ContainsKey((scope, serial));

    internal void Add(SerialRequest request, long serial) => _at.Add((request.Scope, serial), request.At);

    /// <summary>When the serial of a number was taken; null where it was not taken here.</summary>
    internal Instant? At(DocumentNumber number) => _at.TryGetValue((number.Scope, number.Serial), out var at) ? at : null;
}
