using ClientTracking.Core.Tests.Requirements;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Priorities;
using ClientTracking.Requirements;
using ClientTracking.Subjects;
using ClientTracking.Time;
using CsCheck;
using NodaTime;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Core.Tests.Tracking;

/// <summary>Throws random steps, most of them out of order, at a requirement; whatever is accepted, the journal alone rebuilds it.</summary>
public sealed class ReplayTests
{
    private static readonly Func<SubjectId, LocalDate, ICommand<Progress>>[] Steps =
    [
        (id, _) => new DecideRequirement(id, DecisionOutcome.Accept, PriorityGrade.A),
        (id, _) => new DecideRequirement(id, DecisionOutcome.Convert, PriorityGrade.C) { ConversionGist = "改病友圈" },
        (id, _) => new DecideRequirement(id, DecisionOutcome.Decline),
        (id, _) => new DecideRequirement(id, DecisionOutcome.Defer),
        (id, later) => new EstimatePlanning(id, later),
        (id, _) => new DeliverPlanningDocument(id, "策划案-1"),
        (id, later) => new EstimateHandOver(id, later),
        (id, later) => new PromiseDelivery(id, later),
        (id, _) => new HandOverForAcceptance(id),
        (id, _) => new ConcludeAcceptance(id, Passed: true),
        (id, _) => new ConcludeAcceptance(id, Passed: false, "打不开"),
        (id, _) => new ReportCompletion(id),
        (id, _) => new TellReporter(id, Tidings.Decision),
        (id, _) => new TellRequester(id, Tidings.Decision),
        (id, _) => new TellRequester(id, Tidings.Completion),
        (id, later) => new RequestExtension(id, later.PlusDays(9), "因实现难度大"),
        (id, _) => new SignExtension(id, Signatory.DirectLeader, Approved: true),
        (id, _) => new SignExtension(id, Signatory.DepartmentHead, Approved: true),
        (id, _) => new SignExtension(id, Signatory.GeneralOffice, Approved: true),
        (id, _) => new SignExtension(id, Signatory.DepartmentHead, Approved: false, "理由不足"),
        (id, _) => new AwaitRequester(id, "等医生确认"),
        (id, _) => new EnterRequesterAnswer(id),
        (id, _) => new CorrectEntry(id, "录入有误"),
        (id, _) => new AnswerSupplement(id, new FormAnswer("seen-elsewhere", "好大夫")),
        (id, _) => new WithdrawRequirement(id, "医生不再需要"),
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

    /// <summary>The straight way: which steps lead on from where it is. One is taken every other time, so that chance gets far.</summary>
    private static readonly Dictionary<RequirementStatus, int[]> Straight = new()
    {
        [RequirementStatus.Registered] = [0, 1],
        [RequirementStatus.Accepted] = [4],
        [RequirementStatus.Converted] = [4],
        [RequirementStatus.Planning] = [5],
        [RequirementStatus.Estimating] = [6, 7],
        [RequirementStatus.InDevelopment] = [8, 15, 16, 17, 18],
        [RequirementStatus.InAcceptance] = [9],
        [RequirementStatus.Delivered] = [14],
    };

    [Fact, Trait("rule", "RF-50")]
    public async Task RF_50_Whatever_is_tried_every_promise_of_the_process_holds() =>
        await Gen.Select(Gen.Int[0, Steps.Length - 1], Gen.Bool, Gen.Int[1, 2000]).Array[0, 50].SampleAsync(async steps =>
        {
            await using var host = new TestHost();
            var id = await host.Registered();
            foreach (var (any, straight, minutes) in steps)
            {
                host.Clock.AdvanceMinutes(minutes);
                var before = await host.Stored(id);
                var ways = straight ? Straight.GetValueOrDefault(Enum.Parse<RequirementStatus>(before.Search.Status), [any]) : [any];
                var command = Steps[ways[minutes % ways.Length]](id, WorkCalendars.China.DateOf(host.Clock.GetCurrentInstant()).PlusDays(9));
                var accepted = await Try(host, command);
                var after = await host.Stored(id);
                Way(before, after, accepted, command);
                await host.RunDue();
                Holds(await host.Stored(id), host.Clock.GetCurrentInstant());
            }
        }, iter: 60);

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

    private static async Task<bool> Try(TestHost host, ICommand<Progress> command)
    {
        // One person applies for extensions, another signs them: nobody signs an application of their own.
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
    }
}
