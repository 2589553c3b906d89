using System.Collections.Frozen;
using System.Collections.Immutable;
using ClientTracking.Confidentiality;
using ClientTracking.Deadlines;
using ClientTracking.Regulations;
using ClientTracking.Subjects;
using ClientTracking.Time;

namespace ClientTracking.Tracking;

/// <summary>The kinds and regulations a host runs, and the calendar they are counted on. Immutable; made once at start.</summary>
public sealed class TrackingModel
{
    private readonly FrozenDictionary<Type, KindDefinition> _kinds;
    private readonly FrozenDictionary<(string Name, int Version), Regulation> _regulations;
    private readonly FrozenDictionary<string, Regulation> _current;
    private readonly FrozenDictionary<SubjectKind, AccessPolicy?> _policies;
    private readonly Func<TenantId, WorkCalendar> _calendarOf;

    internal TrackingModel(IEnumerable<KindDefinition> kinds, IEnumerable<Regulation> regulations, Func<TenantId, WorkCalendar> calendarOf)
    {
        _kinds = kinds.ToFrozenDictionary(kind => kind.StateType);
        _regulations = regulations.ToFrozenDictionary(regulation => (regulation.Name, regulation.Version));
        _current = _regulations.Values.GroupBy(regulation => regulation.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(versions => versions.Key, versions => versions.MaxBy(regulation => regulation.Version)!, StringComparer.Ordinal);
        _policies = PoliciesOf(_kinds.Values, _current);
        IsConfidential = _policies.Values.Any(policy => policy is not null);
        _calendarOf = calendarOf;
    }

    /// <summary>Whether one of the regulations says who may know what, so that it must be known who asks.</summary>
    public bool IsConfidential { get; }

    /// <summary>The regulations in force, by name; each in its latest version.</summary>
    public ImmutableArray<Regulation> Regulations => [.. _current.Values.OrderBy(r => r.Name, StringComparer.Ordinal)];

    /// <summary>The kinds the host runs, by name.</summary>
    public ImmutableArray<KindDefinition> Kinds => [.. _kinds.Values.OrderBy(k => k.Kind.Value, StringComparer.Ordinal)];

    /// <summary>The kind whose state is <typeparamref name="TState"/>.</summary>
    /// <exception cref="InvalidOperationException">The host runs no such kind.</exception>
    public KindDefinition<TState> KindOf<TState>() where TState : class =>
        _kinds.TryGetValue(typeof(TState), out var kind)
            ? (KindDefinition<TState>)kind
            : throw new InvalidOperationException(
                $"No kind with the state {typeof(TState).Name} is registered; add the regulation that brings it, or call AddKind.");

    /// <summary>The regulation of that name, in its latest version: new subjects are opened under it.</summary>
    /// <exception cref="InvalidOperationException">The host runs no such regulation.</exception>
    public Regulation Regulation(string name) =>
        _current.TryGetValue(name, out var regulation)
            ? regulation
            : throw new InvalidOperationException($"The regulation '{name}' is not registered; call AddRegulation.");

    /// <summary>The regulation of that name and version: a subject keeps the one it was opened under.</summary>
    /// <exception cref="InvalidOperationException">The host does not run this version.</exception>
    public Regulation Regulation(string name, int version) =>
        FindRegulation(name, version)
        ?? throw new InvalidOperationException($"Version {version} of the regulation '{name}' is not registered; call AddRegulation also for versions with open subjects.");

    /// <summary>The regulation of that name and version; null when the host does not run it.</summary>
    public Regulation? FindRegulation(string name, int version) => _regulations.GetValueOrDefault((name, version));

    /// <summary>Who may know the records of a kind; null where its regulation does not say, or the host runs no such kind.</summary>
    public AccessPolicy? PolicyOf(SubjectKind kind) => _policies.GetValueOrDefault(kind);

    /// <summary>Whether the host runs a kind.</summary>
    internal bool Runs(SubjectKind kind) => _policies.ContainsKey(kind);

    /// <summary>The kind of that name; null when the host does not run it.</summary>
    internal KindDefinition? FindKind(SubjectKind name) => _kinds.Values.FirstOrDefault(kind => kind.Kind == name);

    /// <summary>Counts periods on the calendar of a tenant.</summary>
    public DeadlineCalculator Deadlines(TenantId tenant) => new(_calendarOf(tenant));

    /// <summary>One policy for each set of rules, whatever the number of kinds under it.</summary>
    private static FrozenDictionary<SubjectKind, AccessPolicy?> PoliciesOf(
        IEnumerable<KindDefinition> kinds, FrozenDictionary<string, Regulation> regulations)
    {
        var compiled = new Dictionary<ConfidentialityRules, AccessPolicy>(ReferenceEqualityComparer.Instance);
        return kinds.ToFrozenDictionary(kind => kind.Kind, kind => Compile(regulations.GetValueOrDefault(kind.Regulation)?.Confidentiality));

        AccessPolicy? Compile(ConfidentialityRules? rules)
        {
            if (rules is null) return null;
            if (!compiled.TryGetValue(rules, out var policy)) compiled.Add(rules, policy = new(rules));
            return policy;
        }
    }
}
