using ClientTracking.Core.Tests.Requirements;
using ClientTracking.Errors;
using ClientTracking.Obligations;
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
        id => new SignExtension(id, Signatory.DirectLeader, Approved: true),
        id => new SignExtension(id, Signatory.DepartmentHead, Approved: true),
        id => new SignExtension(id, Signatory.GeneralOffice, Approved: true),
        id => new SignExtension(id, Signatory.DepartmentHead, Approved: false, "理由不足"),
        id => new AwaitRequester(id, "等医生确认"),
        id => new EnterRequesterAnswer(id),
        id => new CorrectEntry(id, "录入有误"),
        id => new AnswerSupplement(id, new FormAnswer("seen-elsewhere", "好大夫")),
        id => new WithdrawRequirement(id, "医生不再需要"),
    ];

    /// <summary>RF-50, written down once more: where a requirement can go from where it is. A correction goes anywhere it came from.</summary>
    private static readonly Dictionary<RequirementStatus, RequirementStatus[]> Ways = new()
    {
        [RequirementStatus.Registered] = Decided,
        [RequirementStatus.Accepted] = [.. Decided, RequirementStatus.Planning],
        [RequirementStatus.Converted] = [.. Decided, RequirementStatus.Planning],
        [RequirementStatus.Declined] = [.. Decided, RequirementStatus.Closed],
        [RequirementStatus.Deferred] = Decided,
        [RequirementStatus.Planning] = [.. Decided, RequirementStatus.Estimating],
        [RequirementStatus.Estimating] = [.. Decided, RequirementStatus.InDevelopment],
        [RequirementStatus.InDevelopment] = [.. Decided, RequirementStatus.InAcceptance],
        [RequirementStatus.InAcceptance] = [.. Decided, RequirementStatus.InDevelopment, RequirementStatus.Delivered],
        [RequirementStatus.Delivered] = [RequirementStatus.Closed],
        [RequirementStatus.Closed] = Decided,
        [RequirementStatus.Withdrawn] = [],
    };

    private static RequirementStatus[] Decided =>
        [RequirementStatus.Accepted, RequirementStatus.Converted, RequirementStatus.Declined, RequirementStatus.Deferred, RequirementStatus.Withdrawn];

    [Fact, Trait("rule", "RF-50")]
    public async Task RF_50_Whatever_is_tried_every_promise_of_the_process_holds() =>
        await Gen.Select(Gen.Int[0, Steps.Length - 1], Gen.Int[1, 6000]).Array[0, 60].SampleAsync(async steps =>
        {
            await using var host = new TestHost();
            var id = await host.Registered();
            foreach (var (step, minutes) in steps)
            {
                host.Clock.AdvanceMinutes(minutes);
                var before = await host.Stored(id);
                var accepted = await Try(host, id, Steps[step]);
                var after = await host.Stored(id);
                Way(before, after, accepted, Steps[step](id));
                await host.RunDue();
                Holds(await host.Stored(id), host.Clock.GetCurrentInstant());
            }
        }, iter: 150);

    /// <summary>Refused, nothing changed; accepted, one entry more of what was done, and no way that RF-50 does not have.</summary>
    private static void Way(SubjectRecord before, SubjectRecord after, bool accepted, object step)
    {
        if (!accepted)
        {
            Assert.Equal(before.Version, after.Version);
            return;
        }
        Assert.Equal(before.Journal, after.Journal.Take(before.Journal.Length));
        var (from, to) = (Enum.Parse<RequirementStatus>(before.Search.Status), Enum.Parse<RequirementStatus>(after.Search.Status));
        if (step is CorrectEntry) Assert.Contains(after.Search.Status, Enumerable.Range(2, (int)before.Version - 1).Select(entry => StatusAt(before, entry)));
        else if (from != to) Assert.Contains(to, Ways[from]);
    }

    private static string StatusAt(SubjectRecord record, int sequence) => RequirementKind.Instance.Replay(record, sequence).Record.Search.Status;

    private static void Holds(SubjectRecord stored, Instant now)
    {
        Assert.Equal(Enumerable.Range(1, (int)stored.Version).Select(sequence => (long)sequence), stored.Journal.Select(entry => entry.Sequence));
        Assert.Equal(RecordJson.Write(stored), RecordJson.Write(RequirementKind.Instance.Replay(stored, stored.Version).Record));
        foreach (var owed in stored.Obligations)
        {
            if (owed.IsOverdueAt(now)) Assert.True(owed.NoticedLevel >= 0, $"{owed.Rule} fell due at {owed.Due} and nobody was told");
            var closed = false;
            foreach (var (what, _) in stored.Journal.SelectMany(entry => entry.Obligations).Where(change => change.After.Id == owed.Id).Select(change => (change.What, change.After)))
            {
                if (what == ObligationEvent.Reversed) closed = false;
                if (what is not (ObligationEvent.Fulfilled or ObligationEvent.Waived or ObligationEvent.Cancelled)) continue;
                Assert.False(closed, $"{owed.Rule} was closed twice");
                closed = true;
            }
        }
        if (stored.Search.Closed) Assert.DoesNotContain(stored.Obligations, owed => owed.IsOwed && owed.Rule.Value is not ("RF-34" or "RF-35" or "RF-43" or "RF-44" or "RF-45" or "RF-38" or "RF-39" or "RF-46" or "RF-47"));
    }

    private static async Task<bool> Try(TestHost host, SubjectId id, Func<SubjectId, ICommand<Progress>> step)
    {
        // One person applies for extensions, another signs them: nobody signs an application of their own.
        var command = step(id);
        host.As(command is RequestExtension ? "申请人" : "大家",
            DecisionBoard, Promotion, Collector, IT, ProductManager, Reporter, DirectLeader, DepartmentHead, GeneralOffice);
        try
        {
            await host.Send(command);
            return true;
        }
        catch (RuleViolationException refused)
        {
            Assert.StartsWith("RF-", refused.Rule.Value, StringComparison.Ordinal);
            return false;
        }
        catch (InvalidRequestException past)
        {
            Assert.Equal("requirement.promise-in-the-past", Assert.Single(past.Faults).Code);
            return false;
        }
    }
}
