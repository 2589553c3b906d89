using NodaTime;

namespace ClientTracking.Priorities;

/// <summary>How sure a forecast finish is.</summary>
/// <param name="Number">The number of the item.</param>
/// <param name="P50">In half of all simulated courses the item is finished by then.</param>
/// <param name="P85">In 85 of 100 it is.</param>
public sealed record ForecastRange(string Number, Instant P50, Instant P85);

/// <summary>One item of the past: what was estimated, and what it took, in working time.</summary>
/// <param name="Estimate">The estimate; more than zero.</param>
/// <param name="Actual">What it took.</param>
public readonly record struct Effort(Duration Estimate, Duration Actual);
