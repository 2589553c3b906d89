#pragma warning disable
namespace ClientTracking.Time;
/// <summary>stub</summary>
public sealed class WorkCalendar;
