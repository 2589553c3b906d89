#pragma warning disable
using ClientTracking.Time;
using NodaTime;
namespace ClientTracking.Deadlines;
public readonly record struct Deadline(Instant Due, bool Provisional);
public sealed class DeadlineCalculator(WorkCalendar calendar) { public WorkCalendar Calendar => calendar; public Deadline Calculate(DeadlineRule r, Instant t) => new(t + Duration.FromHours(1), false); }
