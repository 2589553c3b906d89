using ClientTracking.Errors;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Requirements;

/// <summary>What every promised date must be.</summary>
internal static class Promise
{
    public static LocalDate NotPast(string path, LocalDate promised, DecisionContext context) =>
        promised >= context.Today
            ? promised
            : throw new InvalidRequestException(new Fault(path, "requirement.promise-in-the-past", promised, context.Today));
}
