using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using ClientTracking.Subjects;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Leaks;

/// <summary>A command about a leak; the answer is the incident's id.</summary>
public abstract record LeakCommand : SubjectCommand<LeakIncident, SubjectId>
{
    private protected const int LongestText = 2000;

    private protected LeakCommand()
    {
    }

    private protected sealed override SubjectId Answer(Subject<LeakIncident> after) => after.Id;

    private protected sealed override ISubjectEvent<LeakIncident>? Happening(Subject<LeakIncident>? subject, DecisionContext context) =>
        Decide(subject?.State, context);

    private protected abstract LeakEvent? Decide(LeakIncident? state, DecisionContext context);
}

/// <summary>
/// Reports a leak or a suspected one (CL-10) to the head office's leadership. Anybody may, also about a record they may not read: the record is
/// named in the reporter's words, nobody looks whether there is one, and the answer confirms none.
/// </summary>
/// <param name="About">The record as the discoverer names it.</param>
/// <param name="Description">What was seen.</param>
/// <param name="DiscoveredAt">When it was discovered, cut to the millisecond; the grace is counted from it as elapsed time.</param>
public sealed record ReportLeak(string About, string Description, Instant DiscoveredAt) : LeakCommand
{
    /// <summary>Who discovered it and owes the report; none: who reports it.</summary>
    public PersonId? DiscoveredBy { get; init; }

    private protected override SubjectId? Target => null;

    private protected override void Validate(FaultList faults)
    {
        faults.Required("about", About, LongestText);
        faults.Required("description", Description, LongestText);
    }

    private protected override LeakEvent Decide(LeakIncident? state, DecisionContext context)
    {
        var rules = context.Regulation.Confidentiality ?? ConfidentialityRegulation.Published;
        var discovered = LeakIncident.Discover(rules, About, Description, DiscoveredBy ?? context.Actor.Id, DiscoveredAt.CutToMilliseconds());
        // The grace as the host has set it; the regulation's own text otherwise.
        if (context.Regulation.RuleOf("CL-10")?.Deadline is { } grace)
            discovered = discovered with { ReportDue = context.Deadlines.Calculate(grace, discovered.DiscoveredAt).Due };
        var reported = discovered.Report(context.Actor.Id, context.At);
        return new LeakReported(
            reported.About, reported.Description, reported.DiscoveredBy, reported.DiscoveredAt, reported.ReportDue, context.Actor.Id, context.At);
    }
}

/// <summary>Notes what was done to contain a leak (CL-10).</summary>
/// <param name="Leak">The incident.</param>
/// <param name="Action">What was done.</param>
public sealed record ContainLeak(SubjectId Leak, string Action) : LeakCommand
{
    /// <summary>Who did it; none: who notes it.</summary>
    public PersonId? By { get; init; }

    private protected override SubjectId? Target => Leak;

    private protected override void Validate(FaultList faults) => faults.Required("action", Action, LongestText);

    private protected override LeakEvent Decide(LeakIncident? state, DecisionContext context)
    {
        var contained = state!.Contain(By ?? context.Actor.Id, Action, context.At).Containments[^1];
        return new LeakContained(contained.By, contained.Action, contained.At);
    }
}

/// <summary>Lays a leak to somebody who is responsible for it (CL-13); the head office's leadership does.</summary>
/// <param name="Leak">The incident.</param>
/// <param name="Person">Who is responsible.</param>
public sealed record LayLeakTo(SubjectId Leak, PersonId Person) : LeakCommand
{
    private protected override SubjectId? Target => Leak;

    private protected override AccessRule Access => new("CL-13", LeakRoles.Leadership);

    private protected override LeakEvent? Decide(LeakIncident? state, DecisionContext context) =>
        state!.Responsible.Contains(Person) ? null : new LeakLaidTo(Person);
}

/// <summary>Finds what somebody did about a leak (CL-13); the head office's leadership does.</summary>
/// <param name="Leak">The incident.</param>
/// <param name="Person">Who.</param>
/// <param name="Conduct">What is rewarded or sanctioned.</param>
public sealed record FindLeakConduct(SubjectId Leak, PersonId Person, LeakConduct Conduct) : LeakCommand
{
    private protected override SubjectId? Target => Leak;

    private protected override AccessRule Access => new("CL-13", LeakRoles.Leadership);

    private protected override void Validate(FaultList faults)
    {
        if (!Enum.IsDefined(Conduct)) faults.Add("conduct", "request.required");
    }

    private protected override LeakEvent Decide(LeakIncident? state, DecisionContext context)
    {
        var found = state!.Find(Person, Conduct, context.At).Findings[^1];
        return new LeakConductFound(found.Person, found.Conduct, found.At);
    }
}
