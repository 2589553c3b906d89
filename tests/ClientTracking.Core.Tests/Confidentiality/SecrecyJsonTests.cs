using System.Text.Json;
using System.Text.Json.Serialization;
using ClientTracking.Confidentiality;
using ClientTracking.Subjects;
using NodaTime;
using static ClientTracking.Core.Tests.Confidentiality.Company;

namespace ClientTracking.Core.Tests.Confidentiality;

/// <summary>Events and secrecy survive their JSON form, and the events alone rebuild the secrecy.</summary>
public sealed partial class SecrecyJsonTests
{
    private static readonly SecrecyJsonContext Json = new(SubjectJson.CreateOptions());

    [Fact]
    public void The_secrecy_is_rebuilt_from_its_events_as_they_are_stored()
    {
        var events = new List<SecrecyEvent>();
        Classification record = null!;
        Do(Desk.Mark(new(Contract) { Level = ConfidentialityLevel.Secret, LastDay = new(2026, 3, 31), ManagerInCharge = Person("manager") }, Who("drafter"), Now)!);
        Do(Desk.Grant(record, Who("manager"), Person("named"), new(2026, 4, 30), Now));
        Do(Desk.AppointCustodian(record, Who("gm"), Person("custodian"), Now));
        Do(SecrecyDesk.TakeOver(record, Who("custodian"), Now));
        Do(Desk.Request(record, Who("named"), HandOutForm.Copy, Person("named"), "for the court", Now));
        Do(Desk.Approve(record, Who("gm"), 1, Who("named"), "C-1", Person("named"), record.SearchFields([]), Now));
        Do(SecrecyDesk.Return(record, Who("named"), 1, Now));
        Do(Desk.Continue(record, Who("head"), new(2026, 6, 30), "tender runs", Now));
        Do([.. Desk.ChangeLevel(record, Who("vice"), ConfidentialityLevel.TopSecret, new(2026, 6, 30), "merger", Now)]);
        Do([.. Desk.Settle(record, Offices, Instant.FromUtc(2026, 7, 1, 0, 0))]);

        var stored = events.Select(happened => JsonSerializer.Serialize(happened, Json.SecrecyEvent)).ToArray();
        var rebuilt = SecrecyEvent.Replay(stored.Select(json => JsonSerializer.Deserialize(json, Json.SecrecyEvent)!));
        Assert.Equal(Text(record), Text(rebuilt!));
        Assert.Equal(Text(record), Text(JsonSerializer.Deserialize(Text(record), Json.Classification)!));
        Assert.Equal(11, events.Count);

        void Do(params SecrecyEvent[] happened)
        {
            events.AddRange(happened);
            record = happened.Aggregate(record, (before, one) => one.Apply(before));
        }
    }

    private static string Text(Classification record) => JsonSerializer.Serialize(record, Json.Classification);

    [JsonSourceGenerationOptions(UseStringEnumConverter = true)]
    [JsonSerializable(typeof(SecrecyEvent))]
    [JsonSerializable(typeof(Classification))]
    private sealed partial class SecrecyJsonContext : JsonSerializerContext;
}
