using ClientTracking.Confidentiality;
using ClientTracking.Core.Tests.Tracking.Secrecy;
using ClientTracking.Requirements;
using ClientTracking.Subjects;
using ClientTracking.Tracking.Persons;
using ClientTracking.Tracking.Secrecy;

namespace ClientTracking.Core.Tests.Tracking.Persons;

/// <summary>A person in secret records: the export shows none that the officer may not know, the erasure reaches them all the same, and the logs verify.</summary>
public sealed class SecretPersonTests
{
    private static readonly LogKey Key = new("2026", new byte[32]);

    [Fact]
    public async Task CL_04_What_the_officer_may_not_know_is_not_exported_and_is_erased_unseen()
    {
        await using var host = OfficeHost.Create(tracking => tracking.SignAccessLogs(Key));
        var (secret, _) = await ReadPathTests.SecretAsync(host);
        await host.As("manager").Send(new GrantAccess(secret, new("guest"), new(2026, 3, 20)));
        Assert.Empty((await Officer(host).Ask(new ExportPerson("merger"))).Items);

        foreach (var (person, command) in new[] { ("merger", "1"), ("concerned", "2"), ("drafter", "3"), ("guest", "4") })
            await host.Send(new ErasePerson(person, "本人要求") { CommandId = new(command) });
        var record = await host.Stored(secret);
        Assert.All(["merger", "concerned", "drafter", "guest"], person => Assert.DoesNotMatch($"\"{person}\"(?!:)", Everything(record)));
        Assert.Equal((ConfidentialityLevel.Secret, "manager"), (record.Secrecy!.Marking.Level, record.Secrecy.ManagerInCharge!.Value.Value));
        Assert.Equal(record.State, DossierKind.Instance.Replay(record, record.Version).Record.State);
        var verified = await host.Use<AccessLogAudit, LogVerification>(audit => audit.VerifyAsync(TestHost.Tenant, secret, cancellationToken: TestContext.Current.CancellationToken));
        Assert.True(verified.IsIntact);
        Assert.True(verified.Count > 0);
    }

    private static string Everything(SubjectRecord record) => string.Join('\n', record.Journal.Select(entry => entry.Event).Append(record.State)
        .Append(RecordJson.Write(record with { State = "", Journal = [.. record.Journal.Select(entry => entry with { Event = null })] })));

    private static TestHost Officer(TestHost host) => host.As("officer", RequirementRoles.PersonalInformationOfficer);
}
