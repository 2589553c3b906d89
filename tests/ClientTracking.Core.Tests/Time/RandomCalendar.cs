using ClientTracking.Time;
using CsCheck;
using NodaTime;

namespace ClientTracking.Core.Tests.Time;

/// <summary>A calendar made by chance: the plan it was made from and the calendar the engine built of it.</summary>
internal sealed record RandomCalendar(
    DateTimeZone Zone, LocalDate Start, DaySessions?[] Week, DaySessions Standard, IReadOnlyList<RandomDay> Dated, WorkCalendar Calendar)
{
    internal const int Days = 12;

    private static readonly string[] Zones =
        ["Asia/Shanghai", "America/New_York", "Europe/Paris", "Australia/Lord_Howe", "America/St_Johns", "America/Sao_Paulo", "Pacific/Apia", "Etc/UTC"];

    /// <summary>Random hours, duties, days off, holidays and make-up days in twelve days, mostly around a clock change.</summary>
    internal static Gen<RandomCalendar> Gen { get; } =
        from zone in CsCheck.Gen.Int[0, Zones.Length - 1].Select(i => Zones[i])
        from year in CsCheck.Gen.Int[zone == "Asia/Shanghai" ? 1985 : 1995, zone == "Asia/Shanghai" ? 1992 : 2030]
        from change in CsCheck.Gen.Int[0, 3]
        from before in CsCheck.Gen.Int[0, 9]
        from nights in CsCheck.Gen.Bool
        from standard in Hours(nights)
        from open in CsCheck.Gen.Int[0, 9].Array[7]
        from hours in Hours(nights).Array[7]
        let week = open.Zip(hours, (chance, day) => chance < 6 ? day : null).ToArray()
        from dated in Day(nights).Array[0, 8]
        select Create(zone, year, change, before, standard, week, dated);

    private static Gen<DaySessions> Hours(bool nights) =>
        from count in CsCheck.Gen.Int[1, 3]
        from minutes in CsCheck.Gen.OneOf(CsCheck.Gen.Int[nights ? 24 : 0, 96].Select(quarter => quarter * 15), CsCheck.Gen.Int[nights ? 360 : 0, 1440])
            .HashSet[count * 2]
        from overnight in CsCheck.Gen.Int[1, 359]
        from isNight in CsCheck.Gen.Int[0, 2]
        select Sessions([.. minutes.Order()], nights && isNight == 0 ? overnight : null);

    private static DaySessions Sessions(int[] minutes, int? overnight)
    {
        var sessions = new List<Session>();
        for (var i = 0; i < minutes.Length; i += 2)
        {
            var end = i == minutes.Length - 2 && overnight is { } late ? late : minutes[i + 1];
            sessions.Add(new Session(LocalTime.FromMinutesSinceMidnight(minutes[i] % 1440), LocalTime.FromMinutesSinceMidnight(end % 1440)));
        }

        return new DaySessions([.. sessions]);
    }

    private static Gen<RandomDay> Day(bool nights) =>
        from offset in CsCheck.Gen.Int[-1, Days]
        from kind in CsCheck.Gen.Enum<RandomDayKind>()
        from hours in Hours(nights)
        select new RandomDay(offset, kind, hours);

    private static RandomCalendar Create(
        string id, int year, int change, int before, DaySessions standard, DaySessions?[] week, RandomDay[] dated)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        var intervals = zone.GetZoneIntervals(Instant.FromUtc(year, 1, 1, 0, 0), Instant.FromUtc(year + 1, 1, 1, 0, 0)).Skip(1).ToList();
        var start = intervals.Count == 0 ? new LocalDate(year, 3, 1) : intervals[change % intervals.Count].Start.InZone(zone).Date.PlusDays(-before);
        if (week.All(hours => hours is null)) week[2] = standard;
        var pattern = BusinessHours.On(standard);
        for (var i = 0; i < 7; i++) pattern = pattern.With((IsoDayOfWeek)(i + 1), week[i] ?? DaySessions.None);
        var days = dated.DistinctBy(day => (day.Offset, day.Matter)).ToList();
        var builder = new WorkCalendarBuilder(id).InZone(zone).WithHours(pattern);
        foreach (var day in days) day.AddTo(builder, start);
        return new RandomCalendar(zone, start, week, standard, days, builder.Build());
    }

    public override string ToString() =>
        $"{Zone.Id} {Start:uuuu-MM-dd} [{string.Join("; ", Week.Select(day => day?.ToString() ?? "-"))}] {Standard} {string.Join(", ", Dated)}";
}
