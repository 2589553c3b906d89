using System.Collections.Immutable;
using ClientTracking.Subjects;
using static ClientTracking.Confidentiality.Redaction;

namespace ClientTracking.Bugs;

/// <summary>The fields of a bug that a confidentiality regulation can give a level of their own (CL-02), by the names it uses.</summary>
internal static class BugFields
{
    internal static ImmutableArray<StateField<Bug>> All { get; } =
    [
        new("reporter", state => state with { Reporter = new(Mask), ReporterDepartment = null }, FieldTraces.Owner, state => state.Reporter),
        new("user", state => state with { Form = state.Form with { User = Mask } }),
        new("device", state => state with { Form = state.Form with { PhoneModel = Mask, OsVersion = Mask } }),
        new("words", state => state with { Form = state.Form with { Fault = Mask, Steps = Mask, Pictures = [] }, NotReproducibleBecause = null, RefusedFixes = [] }),
        new("gist", state => state with { Gist = state.Gist is null ? null : Mask }),
        new("severity", state => state with { Severity = null }, FieldTraces.Course),
        new("status", state => state with { Status = default, FixedOn = null }, FieldTraces.Status | FieldTraces.Closed | FieldTraces.Course),
    ];
}
