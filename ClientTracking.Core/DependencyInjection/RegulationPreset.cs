using System.Collections.Immutable;
using ClientTracking.Regulations;
using ClientTracking.Subjects;

namespace ClientTracking.DependencyInjection;

/// <summary>A regulation that ships with the engine, together with the kinds of subject it governs.</summary>
/// <param name="Regulation">The regulation as published.</param>
/// <param name="Kinds">The kinds it brings.</param>
public sealed record RegulationPreset(Regulation Regulation, params ImmutableArray<KindDefinition> Kinds);
