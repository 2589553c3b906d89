using System.Text.Json.Nodes;
using ClientTracking.Deadlines;
using ClientTracking.Obligations;
using ClientTracking.Priorities;
using ClientTracking.Storage.Conformance.Records;
using ClientTracking.Subjects;
using NodaTime;
using Xunit;

namespace ClientTracking.Storage.Conformance.Suites;

/// <summary>A store gives back what it was given: every field, every character, every millisecond.</summary>
/// <remarks>
/// Rulings: empty and missing are two things. Texts come back as they went in, neither trimmed nor normalized. Instants are whole
/// milliseconds, from the year 1 to the end of 9999. State and events come back as the same JSON, whatever their names look like; the order
/// of names may differ.
/// </remarks>
public abstract class RoundTripConformance<TFixture>(TFixture fixture) : StoreSuite<TFixture>(fixture) where TFixture : StoreFixture
{
    private static readonly Instant Odd = Instant.FromUtc(2026, 3, 2, 1, 30, 59) + Duration.FromMilliseconds(987);

    [Fact]
    public async Task Every_field_of_a_subject()
    {
        var number = Sample.Number(Fresh.Scope(), 3_000_000_000);
        await IsKeptAsync(Sample.Subject(command: Fresh.Command(), number: number) with
        {
            Regulation = "需求跟踪",
            RegulationVersion = 7,
            SchemaVersion = 3,
            Search = new SearchFields("in-progress")
            {
                Grade = PriorityGrade.C,
                Owner = new PersonId("王小明"),
                Client = "client 1",
                Closed = true,
                Claims = [new("external-id", "1"), new("external-id", "2")],
            },
            Obligations = [Full(1), Sample.Obligation(2, Odd)],
        });
    }

    [Fact]
    public async Task Every_field_of_a_journal_entry()
    {
        var subject = Sample.Subject();
        var entry = new JournalEntry
        {
            Sequence = 2,
            Name = "登记",
            Event = """{"type":"registered","by":"p2"}""",
            At = Odd - Duration.FromDays(1),
            RecordedAt = Odd,
            By = new PersonId("p2"),
            Command = Fresh.Command(),
            CommandName = "Register",
            Reason = "补登",
            Number = Sample.Number(Fresh.Scope(), 2),
            Obligations = [.. Enum.GetValues<ObligationEvent>().Select(what => new ObligationChange(what, Full((int)what + 1)))],
        };
        await IsKeptAsync(subject.After(entry, "{}", subject.Search) with { Version = 1 });
    }

    [Fact]
    public async Task An_entry_of_the_engine_itself_has_no_event()
    {
        var subject = Sample.Subject();
        await IsKeptAsync(subject with { Journal = [.. subject.Journal.Select(entry => entry with { Event = null })] });
    }

    [Theory]
    [InlineData(ObligationStatus.Open)]
    [InlineData(ObligationStatus.Paused)]
    [InlineData(ObligationStatus.Fulfilled)]
    [InlineData(ObligationStatus.Waived)]
    [InlineData(ObligationStatus.Cancelled)]
    public async Task Every_status_of_an_obligation(ObligationStatus status) =>
        await IsKeptAsync(Sample.Subject().Owing(Full(1) with { Status = status }));

