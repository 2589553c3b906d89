using ClientTracking.Confidentiality;
using ClientTracking.Tracking;
using ClientTracking.Tracking.Secrecy;

namespace ClientTracking.Core.Tests.Tracking.Secrecy;

/// <summary>What becomes of a record's secrecy by itself is put on record by the work by the clock (CL-05, CL-08).</summary>
public sealed class SettlementTests
{
    [Fact]
    public async Task CL_08_The_end_of_a_term_is_recorded_and_told_and_what_is_due_besides_is_told_in_the_same_run()
    {
        await using var host = OfficeHost.Create();
        // The duty opened with the dossier runs five working days from Wednesday 11 March and is overdue on the 18th at 18:00.
        var id = await host.As("drafter", "design").Send(new OpenDossier("merger") { Marking = ReadPathTests.Secret with { LastDay = new(2026, 3, 12) } });
        host.At("2026-03-18 18:01");
        await host.RunDue();

        var record = await host.Stored(id);
        Assert.Equal(["secrecy.settled", "obligations.swept"], record.Journal.Skip(1).Select(entry => entry.Name));
        Assert.Equal(TestHost.Shanghai("2026-03-13 00:00"), Assert.IsType<Declassified>(Assert.Single(record.Journal[1].Secrecy!.Value)).At);
        Assert.Contains("secrecy.settled", host.Notices.Select(notice => notice.Name));
        Assert.Contains("obligation.overdue", host.Notices.Select(notice => notice.Name));
        Assert.Equal(0, await host.RunDue());
        Assert.Equal(record.Version, (await host.Stored(id)).Version);
    }

    /// <summary>CL-05: a grant ends when its granter could no longer give it; the next run that comes by the record says so.</summary>
    [Fact]
    public async Task CL_05_A_grant_whose_granter_left_is_put_on_record_as_ended()
    {
        await using var host = OfficeHost.Create(tracking => tracking.UseOrganization<Leaving>());
        var (secret, _) = await ReadPathTests.SecretAsync(host);
        await host.As("president").Send(new GrantAccess(secret, new("named"), new(2026, 12, 31)));
        Assert.NotNull(await host.As("named").Ask(new GetSubject<Dossier>(secret)));

        Leaving.HasLeft.Value = true;
        Assert.Null(await host.As("named").Ask(new GetSubject<Dossier>(secret)));
        host.At("2026-03-18 18:01");
        await host.RunDue();
        Assert.Equal(GrantEnd.GranterLeft, Assert.Single((await host.Stored(secret)).Secrecy!.Grants).EndedBy);
    }

    /// <summary>An organization the president leaves.</summary>
    private sealed class Leaving : IOrganizationProvider
    {
        internal static readonly AsyncLocal<bool> HasLeft = new();

        public ValueTask<Organization> GetOrganizationAsync(TenantId tenant, CancellationToken cancellationToken) => new(new Organization(
            [.. OfficeHost.Offices.Offices.Where(office => !HasLeft.Value || office.Rank != Rank.President)]));
    }
}
