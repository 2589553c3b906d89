using ClientTracking.DependencyInjection;
using ClientTracking.Errors;
using ClientTracking.Requirements;
using ClientTracking.Sanctions;
using ClientTracking.Statements;
using ClientTracking.Subjects;
using ClientTracking.Tracking.Persons;
using NodaTime;

namespace ClientTracking.Core.Tests.Tracking.Persons;

/// <summary>Who may export and erase what is held on a person (个人信息保护法第四十五条、第四十七条), and when it is refused.</summary>
public sealed class ErasePersonTests
{
    private const string Account = "wx-77";

    [Fact]
    public async Task PIPL_52_Only_the_officer_the_regulation_names_exports_and_erases()
    {
        await using var host = new TestHost();
        host.As("boss", RequirementRoles.DecisionBoard);
        Assert.Equal("PIPL-52", (await Assert.ThrowsAsync<AccessDeniedException>(() => host.Ask(new ExportPerson(Account)))).Rule.Value);
        Assert.Equal("access.role-needed", (await Assert.ThrowsAsync<AccessDeniedException>(() => host.Send(Erase(Account)))).Code);
    }

    [Fact]
    public async Task Where_a_regulation_names_nobody_nobody_may()
    {
        await using var host = new TestHost(tracking => tracking.AddRegulation(RegulationPresets.RequirementFollowUp.With(rules => rules with { Version = 2, PersonalInformation = null })));
        Officer(host);
        var denied = await Assert.ThrowsAsync<AccessDeniedException>(() => host.Send(Erase(Account)));
        Assert.Equal(("PIPL-47", "access.no-personal-information"), (denied.Rule.Value, denied.Code));
        Assert.Equal("PIPL-45", (await Assert.ThrowsAsync<AccessDeniedException>(() => host.Ask(new ExportPerson(Account)))).Rule.Value);
    }

    [Fact]
    public async Task Every_fault_of_form_is_reported_and_nothing_that_is_kept_may_name_the_person()
    {
        await using var host = new TestHost();
        var faults = (await Assert.ThrowsAsync<InvalidRequestException>(() => Officer(host).Send(new ErasePerson("", "")))).Faults;
        Assert.Equal(
            [("person", "request.required"), ("reason", "request.required"), ("commandId", "request.required")], faults.Select(fault => (fault.Path, fault.Code)));
        var naming = new ErasePerson(Account, $"{Account}要求") { CommandId = new($"erase-{Account}") };
        faults = (await Assert.ThrowsAsync<InvalidRequestException>(() => host.Send(naming))).Faults;
        Assert.Equal([("reason", "person.named"), ("commandId", "person.named")], faults.Select(fault => (fault.Path, fault.Code)));
    }

    [Fact]
    public async Task PIPL_47_Whoever_still_owes_something_hands_it_over_first_and_nobody_erases_themselves()
    {
        await using var host = new TestHost();
        // RF-35: the one who reported it has to tell the requester what was decided.
        var id = await host.As("李小四", RequirementRoles.Promotion).Report(Account);
        await host.As("陈小美", RequirementRoles.Collector).Send(new RegisterRequirement(id, "梗概"));
        await host.As("boss", RequirementRoles.DecisionBoard).Send(new DecideRequirement(id, DecisionOutcome.Decline));
        await host.As("陈小美", RequirementRoles.Collector).Send(new TellReporter(id, Tidings.Decision));
        var broken = await Assert.ThrowsAsync<RuleViolationException>(() => Officer(host).Send(Erase("李小四")));
        Assert.Equal(("PIPL-47", "person.still-owes"), (broken.Rule.Value, broken.Code));
        Assert.Equal("person.self", (await Assert.ThrowsAsync<RuleViolationException>(() => host.Send(Erase("officer")))).Code);
        Assert.Equal("李小四", RequirementKind.Instance.Read(await host.Stored(id)).State.Reporter.Value);
    }

    [Fact]
    public async Task PIPL_47_What_the_law_has_kept_is_exported_but_keeps_the_person_whole()
    {
        await using var host = new TestHost();
        var id = await host.As("李小四", RequirementRoles.Promotion).Report(Account);
        await host.At("2014-07-01 09:00").As("boss", RequirementRoles.DecisionBoard).Send(new CloseMonth(new("李小四"), new YearMonth(2014, 6), Money.Yuan(1000)));
        await host.As("陈小美", RequirementRoles.Collector).Send(new WithdrawRequirement(id, "误报"));
        var broken = await Assert.ThrowsAsync<RuleViolationException>(() => Officer(host).Send(Erase("李小四")));
        Assert.Equal(("PIPL-47", "person.kept"), (broken.Rule.Value, broken.Code));
        var held = (await host.Ask(new ExportPerson("李小四"))).Items;
        Assert.Contains(held, item => item is { Kind.Value: "sanction-month", Where: HeldIn.State, Item: { Path: "$.person", Text: "李小四" } });
        Assert.Equal("李小四", RequirementKind.Instance.Read(await host.Stored(id)).State.Reporter.Value);
    }

    [Fact]
    public async Task A_command_that_is_repeated_after_the_erasure_is_answered_alike_and_brings_nothing_back()
    {
        await using var host = new TestHost();
        var report = Reporting(Account) with { CommandId = new("report-1") };
        var first = await host.As("李小四", RequirementRoles.Promotion).Send(report);
        var erased = await Officer(host).Send(Erase(Account));
        Assert.Equal(first, await host.As("李小四", RequirementRoles.Promotion).Send(report));
        var record = await host.Stored(first.Requirement);
        Assert.Equal((2, erased.Replacement), (record.Version, record.Search.Client));
        Assert.DoesNotContain(Account, RecordJson.Write(record), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_journal_tells_who_erased_when_and_why_and_the_host_is_told()
    {
        await using var host = new TestHost();
        var id = await host.As("李小四", RequirementRoles.Promotion).Report(Account);
        await Officer(host.At("2014-06-20 10:00")).Send(Erase(Account));
        var entry = (await host.Stored(id)).Journal[^1];
        Assert.Equal(("person.erased", "officer", "本人要求", TestHost.Shanghai("2014-06-20 10:00")), (entry.Name, entry.By.Value, entry.Reason, entry.At));
        await host.RunDue();
        Assert.Equal(id, Assert.Single(host.Notices, notice => notice.Name == "person.erased").Subject);
    }

    [Fact]
    public async Task What_stands_in_the_place_depends_on_the_command_and_not_on_the_person()
    {
        await using var host = new TestHost();
        var (one, other) = (await Officer(host).Send(Erase("wx-1")), await host.Send(Erase("wx-2")));
        Assert.Equal(one, other);
        Assert.NotEqual(one, await host.Send(Erase("wx-1") with { CommandId = new("erasure-2") }));
        Assert.Matches("^erased-[0-9a-f]{16}$", one.Replacement);
    }

    private static TestHost Officer(TestHost host) => host.As("officer", RequirementRoles.PersonalInformationOfficer);

    private static ErasePerson Erase(string person) => new(person, "本人要求") { CommandId = new("erasure-1") };

    internal static ReportRequirement Reporting(string account) => new(
        new()
        {
            Type = RequirementType.NewFeature,
            Source = RequirementSource.App,
            Requester = new Requester("王芳", Account: account),
            ClientWords = "想在手机上看",
        },
        TestHost.Shanghai("2014-06-19 08:50"));
}

file static class Reports
{
    public static async Task<SubjectId> Report(this TestHost host, string account) => (await host.Send(ErasePersonTests.Reporting(account))).Requirement;
}
