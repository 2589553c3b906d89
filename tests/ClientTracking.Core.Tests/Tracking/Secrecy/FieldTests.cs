using System.Collections.Immutable;
using ClientTracking.Bugs;
using ClientTracking.Confidentiality;
using ClientTracking.DependencyInjection;
using ClientTracking.Subjects;
using ClientTracking.Tracking;
using ClientTracking.Tracking.Secrecy;
using Microsoft.Extensions.Options;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Core.Tests.Tracking.Secrecy;

/// <summary>Fields of bugs and notices; those of requirements are tried on every store.</summary>
public sealed class FieldTests
{
    [Fact]
    public void CL_02_A_level_for_a_field_that_no_kind_has_is_refused_at_start()
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Host("phone", "gist").Get<IOptions<ClientTrackingOptions>>().Value);
        Assert.StartsWith("Regulations:RequirementFollowUp:Confidentiality:bug:Fields:phone", Assert.Single(refused.Failures), StringComparison.Ordinal);
    }

    /// <summary>Number, reporter, gist, severity, phone, state as the register shows them.</summary>
    [Theory, Trait("rule", "CL-12")]
    [InlineData("reporter", "Bug14061901 ＊＊＊ 打不开 Major 小米3 Recorded")]
    [InlineData("gist", "Bug14061901 李小四 ＊＊＊ Major 小米3 Recorded")]
    [InlineData("severity", "Bug14061901 李小四 打不开  小米3 Recorded")]
    [InlineData("device", "Bug14061901 李小四 打不开 Major ＊＊＊ Recorded")]
    [InlineData("words", "Bug14061901 李小四 打不开 Major 小米3 Recorded")]
    public async Task CL_12_The_register_of_bugs_masks_what_who_asks_may_not_read(string field, string row)
    {
        await using var host = Host(field);
        var id = await RecordedAsync(host);
        Assert.Equal("Bug14061901 李小四 打不开 Major 小米3 Recorded", await RowAsync(host.As("赵董")));
        Assert.Equal(row, await RowAsync(host.As("路人")));
        var bug = (await host.Ask(new GetSubject<Bug>(id)))!;
        Assert.Equal(field == "words", bug.State.Form.Fault == Redaction.Mask);
        Assert.False(bug.Redaction!.Shows(field));
        Assert.All(bug.Journal, entry => Assert.Null(entry.Event));
        Assert.Equal(field == "reporter" ? 0 : 1, (await host.Ask(new FindSubjects<Bug>(new() { Owner = new("李小四") }))).Items.Length);
    }

    [Theory, Trait("rule", "CL-12")]
    [InlineData("reporter", "bug.reported", "＊＊＊")]
    [InlineData("gist", "bug.reported", "李小四")]
    [InlineData("status", "subject.changed", null)]
    public async Task CL_12_A_notice_names_nobody_who_is_not_shown(string field, string name, string? person)
    {
        await using var host = Host(field);
        var notice = new Notice
        {
            Key = "k",
            Tenant = TestHost.Tenant,
            Subject = await RecordedAsync(host),
            Kind = BugKind.Instance.Kind,
            Name = "bug.reported",
            Person = new PersonId("李小四"),
            At = host.Clock.GetCurrentInstant(),
        };
        var told = await host.Use<NoticeAudience, Notice?>(audience => audience.ForAsync(notice, new Actor(new("路人"), null)));
        Assert.Equal((name, person), (told!.Name, told.Person?.Value));
        Assert.Equal(notice, await host.Use<NoticeAudience, Notice?>(audience => audience.ForAsync(notice, new Actor(new("赵董"), null))));
    }

    /// <summary>Who may read it gets the record as it is stored, with nothing said about fields.</summary>
    [Fact]
    public async Task CL_12_Where_nothing_is_hidden_nothing_is_changed()
    {
        await using var host = Host("reporter");
        var id = await RecordedAsync(host);
        var seen = (await host.As("赵董").Ask(new GetSubject<Bug>(id)))!;
        Assert.Null(seen.Redaction);
        Assert.Equal(RecordJson.Write(await host.Stored(id)), RecordJson.Write(seen.Record));
    }

    private static async Task<SubjectId> RecordedAsync(TestHost host)
    {
        var form = new BugForm("小米3", "Android 4.4", "病友圈打不开", "登录，点病友圈");
        var id = (await host.As("李小四", Reporter).Send(new ReportBug(form, host.Clock.GetCurrentInstant()))).Bug;
        await host.As("测试", Tester).Send(new ReproduceBug(id));
        await host.Send(new RecordBug(id, "打不开", BugSeverity.Major));
        return id;
    }

    private static async Task<string> RowAsync(TestHost host)
    {
        var row = Assert.Single((await host.Ask(new BugRegister())).Items);
        return $"{row.Number} {row.Reporter} {row.Gist} {row.Severity} {row.PhoneModel} {row.Status}";
    }

    /// <summary>Bugs are for everybody, some of their fields are Secret.</summary>
    private static TestHost Host(params string[] secret) => new(tracking => tracking
        .AddRegulation(RegulationPresets.RequirementFollowUp.With(regulation => regulation with
        {
            Confidentiality = ConfidentialityRegulation.Published with
            {
                Kinds =
                [
                    new(BugKind.Instance.Kind, "CL-02")
                    {
                        Categories = [RecordCategories.General],
                        Fields = secret.ToImmutableDictionary(field => field, _ => ConfidentialityLevel.Secret),
                    },
                ],
            },
        }))
        .UseOrganization<Offices>());

    private sealed class Offices : IOrganizationProvider
    {
        private static readonly Organization Board = new(new Office(new("赵董"), Rank.President));

        public ValueTask<Organization> GetOrganizationAsync(TenantId tenant, CancellationToken cancellationToken) => new(Board);
    }
}