    [Fact]
    public async Task Every_field_of_a_notice()
    {
        var subject = Sample.Subject();
        var full = new Notice
        {
            Key = $"{subject.Id}/1/😀",
            Tenant = Tenant,
            Subject = subject.Id,
            Kind = subject.Kind,
            Number = "需求报告表14061903",
            Name = "obligation.opened",
            At = Odd,
            Obligation = 2,
            Rule = "RF-33",
            Role = new Role("Collector"),
            Person = new PersonId("王小明"),
            Due = Odd + Duration.FromMilliseconds(1),
            Forecast = Odd + Duration.FromDays(1),
            Level = 2,
        };
        var bare = Sample.Notice(Tenant, subject, $"{subject.Id}/1");
        await CommitAsync(subject.Birth(full, bare));

        Assert.Equal([full, bare], (await Store.Outbox.LeaseOfAsync(Tenant, "host", Odd, Cancel)).Select(message => message.Notice));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" both ends ")]
    [InlineData("需求梗概，逾期未处理")]
    [InlineData("𠮷野家 𪚥 four bytes each")]
    [InlineData("👩‍👩‍👧‍👦 😀")]
    [InlineData("\u00e9 e\u0301 ß ẞ İ ı")]
    [InlineData("line\r\nline\nline\ttab")]
    [InlineData("' \" \\ ` ; -- /* */ % _ ${x} {{x}} </script>")]
    public async Task Every_text(string text)
    {
        var subject = Sample.Subject();
        var entry = Sample.Entry(1) with { Reason = text };
        await IsKeptAsync(subject with
        {
            Search = subject.Search with { Client = text, Claims = [new("scope", text)] },
            Obligations = [Full(1) with { Reason = text }],
            Journal = [entry],
            State = new JsonObject { ["text"] = text }.ToJsonString(),
        });
        Assert.Equal(subject.Id, await AskAsync(session => session.FindByClaimAsync(new("scope", text), Cancel)));
    }

    [Theory]
    [InlineData(1, 1, 1, 0)]
    [InlineData(1900, 1, 1, 1)]
    [InlineData(1969, 12, 31, 86_399_999)]
    [InlineData(1970, 1, 1, 0)]
    [InlineData(2000, 2, 29, 43_200_001)]
    [InlineData(9999, 12, 31, 86_399_999)]
    public async Task Every_instant(int year, int month, int day, int millisecondOfDay)
    {
        var instant = Instant.FromUtc(year, month, day, 0, 0) + Duration.FromMilliseconds(millisecondOfDay);
        var entry = Sample.Entry(1) with { At = instant, RecordedAt = instant };
        await IsKeptAsync(Sample.Subject() with
        {
            Journal = [entry],
            Obligations = [Sample.Obligation(1, instant) with { Clock = Sample.Clock(instant, instant), ClosedAt = instant, JudgedAt = instant }],
        });
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"empty":"","missing":null,"list":[],"object":{},"nested":[[1,[2]],{"a":{"b":[true,false,null]}}]}""")]
    [InlineData("""{"long":9007199254740993,"max":9223372036854775807,"min":-9223372036854775808,"zero":0,"decimal":0.1,"negative":-12.5}""")]
    [InlineData("""{"day":"2026-03-02","instant":"2026-03-02T01:30:00.000Z","id":"0194fdc2-fa2f-7cc0-81d3-ff12045b73c8","digits":"007"}""")]
    [InlineData("""{"张.三":1,"a.b.c":{"$set":{"x":1}},"$oid":"x","$date":"2026-03-02","":"no name","_id":1," ":2}""")]
    [InlineData("""{"😀":"𠮷","Case":1,"case":2,"\u00e9":3,"e\u0301":4}""")]
    public async Task Every_state(string state) => await IsKeptAsync(Sample.Subject() with { State = state });

    private static Obligation Full(int id) => new()
    {
        Id = id,
        Rule = "RF-33",
        Responsible = new Role("Collector"),
        Assignee = new PersonId("王小明"),
        Department = "资讯部",
        Clock = new(
            [
                new(ClockEventKind.Started, Odd, DeadlineRule.Parse("5wd@12:00")),
                new(ClockEventKind.Paused, Odd, Reason: "等客户答复 😀"),
                new(ClockEventKind.Resumed, Odd + Duration.FromMilliseconds(5)),
                new(ClockEventKind.Extended, Odd, From: Odd, Due: Odd + Duration.FromMilliseconds(1), Reason: "因实现难度大"),
                new(ClockEventKind.Retargeted, Odd, DeadlineRule.Parse("thu@cob"), Odd),
                new(ClockEventKind.Recalculated, Odd, Reason: ""),
            ],
            Odd + Duration.FromMilliseconds(1), provisional: true, isSuspended: true, revision: 4, missed: [new(Odd, Odd + Duration.FromMilliseconds(9))]),
        Status = ObligationStatus.Waived,
        ClosedAt = Odd + Duration.FromMilliseconds(2),
        JudgedAt = Odd + Duration.FromMilliseconds(3),
        Reason = "客户撤回",
    };

    private async Task IsKeptAsync(SubjectRecord subject)
    {
        await CommitAsync(subject.Birth());

        Same.Record(subject, await FindAsync(subject.Id));
        Same.Record(subject, Assert.Single((await AskAsync(session => session.QueryAsync(new SubjectQuery(), Cancel))).Items));
        var rows = await AskAsync(session => session.QueryAsync(new ObligationQuery { Status = null }, Cancel));
        Assert.Equal(subject.Obligations.OrderBy(owed => (owed.Due, owed.Id)), rows.Items.Select(row => row.Obligation));
    }
}
