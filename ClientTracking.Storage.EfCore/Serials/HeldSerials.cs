using ClientTracking.Numbering;
using NodaTime;

namespace ClientTracking.Storage.EfCore.Serials;

/// <summary>The gap-free serials a session has taken. A counter moves only with those that a commit gives to a subject.</summary>
internal sealed class HeldSerials
{
    private readonly List<(NumberScope Scope, long Serial, Instant At)> _held = [];

    internal bool IsEmpty => _held.Count == 0;

    internal void Add(NumberScope scope, long serial, Instant at) => _held.Add((scope, serial, at));

    /// <summary>The last serial taken of a scope; one before all serials when none was.</summary>
    internal long LastOf(NumberScope scope) => _held.Where(held => held.Scope == scope).Select(held => held.Serial).DefaultIfEmpty(-1).Max();

    internal Instant? TakenAt(DocumentNumber number) =>
        _held.Where(held => held.Scope == number.Scope && held.Serial == number.Serial).Select(held => (Instant?)held.At).FirstOrDefault();

    /// <summary>How far each counter may move: up to the first serial that no subject got, which is then the next to be taken.</summary>
    internal IEnumerable<(NumberScope Scope, long Last)> Used(IReadOnlySet<(NumberScope, long)> numbers) =>
        from held in _held
        group held.Serial by held.Scope into scope
        let used = scope.Order().TakeWhile(serial => numbers.Contains((scope.Key, serial))).ToList()
        where used.Count > 0
        select (scope.Key, used[^1]);
}
