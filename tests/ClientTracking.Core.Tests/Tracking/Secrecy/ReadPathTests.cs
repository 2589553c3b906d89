using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using ClientTracking.Numbering;
using ClientTracking.Oversight;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using ClientTracking.Tracking;
using ClientTracking.Tracking.Secrecy;

namespace ClientTracking.Core.Tests.Tracking.Secrecy;

/// <summary>T40: what somebody may not know appears on no path that leads out of the engine.</summary>
public sealed class ReadPathTests
{
    private static readonly SubjectQuery All = new();

    /// <summary>The leadership, the manager in charge of it, and whom that manager named; nobody else finds a trace of a Secret record.</summary>
    [Theory]
    [InlineData("president", true)]
    [InlineData("manager", true)]
    [InlineData("named", true)]
    [InlineData("gm", false)]
    [InlineData("concerned", false)]
    [InlineData("stranger", false)]
    public async Task T40_A_Secret_record_is_read_on_every_path_or_on_none(string person, bool reads)
    {
        await using var host = OfficeHost.Create();
        var (secret, number) = await SecretAsync(host);
        await host.As("manager").Send(new GrantAccess(secret, new("named"), new(2026, 3, 20)));
        host.As(person);
        var ask = All with { Kind = DossierKind.Instance.Kind };

        Assert.Equal(reads, await host.Ask(new GetSubject<Dossier>(secret)) is not null);
        Assert.Equal(reads, await host.Ask(new GetSubjectByNumber<Dossier>(number)) is not null);
        Assert.Equal(reads ? 1 : 0, (await host.Ask(new FindSubjects<Dossier>(All))).Items.Length);
        Assert.Equal(reads ? 1 : 0, (await host.Ask(new FindSubjects<Dossier>(All with { Client = "merger" }))).Items.Length);
        Assert.Equal(reads ? 1 : 0, (await host.Ask(new ListSubjects(ask))).Items.Length);
        Assert.Equal(reads ? 1 : 0, (await host.Ask(new ListSubjects(ask with { NumberPrefix = "D-" }))).Items.Length);
        Assert.Equal(reads ? 1 : 0, (await host.Ask(new ListSubjects(ask with { Order = SubjectOrder.Number }))).Items.Length);
        Assert.Equal(reads, await host.Ask(new GetSubjectHeader(secret)) is not null);
        Assert.Equal(reads, await host.Ask(new GetTimeline(secret)) is not null);
        Assert.Equal(reads ? 1 : 0, (await host.Ask(new FindObligations(new()))).Items.Length);
        Assert.Equal(reads ? 1 : 0, (await host.Ask(new WhoOwesWhat())).Items.Length);
        Assert.Equal(reads ? 1 : 0, (await host.Ask(new GetNumberLedger(new(new NumberScope("dossier", "2026-03-11"))))).Items.Length);
        var notice = new Notice { Key = "k", Tenant = TestHost.Tenant, Subject = secret, Kind = DossierKind.Instance.Kind, Number = number, Name = "dossier.opened", At = host.Clock.GetCurrentInstant() };
        Assert.Equal(reads ? notice : null, await host.Use<NoticeAudience, Notice?>(audience => audience.ForAsync(notice, new Actor(new(person), null))));
    }

    [Fact]
    public async Task T40_A_command_on_a_withheld_record_answers_as_if_there_were_none()
    {
        await using var host = OfficeHost.Create();
        var (secret, _) = await SecretAsync(host);
        host.As("stranger");
        var none = new SubjectId(new Guid("0194fdc2-fa2f-7cc0-81d3-ff12045b73c8"));

        foreach (var id in new[] { secret, none })
        {
            await RefusedAsUnknown(host, id, new RetitleDossier(id, "found out"));
            await RefusedAsUnknown(host, id, new WaiveObligation(id, 1, "not needed"));
            await RefusedAsUnknown(host, id, new GrantAccess(id, new("stranger"), new(2026, 3, 20)));
            await RefusedAsUnknown(host, id, new RequestHandOut(id, HandOutForm.Copy, new("stranger"), "curious"));
            await RefusedAsUnknown(host, id, new TakeCustody(id));
        }
    }

