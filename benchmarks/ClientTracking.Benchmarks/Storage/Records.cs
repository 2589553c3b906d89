using ClientTracking.Confidentiality;
using ClientTracking.Deadlines;
using ClientTracking.Numbering;
using ClientTracking.Obligations;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Benchmarks.Storage;

/// <summary>Subjects as the engine would make them.</summary>
internal static class Records
{
    internal static readonly TenantId Tenant = new("bench");
    internal static readonly Instant Noon = Instant.FromUtc(2026, 3, 2, 4, 0);

    internal static NumberScope Scope(string series) => new(series, "2026-03-02");

    internal static SubjectRecord Born(NumberScope? scope, long serial, int obligations, ConfidentialityLevel? level = null)
    {
        var number = scope is { } numbered ? new DocumentNumber(numbered, serial, $"{numbered.Series}260302{serial:000000}", $"260302{serial:000000}") : null;
        var entry = new JournalEntry
        {
            Sequence = 1,
            Name = "registered",
            Event = """{"$type":"registered","receivedOn":"2026-03-02","gist":"病友圈希望能在手机上看"}""",
            At = Noon,
            RecordedAt = Noon,
            By = new PersonId("陈小美"),
            Number = number,
            Secrecy = level is { } marked ? [new Marked(Secret(marked)) { At = Noon, By = new PersonId("陈小美") }] : null,
            Obligations = [.. Enumerable.Range(1, obligations).Select(id => new ObligationChange(ObligationEvent.Opened, Owed(id)))],
        };
        return SubjectRecord.Unborn(new SubjectId(Guid.CreateVersion7()), new SubjectKind("requirement"), "RequirementFollowUp", 1).After(
            entry,
            """{"status":"Registered","reporter":"李小四","form":{"type":"NewFeature","source":"InPerson","requester":{"name":"沈院","organization":"省立二院"},"clientWords":"希望能在手机上看"}}""",
            new SearchFields("Registered") { Owner = new PersonId("李小四"), Client = "省立二院" });
    }

    internal static Notice Notice(SubjectRecord record) =>
        new() { Key = $"{record.Id}/1", Tenant = Tenant, Subject = record.Id, Kind = record.Kind, Number = record.Number?.Text, Name = "registered", At = Noon };

    internal static SerialRequest Ask(NumberScope scope, NumberingMode mode, SubjectId subject) => new(scope, 1, mode, subject, Noon);

    private static Classification Secret(ConfidentialityLevel level) => new()
    {
        Kind = new SubjectKind("requirement"),
        Drafter = new PersonId("陈小美"),
        Markings = [new(level, null, null, Noon, new PersonId("陈小美"), null)],
    };

    private static Obligation Owed(int id)
    {
        var due = Noon + Duration.FromHours(id);
        return new()
        {
            Id = id,
            Rule = $"RF-{30 + id}",
            Responsible = new Role("Collector"),
            Assignee = new PersonId("王小明"),
            Clock = new([new(ClockEventKind.Started, Noon, DeadlineRule.Days(1), Due: due)], due, false, false, 0, []),
            NextNotice = new(0, due, due, null),
        };
    }
}
