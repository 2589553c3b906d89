using System.Collections.Concurrent;
using ClientTracking.Numbering;

namespace ClientTracking.Storage.InMemory;

/// <summary>Lets one session at a time number in a gap-free scope; scopes do not block one another.</summary>
internal sealed class ScopeGates
{
    private readonly ConcurrentDictionary<(TenantId, NumberScope), SemaphoreSlim> _gates = new();

    /// <summary>Waits for the scope; it is free again when the answer is released.</summary>
    internal async Task<SemaphoreSlim> EnterAsync(TenantId tenant, NumberScope scope, CancellationToken cancellationToken)
    {
        var gate = _gates.GetOrAdd((tenant, scope), _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        return gate;
    }
}
