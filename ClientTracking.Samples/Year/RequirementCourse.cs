using ClientTracking.Meetings;
using ClientTracking.Requirements;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Samples.Year;

/// <summary>How a requirement of the year goes: mostly in time, now and then late, extended, withdrawn or refused at acceptance.</summary>
internal sealed class RequirementCourse(MadeUpYear year, Staff staff)
{
    private static readonly WorkCalendar Calendar = WorkCalendars.China;
    private static readonly string[] Wishes = ["提醒复诊", "查看化验单", "视频问诊", "病历拍照识别", "预约挂号", "随访问卷", "药房对接", "放大字体"];

    public Task Heard(Instant heard)
    {
        var reporter = year.Chance.PickRandom(staff.Reporters);
        year.After(heard, 10, year.Happens(0.9) ? 400 : 3000, at => ReportAsync(at, heard, reporter));
        return Task.CompletedTask;
    }

    public void Decided(MeetingDecision decision, Instant ended)
    {
        var (id, build) = (decision.Requirement, decision.Outcome is DecisionOutcome.Accept or DecisionOutcome.Convert);
        Tell(id, Tidings.Decision, ended, 59);
        if (!build) return;
        year.After(ended, 10, year.Happens(0.92) ? 400 : 1500, at => EstimateAsync(at, id));
        if (year.Happens(0.02)) year.After(ended, 500, 9000, at => year.SendAsync(at, staff.Collector, new WithdrawRequirement(id, "需求人撤回")));
    }

    private async Task ReportAsync(Instant at, Instant heard, Actor reporter)
    {
        var wish = year.Chance.PickRandom(Wishes);
        var form = new RequirementForm
        {
            Type = year.Chance.PickRandom<RequirementType>(),
            Source = year.Chance.PickRandom<RequirementSource>(),
            Requester = new(year.Chance.Name.LastName() + "医生", year.Chance.Address.City() + "医院"),
            ClientWords = $"希望能{wish}",
        };
        if (await year.SendAsync(at, reporter, new ReportRequirement(form, heard)) is not { } reported) return;
        year.Filed(reported.Requirement, reporter);
        year.After(at, 20, year.Happens(0.95) ? 240 : 1500, then => year.SendAsync(then, staff.Collector, new RegisterRequirement(reported.Requirement, wish)));
    }

    /// <summary>The collector tells the reporter within so many minutes, mostly; the reporter tells the requester the same day, mostly.</summary>
    private void Tell(SubjectId id, Tidings of, Instant from, int minutes) =>
        year.Soon(from, 1, year.Happens(0.94) ? minutes : 6 * minutes, async at =>
        {
            if (await year.SendAsync(at, staff.Collector, new TellReporter(id, of)) is null) return;
            year.After(at, 5, year.Happens(0.93) ? 200 : 1200, then => year.SendAsync(then, year.ReporterOf(id), new TellRequester(id, of)));
        });

    private async Task EstimateAsync(Instant at, SubjectId id)
    {
        var ready = Calendar.AddWorkingDays(Calendar.DateOf(at), year.Chance.Random.Int(2, 6));
        if (await year.SendAsync(at, staff.Manager, new EstimatePlanning(id, ready)) is null) return;
        var delivered = year.Happens(0.88) ? ready : Calendar.AddWorkingDays(ready, year.Chance.Random.Int(1, 4));
        year.On(delivered, new(year.Chance.Random.Int(9, 16), 30), then => PlanAsync(then, id));
    }

    private async Task PlanAsync(Instant at, SubjectId id)
    {
        if (await year.SendAsync(at, staff.Manager, new DeliverPlanningDocument(id, "策划案")) is null) return;
        year.After(at, 30, year.Happens(0.9) ? 450 : 1800, then => PromiseAsync(then, id));
    }

    private async Task PromiseAsync(Instant at, SubjectId id)
    {
        var handOver = Calendar.AddWorkingDays(Calendar.DateOf(at), year.Chance.Random.Int(4, 20));
        var deliver = Calendar.AddWorkingDays(handOver, 2);
        if (await year.SendAsync(at, staff.Engineer, new EstimateHandOver(id, handOver)) is null) return;
        year.Soon(at, 5, year.Happens(0.95) ? 55 : 300, async then =>
        {
            if (await year.SendAsync(then, staff.Manager, new PromiseDelivery(id, deliver)) is null) return;
            Tell(id, Tidings.ExpectedDate, then, 55);
            if (year.Happens(0.12)) year.On(Calendar.AddWorkingDays(handOver, -1), new(10, 0), late => ExtendAsync(late, id, handOver, deliver));
            else year.On(year.Happens(0.9) ? handOver : Calendar.AddWorkingDays(handOver, year.Chance.Random.Int(1, 9)), new(15, 0), done => HandOverAsync(done, id));
        });
    }

    private async Task ExtendAsync(Instant at, SubjectId id, LocalDate handOver, LocalDate deliver)
    {
        var later = Calendar.AddWorkingDays(handOver, 10);
        var application = new RequestExtension(id, Calendar.AddWorkingDays(deliver, 10), "因实现难度大") { HandOverOn = later };
        if (await year.SendAsync(at, staff.Engineer, application) is null) return;
        year.On(later, new(15, 0), done => HandOverAsync(done, id));
        var refused = year.Happens(0.1);
        foreach (var (signatory, who) in staff.Signatories)
        {
            at += Duration.FromMinutes(30);
            if (await year.SendAsync(at, who, new SignExtension(id, signatory, !refused, refused ? "理由不足" : "同意")) is null || refused) return;
        }
        Tell(id, Tidings.Extension, at, 55);
    }

    private async Task HandOverAsync(Instant at, SubjectId id)
    {
        if (await year.SendAsync(at, staff.Engineer, new HandOverForAcceptance(id)) is null) return;
        year.After(at, 60, 500, then => AcceptAsync(then, id));
    }

    private async Task AcceptAsync(Instant at, SubjectId id)
    {
        var passed = year.Happens(0.92);
        if (await year.SendAsync(at, staff.Manager, new ConcludeAcceptance(id, passed, passed ? null : "功能不完整")) is null) return;
        if (!passed)
        {
            year.After(at, 200, 900, then => HandOverAsync(then, id));
            return;
        }
        year.Soon(at, 1, year.Happens(0.95) ? 25 : 400, async then =>
        {
            if (await year.SendAsync(then, staff.Manager, new ReportCompletion(id)) is not null) Tell(id, Tidings.Completion, then, 25);
        });
    }
}
