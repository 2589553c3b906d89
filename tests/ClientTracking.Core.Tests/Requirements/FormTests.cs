using ClientTracking.Core.Tests.Tracking;
using ClientTracking.DependencyInjection;
using ClientTracking.Errors;
using ClientTracking.Numbering;
using ClientTracking.Requirements;
using ClientTracking.Tracking;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Core.Tests.Requirements;

/// <summary>The report form (附表2) and the number.</summary>
public sealed class FormTests
{
    [Theory, Trait("rule", "RF-10"), Trait("rule", "RF-12")]
    [InlineData(RequirementType.NewFeature, "同科室同事需要的程度？", "能简化哪些工作（为什么需要）？", "是否见过类似功能，在哪个软件？")]
    [InlineData(RequirementType.Improvement, "用户的操作步骤？", "手机型号和系统版本？", "现在的版本最不好的是什么？")]
    [InlineData(RequirementType.CompetitorAnalysis)]
    [InlineData(RequirementType.EmployeeSuggestion)]
    public void RF_10_RF_12_each_kind_has_its_questions_and_every_one_is_open_at_first(RequirementType type, params string[] questions)
    {
        var asked = (RequirementStory.Form() with { Type = type }).Questions;
        Assert.Equal(questions, asked.Select(question => question.Question));
        Assert.All(asked, question => Assert.Equal(AnswerState.Open, question.State));
    }

    [Theory, Trait("rule", "RF-11")]
    [InlineData(RequirementSource.App)]
    [InlineData(RequirementSource.InPerson)]
    [InlineData(RequirementSource.CollectionMeeting)]
    public async Task RF_11_the_source_is_kept(RequirementSource source)
    {
        await using var host = new TestHost();
        var report = new ReportRequirement(RequirementStory.Form() with { Source = source }, host.Clock.GetCurrentInstant());
        Assert.Equal(source, (await State(host, (await host.As("李小四").Send(report)).Requirement)).Form.Source);
    }

    [Fact, Trait("rule", "RF-12")]
    public async Task RF_12_a_question_is_answered_open_or_covered_by_the_clients_own_words()
    {
        await using var host = new TestHost();
        var form = RequirementStory.Form() with { Supplement = [new("simplifies", null, InClientWords: true), new("科室名称？", "心内科")] };
        var id = (await host.As("李小四", Reporter).Send(new ReportRequirement(form, host.Clock.GetCurrentInstant()))).Requirement;
        await host.Send(new AnswerSupplement(id, new FormAnswer("是否见过类似功能，在哪个软件？", "好大夫")));
        Assert.Equal(
            [AnswerState.Open, AnswerState.InClientWords, AnswerState.Answered, AnswerState.Answered],
            (await State(host, id)).Form.Questions.Select(question => question.State));
        await Assert.ThrowsAsync<AccessDeniedException>(() => host.As("开发", IT).Send(new AnswerSupplement(id, new FormAnswer("simplifies", "猜的"))));
    }

    [Fact, Trait("rule", "RF-12")]
    public async Task RF_12_professionals_may_file_a_document_and_pictures_are_references()
    {
        await using var host = new TestHost();
        var form = RequirementStory.Form("") with { Document = "dms://竞品分析-07", Pictures = ["dms://截图-1"] };
        var id = (await host.As("策划", Planning).Send(new ReportRequirement(form, host.Clock.GetCurrentInstant()))).Requirement;
        var state = await State(host, id);
        Assert.Equal(("dms://竞品分析-07", "dms://截图-1", new NodaTime.LocalDate(2014, 6, 19)), (state.Form.Document, state.Form.Pictures.Single(), state.FiledOn));
        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() =>
            host.Send(new ReportRequirement(form with { Document = null, Pictures = [" "] }, host.Clock.GetCurrentInstant())));
        Assert.Equal(["form.clientWords", "form.pictures[0]"], refused.Faults.Select(fault => fault.Path));
    }

    [Fact, Trait("rule", "RF-13")]
    public async Task RF_13_the_hundredth_of_a_day_has_three_digits()
    {
        await using var host = new TestHost();
        for (var i = 0; i < 99; i++) await host.Registered();
        Assert.Equal("需求报告表140619100", (await host.Stored(await host.Registered())).Number!.Text);
    }

    [Fact, Trait("rule", "RF-13")]
    public async Task RF_13_the_hundredth_of_a_day_may_be_refused_and_is_not_lost()
    {
        await using var host = new TestHost(tracking => tracking.AddRegulation(RegulationPresets.RequirementFollowUp.With(regulation => regulation with
        {
            Numbering = [.. regulation.Numbering.Select(rule => rule.Series != RequirementRegistered.Series ? rule
                : new NumberingRule(rule.Series, rule.Template, rule.Reset, rule.FirstSerial, Overflow.Refuse, rule.Mode))],
        })));
        for (var i = 0; i < 99; i++) await host.Registered();
        var id = await host.Reported();
        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => host.As("陈小美", Collector).Send(new RegisterRequirement(id, "第一百个")));
        Assert.Equal(("RF-13", "numbering.overflow"), (refused.Rule.Value, refused.Code));
        Assert.Equal(RequirementStatus.Reported, (await State(host, id)).Status);
    }

    private static async Task<Requirement> State(TestHost host, SubjectId id) => (await host.Ask(new GetSubject<Requirement>(id)))!.State;
}
