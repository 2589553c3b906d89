using System.Collections.Immutable;
using ClientTracking.Subjects;
using static ClientTracking.Confidentiality.Redaction;

namespace ClientTracking.Requirements;

/// <summary>The fields of a requirement that a confidentiality regulation can give a level of their own (CL-02), by the names it uses.</summary>
internal static class RequirementFields
{
    internal const string Reporter = "reporter", Requester = "requester", Words = "words", Gist = "gist", Outcome = "outcome", Grade = "grade",
        Delivery = "delivery", Remarks = "remarks", Status = "status";

    internal static ImmutableArray<StateField<Requirement>> All { get; } =
    [
        new(Reporter, state => state with { Reporter = new(Mask), ReporterDepartment = null }, FieldTraces.Owner, state => state.Reporter),
        new(Requester, state => state with { Form = state.Form with { Requester = new(Mask) } }, FieldTraces.Client),
        new(Words, state => state with
        {
            Form = state.Form with { ClientWords = Mask, Summary = Mask, Supplement = [], Pictures = [], Document = null },
            Awaiting = state.Awaiting is null ? null : Mask,
        }),
        new(Gist, state => state with { Gist = state.Gist is null ? null : Mask }),
        new(Outcome, state => state with { Decision = null, Status = default }, FieldTraces.Status | FieldTraces.Grade | FieldTraces.Closed | FieldTraces.Course),
        new(Grade, state => state with { Decision = state.Decision is { } decision ? decision with { Grade = null } : null }, FieldTraces.Grade),
        new(Delivery, state => state with
        {
            PlanningPromised = null,
            HandOverPromised = null,
            ExpectedDelivery = null,
            ActualDelivery = null,
            Extensions = [],
        }, FieldTraces.Course),
        new(Remarks, state => state with
        {
            Decision = state.Decision is { } decision ? decision with { ConversionGist = null } : null,
            Extensions = [.. state.Extensions.Select(extension => extension with { Reason = Mask, Overview = null, Signatures = [] })],
            AcceptanceFailures = [],
        }),
        new(Status, state => state with { Status = default }, FieldTraces.Status | FieldTraces.Closed | FieldTraces.Course),
    ];
}
