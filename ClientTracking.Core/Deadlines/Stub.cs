#pragma warning disable
using NodaTime;
namespace ClientTracking.Deadlines;
public readonly record struct DeadlineRule { public static DeadlineRule Parse(string s) => default; public static bool TryParse(string s, out DeadlineRule r) { r = default; return true; } }
public readonly record struct Deadline(Instant Due, bool Provisional);
public sealed class DeadlineCalculator { public DeadlineCalculator(ClientTracking.Time.WorkCalendar c) {} public Deadline Calculate(DeadlineRule r, Instant t) => default; public Deadline On(LocalDate d) => default; public DateTimeZone Zone; }
