namespace ClientTracking.Time;

/// <summary>The calendars shipped with the engine.</summary>
public static class WorkCalendars
{
    private static readonly Lazy<WorkCalendar> LazyChina = new(BuildChina);

    /// <summary>
    /// Mainland China: the schedule of the yearly notices of the State Council General Office for 2004 to 2026, Asia/Shanghai,
    /// <see cref="BusinessHours.China"/>. Before and after, weekends only, and provisional.
    /// </summary>
    /// <remarks>
    /// A host adds the next notice, other hours or days off as a layer:
    /// <c>WorkCalendars.China.With("China 2027", layer => layer.AddCsv(text))</c>.
    /// </remarks>
    public static WorkCalendar China => LazyChina.Value;

    private static WorkCalendar BuildChina()
    {
        const string file = "china-workdays.csv";
        using var stream = typeof(WorkCalendars).Assembly.GetManifestResourceStream($"ClientTracking.Time.Data.{file}")
            ?? throw new InvalidOperationException($"The resource {file} is missing from the assembly.");
        using var text = new StreamReader(stream);
        return new WorkCalendarBuilder("China").AddCsv(text, file).Build();
    }
}
