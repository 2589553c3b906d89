using NodaTime;

namespace ClientTracking.Priorities;

/// <summary>A time a worker is away (请假); absences of one worker may overlap.</summary>
/// <param name="Worker">The worker, from 1.</param>
/// <param name="From">The first instant away.</param>
/// <param name="To">The instant the worker is back.</param>
public readonly record struct Absence(int Worker, Instant From, Instant To);
