using System.Collections.Immutable;
using ClientTracking.Regulations;
using ClientTracking.Subjects;
using ClientTracking.Tracking;

namespace ClientTracking.DependencyInjection;

/// <summary>A regulation that ships with the engine, together with the kinds of subject it governs.</summary>
/// <param name="Regulation">The regulation as published.</param>
/// <param name="Kinds">The kinds it brings.</param>
public sealed record RegulationPreset(Regulation Regulation, params ImmutableArray<KindDefinition> Kinds)
{
    /// <summary>What happens on one of them because of another.</summary>
    public ImmutableArray<FollowUp> FollowUps { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The preset with its regulation changed in code: another reading of a rule, another deadline.</summary>
    public RegulationPreset With(Func<Regulation, Regulation> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return this with { Regulation = change(Regulation) };
    }
}
