using System.Collections.Immutable;
using ClientTracking.Errors;
using static ClientTracking.Bugs.BugStatus;

namespace ClientTracking.Bugs;

/// <summary>What can be done to a bug.</summary>
public enum BugAction
{
    /// <summary>Find that it can be reproduced.</summary>
    Reproduce,

    /// <summary>Find that it cannot.</summary>
    FindNotReproducible,

    /// <summary>Number and record it.</summary>
    Record,

    /// <summary>Fix it.</summary>
    Fix,

    /// <summary>Pass or refuse the fix.</summary>
    Verify,

    /// <summary>Tell the reporter what became of it.</summary>
    TellReporter,

    /// <summary>Tell the user that it is fixed.</summary>
    TellUser,

    /// <summary>Link it to the requirement it turned out to be.</summary>
    LinkToRequirement,
}

/// <summary>Which action is possible in which status.</summary>
public static class BugLifecycle
{
    private static readonly ImmutableDictionary<BugAction, ImmutableArray<BugStatus>> Table = new Dictionary<BugAction, ImmutableArray<BugStatus>>
    {
        [BugAction.Reproduce] = [BugStatus.Reported],
        [BugAction.FindNotReproducible] = [BugStatus.Reported],
        [BugAction.Record] = [Reproduced],
        [BugAction.Fix] = [Recorded],
        [BugAction.Verify] = [Fixed],
        [BugAction.TellReporter] = [NotReproducible, Verified],
        [BugAction.TellUser] = [ReporterTold],
        [BugAction.LinkToRequirement] = [BugStatus.Reported, Reproduced, NotReproducible, Recorded],
    }.ToImmutableDictionary();

    /// <summary>What can be done in a status.</summary>
    public static ImmutableArray<BugAction> AllowedIn(BugStatus status) => [.. Enum.GetValues<BugAction>().Where(action => Table[action].Contains(status))];

    internal static void Require(BugAction action, BugStatus status)
    {
        if (Table[action].Contains(status)) return;
        throw new RuleViolationException(
            "RF-60", "bug.out-of-order", new Term($"bug.action.{action}"), new Term($"bug.status.{status}"),
            new Terms([.. AllowedIn(status).Select(allowed => $"bug.action.{allowed}")]));
    }
}
