using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using ClientTracking.Tracking.Secrecy;

namespace ClientTracking.Core.Tests.Tracking.Secrecy;

/// <summary>CL-06: export counts as copying; reading alone does not suffice, and what is Secret is logged either way (CL-11).</summary>
public sealed class ExportTests
{
    [Fact]
    public async Task CL_06_A_reader_exports_a_Confidential_record_only_with_an_approved_copy_and_until_it_is_returned()
    {
        await using var host = OfficeHost.Create();
        var id = await host.As("drafter", "design").Send(new OpenDossier("clinic", new PersonId("concerned")));
        host.As("concerned");
        var refused = await Assert.ThrowsAsync<AccessDeniedException>(() => host.Ask(new ExportSubject(id)));
        Assert.Equal(("CL-06", "access.closed.copy-not-approved"), (refused.Rule.Value, refused.Code));
        Assert.Empty((await host.Ask(new ExportSubjects(new()))).Items);

        await host.Send(new RequestHandOut(id, HandOutForm.Copy, new("concerned"), "court"));
        await host.As("gm").Send(new DecideHandOut(id, 1, HandOutForm.Copy, "C-1"));
        host.As("concerned");
        Assert.Contains("clinic", (await host.Ask(new ExportSubject(id))).State, StringComparison.Ordinal);
        Assert.Equal(id, Assert.Single((await host.Ask(new ExportSubjects(new()))).Items).Id);

        await host.Send(new ReturnHandOut(id, 1));
        await Assert.ThrowsAsync<AccessDeniedException>(() => host.Ask(new ExportSubject(id)));
    }

    [Fact]
    public async Task CL_06_Not_even_president_or_manager_in_charge_export_a_Secret_record_without_an_approved_copy_and_CL_11_it_is_logged()
    {
        await using var host = OfficeHost.Create();
        var (secret, _) = await ReadPathTests.SecretAsync(host);
        foreach (var person in new[] { "president", "manager" })
            await Assert.ThrowsAsync<AccessDeniedException>(() => host.As(person).Ask(new ExportSubject(secret)));
        await host.As("manager").Send(new RequestHandOut(secret, HandOutForm.Copy, new("manager"), "court"));
        await host.As("gm").Send(new DecideHandOut(secret, 1, HandOutForm.Copy, "C-1"));
        await host.As("manager").Ask(new ExportSubject(secret));

        var copies = (await EntriesAsync(host, secret)).Where(entry => entry.Decision.Action == AccessAction.Copy);
        Assert.Equal(
            [("president", false, "CL-06"), ("manager", false, "CL-06"), ("manager", true, "CL-06")],
            copies.Select(entry => (entry.Decision.Person.Value, entry.Decision.IsAllowed, entry.Decision.Rule.Value)));
    }

    [Fact]
    public async Task T40_The_export_of_a_withheld_record_answers_as_if_there_were_none()
    {
        await using var host = OfficeHost.Create();
        var (secret, _) = await ReadPathTests.SecretAsync(host);
        host.As("stranger");
        foreach (var id in new[] { secret, new SubjectId(Guid.NewGuid()) })
        {
            var unknown = await Assert.ThrowsAsync<InvalidRequestException>(() => host.Ask(new ExportSubject(id)));
            Assert.Equal(("subject", "request.unknown-subject"), Assert.Single(unknown.Faults.Select(fault => (fault.Path, fault.Code))));
        }
        Assert.Empty((await host.Ask(new ExportSubjects(new()))).Items);
    }

    /// <summary>CL-02 by field: a copy holds every field, so the highest level of them counts.</summary>
    [Theory]
    [InlineData(ConfidentialityLevel.Internal, true)]
    [InlineData(ConfidentialityLevel.Confidential, false)]
    public async Task CL_02_A_field_with_a_level_of_its_own_counts_for_the_copy(ConfidentialityLevel field, bool copies)
    {
        await using var host = OfficeHost.Create(tracking => tracking.AddRegulation(DossierKind.Rules with
        {
            Confidentiality = ConfidentialityRegulation.Published with
            {
                Kinds = [new(DossierKind.Instance.Kind, "CL-02") { Fields = System.Collections.Immutable.ImmutableDictionary<string, ConfidentialityLevel>.Empty.Add("title", field) }],
            },
        }));
        var id = await host.As("drafter", "design").Send(new OpenDossier("notice") { Marking = new(DossierKind.Instance.Kind) { Level = ConfidentialityLevel.Internal } });
        host.As("stranger");
        if (copies) Assert.Equal(id, (await host.Ask(new ExportSubject(id))).Id);
        else await Assert.ThrowsAsync<AccessDeniedException>(() => host.Ask(new ExportSubject(id)));
    }

    private static Task<List<AccessEntry>> EntriesAsync(TestHost host, SubjectId subject) => host.Use<AccessLogAudit, List<AccessEntry>>(async audit =>
    {
        var entries = new List<AccessEntry>();
        await foreach (var entry in audit.ReadAsync(TestHost.Tenant, subject, TestContext.Current.CancellationToken)) entries.Add(entry);
        return entries;
    });
}
