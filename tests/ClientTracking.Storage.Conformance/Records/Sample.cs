using System.Collections.Immutable;
using ClientTracking.Deadlines;
using ClientTracking.Numbering;
using ClientTracking.Obligations;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Storage.Conformance.Records;

/// <summary>Small records of a kind no engine knows; a store must not care.</summary>
internal static class Sample
{
    internal static readonly SubjectKind Kind = new("test");

    internal static readonly Instant Moment = Instant.FromUtc(2026, 3, 2, 1, 30);

    /// <summary>A subject as its first commit stores it.</summary>
    internal static SubjectRecord Subject(SubjectId? id = null, CommandId? command = null, DocumentNumber? number = null) => new()
    {
        Id = id ?? Fresh.Id(),
        Kind = Kind,
        Version = 1,
        Regulation = "test-regulation",
        RegulationVersion = 1,
        State = """{"gist":"first"}""",
        Search = new SearchFields("open"),
        Number = number,
        Journal = [Entry(1, command, number)],
    };

    /// <summary>The subject after one more thing happened to it.</summary>
    internal static SubjectRecord Next(this SubjectRecord before, string status = "open", CommandId? command = null, DocumentNumber? number = null) =>
        before.After(Entry(before.Version + 1, command, number), """{"gist":"changed"}""", before.Search with { Status = status });

    internal static SubjectRecord Claiming(this SubjectRecord record, params ImmutableArray<Claim> claims) =>
        record with { Search = record.Search with { Claims = claims } };

    internal static SubjectRecord Owing(this SubjectRecord record, params ImmutableArray<Obligation> obligations) =>
        record with { Obligations = obligations };

    internal static SubjectChange Birth(this SubjectRecord record, params ImmutableArray<Notice> notices) => new(null, record, notices);

    internal static SubjectChange To(this SubjectRecord before, SubjectRecord after, params ImmutableArray<Notice> notices) =>
        new(before, after, notices);

    internal static JournalEntry Entry(long sequence, CommandId? command = null, DocumentNumber? number = null) => new()
    {
        Sequence = sequence,
        Name = "happened",
        Event = """{"type":"happened"}""",
        At = Moment,
        RecordedAt = Moment + Duration.FromMinutes(sequence),
        By = new PersonId("p1"),
        Command = command,
        CommandName = command is null ? null : "Do",
        Number = number,
    };

    internal static Obligation Obligation(int id, Instant due) => new()
    {
        Id = id,
        Rule = "XX-01",
        Responsible = new Role("Clerk"),
        Clock = Clock(Moment, due),
    };

    /// <summary>A clock as a promised instant starts it.</summary>
    internal static ClockLedger Clock(Instant opened, Instant due) =>
        new([new(ClockEventKind.Started, opened, DeadlineRule.Days(1), Due: due)], due, provisional: false, isSuspended: false, revision: 0, missed: []);

    internal static Notice Notice(TenantId tenant, SubjectRecord record, string key) => new()
    {
        Key = key,
        Tenant = tenant,
        Subject = record.Id,
        Kind = record.Kind,
        Number = record.Number?.Text,
        Name = "happened",
        At = Moment,
    };

    /// <summary>A number as a template might write it: series, period and serial in one text.</summary>
    internal static DocumentNumber Number(NumberScope scope, long serial) =>
        new(scope, serial, $"{scope.Series}/{scope.Period}/{serial}", $"{serial}");

    internal static SerialRequest Ask(NumberScope scope, NumberingMode mode, SubjectId? subject = null, long first = 1) =>
        new(scope, first, mode, subject ?? Fresh.Id(), Moment);
}
