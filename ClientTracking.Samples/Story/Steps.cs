using ClientTracking.Priorities;
using ClientTracking.Requirements;
using ClientTracking.Samples.Input;

namespace ClientTracking.Samples.Story;

/// <summary>How a line becomes a step of a requirement that is there already.</summary>
/// <param name="Fields">The fields it has besides those every line has.</param>
/// <param name="Read">Makes the command.</param>
internal sealed record Step(string[] Fields, Func<SubjectId, Fields, RequirementStep> Read);

/// <summary>The steps by the names they have in the file.</summary>
internal static class Steps
{
    public static IReadOnlyDictionary<string, Step> ByName { get; } = new Dictionary<string, Step>
    {
        ["decide"] = new(["outcome", "grade", "conversionGist", "meetingEndedAt"], (id, line) =>
            new DecideRequirement(id, line.Choice<DecisionOutcome>("outcome"), line.OptionalChoice<PriorityGrade>("grade"))
            {
                ConversionGist = line.OptionalText("conversionGist"),
                MeetingEndedAt = line.OptionalInstant("meetingEndedAt"),
            }),
        ["estimatePlanning"] = new(["readyOn"], (id, line) => new EstimatePlanning(id, line.Date("readyOn"))),
        ["deliverPlanningDocument"] = new(["document"], (id, line) => new DeliverPlanningDocument(id, line.Text("document"))),
        ["estimateHandOver"] = new(["handOverOn"], (id, line) => new EstimateHandOver(id, line.Date("handOverOn"))),
        ["promiseDelivery"] = new(["deliverOn"], (id, line) => new PromiseDelivery(id, line.Date("deliverOn"))),
        ["handOver"] = new([], (id, _) => new HandOverForAcceptance(id)),
        ["concludeAcceptance"] = new(["passed", "reason"], (id, line) => new ConcludeAcceptance(id, line.Flag("passed"), line.OptionalText("reason"))),
        ["reportCompletion"] = new([], (id, _) => new ReportCompletion(id)),
        ["tellReporter"] = new(["of"], (id, line) => new TellReporter(id, line.Choice<Tidings>("of"))),
        ["tellRequester"] = new(["of"], (id, line) => new TellRequester(id, line.Choice<Tidings>("of"))),
        ["requestExtension"] = new(["newDate", "reason", "of", "handOverOn", "overview"], (id, line) =>
            new RequestExtension(id, line.Date("newDate"), line.Text("reason"))
            {
                Of = line.OptionalChoice<Requirements.Milestone>("of") ?? Requirements.Milestone.Delivery,
                HandOverOn = line.OptionalDate("handOverOn"),
                Overview = line.OptionalText("overview"),
            }),
        ["signExtension"] = new(["as", "approved", "opinion"], (id, line) =>
            new SignExtension(id, line.Choice<Signatory>("as"), line.Flag("approved"), line.OptionalText("opinion"))),
        ["awaitRequester"] = new(["reason"], (id, line) => new AwaitRequester(id, line.Text("reason"))),
        ["requesterAnswered"] = new([], (id, _) => new EnterRequesterAnswer(id)),
        ["answerSupplement"] = new(["question", "answer", "inClientWords"], (id, line) =>
            new AnswerSupplement(id, new(line.Text("question"), line.OptionalText("answer"), line.Flag("inClientWords")))),
        ["correct"] = new(["reason"], (id, line) => new CorrectEntry(id, line.Text("reason"))),
        ["withdraw"] = new(["reason"], (id, line) => new WithdrawRequirement(id, line.Text("reason"))),
    };
}
