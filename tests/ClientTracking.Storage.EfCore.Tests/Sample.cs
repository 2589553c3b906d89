using ClientTracking.Deadlines;
using ClientTracking.Numbering;
using ClientTracking.Obligations;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Storage.EfCore.Tests;

/// <summary>Small subjects, as the engine would make them.</summary>
internal static class Sample
{
    internal static readonly TenantId Tenant = new("acme");
    internal static readonly NumberScope Scope = new("requirement", "2014-06-19");
    internal static readonly Instant Noon = Instant.FromUtc(2014, 6, 19, 4, 0);

    internal static SubjectId Id(int n) => new(new Guid(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]));

    internal static SerialRequest Serial(int subject, NumberingMode mode = NumberingMode.GapFree) => new(Scope, 1, mode, Id(subject), Noon);

    internal static DocumentNumber Number(long serial) => new(Scope, serial, $"需求报告表140619{serial:00}", $"140619{serial:00}");

    internal static Obligation Owed(int id, Instant due) =>
        new() { Id = id, Rule = "RF-33", Responsible = new Role("Collector"), Clock = new([new(ClockEventKind.Started, Noon, DeadlineRule.Days(1), Due: due)], due, false, false, 0, []) };

    /// <summary>A new subject, with a number or without.</summary>
    internal static SubjectChange Born(int subject, long? serial = null, params Claim[] claims)
    {
        var unborn = SubjectRecord.Unborn(Id(subject), new SubjectKind("requirement"), "RF", 1);
        var entry = Entry(1) with
        {
            Number = serial is { } n ? Number(n) : null,
            Obligations = [new(ObligationEvent.Opened, Owed(1, Noon + Duration.FromHours(2)))],
        };
        return new(null, unborn.After(entry, """{"gist":"导出报表"}""", new SearchFields("registered") { Claims = [.. claims] }), [Notice(subject, 1)]);
    }

    /// <summary>The next change of a subject that was read.</summary>
    internal static SubjectChange Changed(SubjectRecord before, string status) =>
        new(before, before.After(Entry(before.Version + 1), before.State, before.Search with { Status = status }), []);

    internal static Notice Notice(int subject, int n) => new()
    {
        Key = $"{Id(subject)}/{n}",
        Tenant = Tenant,
        Subject = Id(subject),
        Kind = new SubjectKind("requirement"),
        Name = "registered",
        At = Noon,
    };

    private static JournalEntry Entry(long sequence) =>
        new() { Sequence = sequence, Name = "registered", At = Noon, RecordedAt = Noon, By = new PersonId("zhang") };
}