    [Fact]
    public async Task T40_A_command_cannot_refer_to_a_withheld_record()
    {
        await using var host = OfficeHost.Create();
        var (secret, _) = await SecretAsync(host);
        var own = await host.As("stranger").Send(new OpenDossier("mine", new PersonId("stranger")));
        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() => host.Send(
            new RetitleDossier(own, "x") { References = [new("twin", DossierKind.Instance.Kind, secret)] }));
        Assert.Equal(("twin", "request.unknown-subject"), Assert.Single(refused.Faults.Select(fault => (fault.Path, fault.Code))));
    }

    /// <summary>Confidential: lists say that something exists; the drafter sees the header; the people concerned read it (CL-04, CL-12).</summary>
    [Theory]
    [InlineData("concerned", Visibility.Content)]
    [InlineData("drafter", Visibility.Header)]
    [InlineData("head", Visibility.Header)]
    [InlineData("stranger", Visibility.Exists)]
    public async Task CL_12_A_Confidential_record_is_shown_as_far_as_each_may_know(string person, Visibility sees)
    {
        await using var host = OfficeHost.Create();
        var id = await host.As("drafter", "design").Send(new OpenDossier("clinic", new PersonId("concerned")));
        host.As(person, "design");

        var row = Assert.Single((await host.Ask(new ListSubjects(All with { Kind = DossierKind.Instance.Kind }))).Items);
        Assert.Equal((id, sees), (row.Id, row.Visibility));
        Assert.Equal(sees >= Visibility.Header ? "D-26031101" : null, row.Number);
        Assert.Equal(sees >= Visibility.Header ? ConfidentialityLevel.Confidential : null, row.Level);
        Assert.Equal(sees == Visibility.Content, await host.Ask(new GetSubject<Dossier>(id)) is not null);
        Assert.Equal(sees >= Visibility.Header ? 1 : 0, (await host.Ask(new ListSubjects(All with { NumberPrefix = "D-" }))).Items.Length);
        Assert.Equal(sees == Visibility.Content ? 1 : 0, (await host.Ask(new ListSubjects(All with { Client = "clinic" }))).Items.Length);
        if (sees != Visibility.Content)
            Assert.Equal(
                sees == Visibility.Header ? "access.closed.header-only" : "access.refused",
                (await Assert.ThrowsAsync<AccessDeniedException>(() => host.Send(new RetitleDossier(id, "x")))).Code);
    }

    [Fact]
    public async Task CL_05_A_sent_command_is_repeated_to_its_sender_and_to_nobody_else()
    {
        await using var host = OfficeHost.Create();
        var command = new OpenDossier("merger") { CommandId = new("c-1"), Marking = Secret };
        var id = await host.As("drafter", "design").Send(command);
        Assert.Equal(id, await host.Send(command));
        await Assert.ThrowsAsync<InvalidRequestException>(() => host.As("stranger").Send(command));
    }

    /// <summary>CL-08, T41: Internal at 24:00 of the last day, though no job has run.</summary>
    [Fact]
    public async Task T41_A_record_is_open_at_the_end_of_its_term_by_itself()
    {
        await using var host = OfficeHost.Create();
        var id = await host.As("drafter", "design").Send(new OpenDossier("merger") { Marking = Secret with { LastDay = new(2026, 3, 12) } });
        host.As("stranger").At("2026-03-12 23:59");
        Assert.Null(await host.Ask(new GetSubject<Dossier>(id)));
        host.At("2026-03-13 00:00");
        Assert.NotNull(await host.Ask(new GetSubject<Dossier>(id)));
    }

    [Fact]
    public async Task CL_03_A_new_record_has_its_default_level_and_no_lower_one()
    {
        await using var host = OfficeHost.Create();
        var id = await host.As("drafter", "design").Send(new OpenDossier("clinic"));
        Assert.Equal(ConfidentialityLevel.Confidential, (await host.Stored(id)).Access.Level);
        await Assert.ThrowsAsync<RuleViolationException>(() => host.Send(new OpenDossier("open") { Marking = new(DossierKind.Instance.Kind) { Level = ConfidentialityLevel.Internal } }));
    }

    [Fact]
    public async Task The_journal_rebuilds_the_secrecy()
    {
        await using var host = OfficeHost.Create();
        var (secret, _) = await SecretAsync(host);
        await host.As("manager").Send(new GrantAccess(secret, new("named"), new(2026, 3, 20)));
        await host.As("president").Send(new ChangeLevel(secret, ConfidentialityLevel.TopSecret, null, "merger is on"));
        var record = await host.Stored(secret);
        Assert.Equal(ConfidentialityLevel.TopSecret, record.Secrecy!.Marking.Level);
        Assert.Equal(GrantEnd.LevelChanged, Assert.Single(record.Secrecy.Grants).EndedBy);
        Assert.Equal(RecordJson.Write(record), RecordJson.Write(RecordJson.ReadSubject(RecordJson.Write(record))));
        Assert.Equal(RecordJson.Write(record with { State = "", Search = new("") }), RecordJson.Write(record.AsOf(record.Version) with { State = "", Search = new(""), SchemaVersion = record.SchemaVersion }));
    }

    internal static NewRecord Secret => new(DossierKind.Instance.Kind) { Level = ConfidentialityLevel.Secret, ManagerInCharge = new PersonId("manager") };

    internal static async Task<(SubjectId Id, string Number)> SecretAsync(TestHost host)
    {
        var id = await host.As("drafter", "design").Send(new OpenDossier("merger", new PersonId("concerned")) { Marking = Secret });
        return (id, (await host.Stored(id)).Number!.Text);
    }

    private static async Task RefusedAsUnknown<T>(TestHost host, SubjectId id, ICommand<T> command)
    {
        var fault = Assert.Single((await Assert.ThrowsAsync<InvalidRequestException>(() => host.Send(command))).Faults);
        Assert.Equal(("subject", "request.unknown-subject"), (fault.Path, fault.Code));
        Assert.Contains(id.ToString(), fault.ToString(), StringComparison.Ordinal);
    }
}
