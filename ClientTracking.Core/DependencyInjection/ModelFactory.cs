using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Regulations;
using ClientTracking.Subjects;
using ClientTracking.Tracking;

namespace ClientTracking.DependencyInjection;

/// <summary>Makes the model out of what the host registered and configured.</summary>
internal static class ModelFactory
{
    /// <exception cref="InvalidRequestException">Something is wrong; every fault is listed.</exception>
    public static TrackingModel Create(ClientTrackingOptions options, Registrations registrations)
    {
        var faults = new FaultList();
        var regulations = Regulations(options, registrations, faults);
        faults.ThrowIfAny();
        return new(registrations.Kinds, regulations, registrations.CalendarOf!);
    }

    public static ImmutableArray<Regulation> Regulations(ClientTrackingOptions options, Registrations registrations, FaultList faults)
    {
        if (registrations.CalendarOf is null) faults.Add("Calendar", "options.calendar-missing");
        if (options.BackdatingAllowance < TimeSpan.Zero) faults.Add(nameof(options.BackdatingAllowance), "options.negative", options.BackdatingAllowance);
        if (options.BackgroundInterval <= TimeSpan.Zero) faults.Add(nameof(options.BackgroundInterval), "options.not-positive", options.BackgroundInterval);
        if (options.AllowedLag < TimeSpan.Zero) faults.Add(nameof(options.AllowedLag), "options.negative", options.AllowedLag);
        if (options.DeliveryAttempts < 1) faults.Add(nameof(options.DeliveryAttempts), "options.not-positive", options.DeliveryAttempts);
        foreach (var unknown in options.Regulations.Keys.Except(registrations.Regulations.Select(regulation => regulation.Name)))
            faults.Add($"Regulations:{unknown}", "options.unknown-regulation", string.Join(", ", registrations.Regulations.Select(r => r.Name).Order(StringComparer.Ordinal)));
        foreach (var kind in registrations.Kinds.Where(kind => registrations.Regulations.All(regulation => regulation.Name != kind.Regulation)))
            faults.Add($"Kinds:{kind.Kind}", "options.regulation-missing", kind.Regulation);
        var latest = registrations.Regulations.GroupBy(regulation => regulation.Name).Select(versions => versions.MaxBy(regulation => regulation.Version)!);
        ImmutableArray<Regulation> changed = [.. latest.Where(regulation => options.Regulations.ContainsKey(regulation.Name))
            .Select(regulation => regulation.With(options.Regulations[regulation.Name], $"Regulations:{regulation.Name}", faults))];
        ImmutableArray<Regulation> regulations =
        [
            .. registrations.Regulations.Where(regulation => !changed.Any(same => (same.Name, same.Version) == (regulation.Name, regulation.Version))),
            .. changed,
        ];
        RefuseUnknownFields(registrations.Kinds, regulations, faults);
        RegulationConfiguration.RefuseClashes(regulations, "Regulations", faults);
        return regulations;
    }

    /// <summary>A level for a field that no kind has would protect nothing.</summary>
    private static void RefuseUnknownFields(List<KindDefinition> kinds, ImmutableArray<Regulation> regulations, FaultList faults)
    {
        foreach (var regulation in regulations.Where(regulation => regulation.Confidentiality is not null))
            foreach (var kind in kinds.Where(kind => kind.Regulation == regulation.Name))
                foreach (var unknown in (regulation.Confidentiality!.Of(kind.Kind)?.Fields.Keys ?? []).Except(kind.FieldNames).Order(StringComparer.Ordinal))
                    faults.Add($"Regulations:{regulation.Name}:Confidentiality:{kind.Kind}:Fields:{unknown}", "options.unknown-field", string.Join(", ", kind.FieldNames));
    }
}
