using ClientTracking.Deadlines;
using ClientTracking.Obligations;
using ClientTracking.Regulations;
using NodaTime;

namespace ClientTracking.Oversight;

/// <summary>What another calendar or regulation makes of something owed.</summary>
internal static class ObligationReplay
{
    /// <summary>The change; null where nothing moves. A promised date and an approved extension are nobody's to recount.</summary>
    public static ObligationChange? Of(Obligation owed, DeadlineCalculator deadlines, Regulation? regulation, Instant at, string? reason)
    {
        var change = regulation?.RuleOf(owed.Rule)?.Deadline is { } deadline && deadline != owed.Deadline && !IsGranted(owed)
            ? owed.Retargeted(deadlines, at, deadline, reason)
            : owed.Recalculated(deadlines, at);
        return change.After.Clock == owed.Clock ? null : change;
    }

    private static bool IsGranted(Obligation owed) => owed.Clock.Events.Any(entry => entry.Due is not null);
}
