using ClientTracking.Core.Tests.Requirements;
using ClientTracking.Errors;
using ClientTracking.Priorities;
using ClientTracking.Requirements;
using ClientTracking.Subjects;
using CsCheck;
using NodaTime;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Core.Tests.Tracking;

/// <summary>Throws random steps, most of them out of order, at a requirement; whatever is accepted, the journal alone rebuilds it.</summary>
public sealed class ReplayTests
{
    private static readonly LocalDate Later = new(2014, 8, 1);
    private static readonly Func<SubjectId, ICommand<Progress>>[] Steps =
    [
        id => new DecideRequirement(id, DecisionOutcome.Accept, PriorityGrade.A),
        id => new DecideRequirement(id, DecisionOutcome.Convert, PriorityGrade.C) { ConversionGist = "改病友圈" },
        id => new DecideRequirement(id, DecisionOutcome.Decline),
        id => new DecideRequirement(id, DecisionOutcome.Defer),
        id => new EstimatePlanning(id, Later),
        id => new DeliverPlanningDocument(id, "策划案-1"),
        id => new EstimateHandOver(id, Later),
        id => new PromiseDelivery(id, Later),
        id => new HandOverForAcceptance(id),
        id => new ConcludeAcceptance(id, Passed: true),
        id => new ConcludeAcceptance(id, Passed: false, "打不开"),
        id => new ReportCompletion(id),
        id => new TellReporter(id, Tidings.Decision),
        id => new TellRequester(id, Tidings.Decision),
        id => new TellRequester(id, Tidings.Completion),
        id => new RequestExtension(id, Later.PlusDays(9), "因实现难度大"),
        id => new DecideExtension(id, Approved: true),
        id => new DecideExtension(id, Approved: false, "理由不足"),
        id => new WithdrawRequirement(id, "医生不再需要"),
    ];

    [Fact]
    public async Task The_snapshot_is_what_the_journal_rebuilds() =>
        await Gen.Int[0, Steps.Length - 1].Array[0, 60].SampleAsync(async steps =>
        {
            await using var host = new TestHost();
            var id = await host.Registered();
            host.As("大家", DecisionBoard, Promotion, Collector, IT, ProductManager, Reporter);
            var accepted = 2L;
            foreach (var step in steps)
            {
                host.Clock.AdvanceMinutes(17);
                try
                {
                    await host.Send(Steps[step](id));
                    accepted++;
                }
                catch (RuleViolationException refused)
                {
                    Assert.StartsWith("RF-", refused.Rule.Value, StringComparison.Ordinal);
                }
            }
            var stored = await host.Stored(id);
            Assert.Equal(accepted, stored.Version);
            Assert.Equal(RecordJson.Write(stored), RecordJson.Write(RequirementKind.Instance.Replay(stored, stored.Version).Record));
        }, iter: 200);
}
