using System.Collections.Immutable;
using ClientTracking.Obligations;
using ClientTracking.Requirements;
using ClientTracking.Subjects;

namespace ClientTracking.Bugs;

/// <summary>Records that the reporter was told that a bug is fixed (RF-63), or that it cannot be reproduced and why.</summary>
/// <param name="Bug">The bug, by id.</param>
public sealed record TellBugReporter(SubjectId Bug) : BugStep(Bug)
{
    private protected override BugAction Action => BugAction.TellReporter;

    private protected override AccessRule Access => new("RF-63", RequirementRoles.Tester);

    private protected override BugEvent Decide(Subject<Bug> subject, Bug state, DecisionContext context) =>
        new BugReporterTold(state.Status == BugStatus.Verified);
}

/// <summary>Records that the user was told that a bug is fixed (RF-64), which closes it.</summary>
/// <param name="Bug">The bug, by id.</param>
public sealed record TellBugUser(SubjectId Bug) : BugStep(Bug)
{
    private protected override BugAction Action => BugAction.TellUser;

    private protected override AccessRule? Access => null;

    private protected override BugEvent Decide(Subject<Bug> subject, Bug state, DecisionContext context)
    {
        RequirementAccess.RequireReporter(subject.Record, state.Reporter, context);
        return new BugUserTold();
    }
}

/// <summary>The reporter was told.</summary>
/// <param name="Fixed">That it is fixed; otherwise, that it cannot be reproduced, which closes it.</param>
public sealed record BugReporterTold(bool Fixed) : BugChange
{
    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new(Fixed ? "bug.reporter-told.fixed" : "bug.reporter-told.not-reproducible")];

    private protected override Bug Change(Bug before) => before with { Status = Fixed ? BugStatus.ReporterTold : BugStatus.Closed };
}

/// <summary>The user was told.</summary>
public sealed record BugUserTold : BugChange
{
    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new("bug.user-told")];

    private protected override Bug Change(Bug before) => before with { Status = BugStatus.Closed };
}
