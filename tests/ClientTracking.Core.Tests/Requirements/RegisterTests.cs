using ClientTracking.Core.Tests.Tracking;
using ClientTracking.Meetings;
using ClientTracking.Priorities;
using ClientTracking.Requirements;
using NodaTime;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Core.Tests.Requirements;

public sealed class RegisterTests
{
    private static readonly LocalDate June20 = new(2014, 6, 20), June25 = new(2014, 6, 25);

    [Fact, Trait("rule", "RF-20")]
    public void RF_20_the_columns_stand_in_their_order() => Assert.Equal(
        ["需求编号", "填表人", "需求人", "决策结果", "需求分级", "预期交付日", "实际交付日", "需求状态", "需求梗概", "备注"], RegisterTable.Columns);

    [Fact, Trait("rule", "RF-20"), Trait("rule", "RF-21"), Trait("rule", "RF-22"), Trait("rule", "RF-23"), Trait("rule", "RF-24")]
    public async Task RF_24_the_rows_of_the_source_come_out_of_actions()
    {
        await using var host = new TestHost();
        for (var i = 0; i < 9; i++) await host.Registered();
        var ids = new List<SubjectId>();
        foreach (var (reporter, requester, gist) in new[]
        {
            ("李小四", "王总", "制作需求反馈制度"), ("张三", "李明", "app视频会议系统"), ("陈小美", "沈院", "对接药房费用"), ("岳飞飞", "省二", "平移病友圈到app"), ("刘小妹", "郭主", "问卷自动计分"),
        })
        {
            var form = RequirementStory.Form() with { Requester = new Requester(requester) };
            ids.Add((await host.As(reporter, Promotion).Send(new ReportRequirement(form, host.Clock.GetCurrentInstant()))).Requirement);
            await host.As("林晓", Collector).Send(new RegisterRequirement(ids[^1], gist));
        }
        Assert.Equal("", (await Rows(host))[0].Split('|')[3]);
        host.As("赵董", DecisionBoard);
        var meeting = (await host.Send(new ScheduleMeeting(host.Clock.GetCurrentInstant(), host.Clock.GetCurrentInstant() + Duration.FromHours(1), "临时会议"))).Meeting;
        await host.Send(new HoldMeeting(
            meeting,
            new(ids[0], DecisionOutcome.Accept, PriorityGrade.A), new(ids[1], DecisionOutcome.Decline), new(ids[2], DecisionOutcome.Defer),
            new(ids[3], DecisionOutcome.Convert, PriorityGrade.B, "改病友圈"), new MeetingDecision(ids[4], DecisionOutcome.Accept, PriorityGrade.C)));
        await host.As("林晓", Collector).Send(new TellReporter(ids[1], Tidings.Decision));
        await host.As("张三", Promotion).Send(new TellRequester(ids[1], Tidings.Decision));
        await Promise(host, ids[0], June20);
        await Promise(host, ids[3], new(2014, 7, 1));
        await Promise(host, ids[4], June25);
        await host.At("2014-06-20 15:00").As("钱工", IT).Send(new HandOverForAcceptance(ids[0]));
        await host.As("孙经理", ProductManager).Send(new ConcludeAcceptance(ids[0], Passed: true));
        await host.At("2014-06-24 10:00").As("钱工", IT).Send(new RequestExtension(ids[4], new(2014, 7, 25), "因实现难度大") { HandOverOn = new(2014, 7, 22) });
        await host.Signed(ids[4]);

        Assert.Equal(
            [
                "14061910|李小四|王总|做|A|20140620|20140620|完成|制作需求反馈制度|",
                "14061911|张三|李明|不做||||完成|app视频会议系统|",
                "14061912|陈小美|沈院|再议|||||对接药房费用|",
                "14061913|岳飞飞|省二|需求转换|B|20140701|||平移病友圈到app|改病友圈",
                "14061914|刘小妹|郭主|做|C|20140625||延期|问卷自动计分|因实现难度大，延期到7月25交付",
            ],
            await Rows(host));
        // RF-41 moved with the delivery, so nothing of the last row is overdue on the day after the first promise.
        await host.At("2014-06-26 09:00").RunDue();
        Assert.DoesNotContain((await host.Stored(ids[4])).Obligations, owed => owed.Rule.Value is "RF-41" or "RF-42" && owed.IsOverdueAt(host.Clock.GetCurrentInstant()));
    }

    private static async Task Promise(TestHost host, SubjectId id, LocalDate on)
    {
        await host.As("孙经理", ProductManager).Send(new EstimatePlanning(id, on));
        await host.Send(new DeliverPlanningDocument(id, "策划案"));
        await host.As("钱工", IT).Send(new EstimateHandOver(id, on));
        await host.As("孙经理", ProductManager).Send(new PromiseDelivery(id, on));
    }

    private static async Task<string[]> Rows(TestHost host) =>
        [.. (await host.Ask(new RequirementRegister())).Items.Skip(9).Select(row => string.Join('|', RegisterTable.Cells(row)))];
}
