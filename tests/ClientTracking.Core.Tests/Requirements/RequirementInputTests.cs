using ClientTracking.Core.Tests.Tracking;
using ClientTracking.Errors;
using ClientTracking.Priorities;
using ClientTracking.Requirements;
using ClientTracking.Storage;
using NodaTime;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Core.Tests.Requirements;

/// <summary>Bad input is refused with every fault and its path, and nothing is stored.</summary>
public sealed class RequirementInputTests
{
    [Theory, Trait("rule", "RF-14")]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public async Task The_gist_has_at_most_50_characters(int length, bool accepted) =>
        await Gist(string.Concat(Enumerable.Repeat("医", length)), accepted);

    [Theory, Trait("rule", "RF-14")]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public async Task An_emoji_of_several_code_units_is_one_character_of_the_gist(int length, bool accepted) =>
        await Gist(string.Concat(Enumerable.Repeat("👩‍⚕️", length)), accepted);

    private static async Task Gist(string gist, bool accepted)
    {
        await using var host = new TestHost();
        var id = await host.Reported();
        var register = () => host.As("陈小美", Collector).Send(new RegisterRequirement(id, gist));
        if (accepted)
        {
            Assert.Equal("14061901", (await register()).Bare);
            return;
        }
        var refused = await Assert.ThrowsAsync<InvalidRequestException>(register);
        var fault = Assert.Single(refused.Faults);
        Assert.Equal(("gist", "request.too-long"), (fault.Path, fault.Code));
        Assert.Equal([50, 51], fault.Arguments);
        Assert.Equal(1, (await host.Stored(id)).Version);
    }

    [Fact, Trait("rule", "RF-12")]
    public async Task Every_fault_of_a_report_is_listed_with_its_path()
    {
        await using var host = new TestHost();
        var form = RequirementStory.Form("  ") with { Type = (RequirementType)9, Requester = new Requester("") };
        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() =>
            host.As("李小四").Send(new ReportRequirement(form, host.Clock.GetCurrentInstant())));
        Assert.Equal(["form.type", "form.requester.name", "form.clientWords"], refused.Faults.Select(fault => fault.Path));
        await using var session = host.Store.OpenSession(TestHost.Tenant);
        Assert.Empty((await session.QueryAsync(new SubjectQuery(), TestContext.Current.CancellationToken)).Items);
    }

    [Fact, Trait("rule", "RF-55")]
    public async Task An_unknown_grade_is_refused()
    {
        await using var host = new TestHost();
        var id = await host.Registered();
        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() =>
            host.As("王总", DecisionBoard).Send(new DecideRequirement(id, DecisionOutcome.Accept, (PriorityGrade)5)));
        Assert.Equal("grade", Assert.Single(refused.Faults).Path);
        Assert.Equal(2, (await host.Stored(id)).Version);
    }

    [Theory, Trait("rule", "RF-55")]
    [InlineData(DecisionOutcome.Accept, null, null, "grade")]
    [InlineData(DecisionOutcome.Convert, PriorityGrade.B, null, "conversionGist")]
    [InlineData(DecisionOutcome.Decline, PriorityGrade.B, null, "grade")]
    [InlineData(DecisionOutcome.Defer, null, "改", "conversionGist")]
    public async Task A_decision_says_what_its_outcome_needs_and_no_more(DecisionOutcome outcome, PriorityGrade? grade, string? conversion, string path)
    {
        await using var host = new TestHost();
        var id = await host.Registered();
        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() =>
            host.As("王总", DecisionBoard).Send(new DecideRequirement(id, outcome, grade) { ConversionGist = conversion }));
        Assert.Equal(path, Assert.Single(refused.Faults).Path);
    }

    [Fact]
    public async Task A_requirement_that_is_not_there_is_named()
    {
        await using var host = new TestHost();
        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() =>
            host.As("陈小美", Collector).Send(new RegisterRequirement(new SubjectId(Guid.Empty), "梗概")));
        Assert.Equal("subject", Assert.Single(refused.Faults).Path);
    }

    [Fact, Trait("rule", "RF-37")]
    public async Task A_promise_in_the_past_is_refused()
    {
        await using var host = new TestHost();
        var id = await host.Decided();
        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() =>
            host.As("产品", ProductManager).Send(new EstimatePlanning(id, new LocalDate(2014, 6, 18))));
        Assert.Equal("readyOn", Assert.Single(refused.Faults).Path);
    }
}
