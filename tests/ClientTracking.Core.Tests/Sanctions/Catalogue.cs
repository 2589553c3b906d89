using ClientTracking.Sanctions;

namespace ClientTracking.Core.Tests.Sanctions;

/// <summary>The amounts of the other regulations, as data.</summary>
internal static class Catalogue
{
    private static readonly Repetition Sales = new("CF-15", "sales", From: 2), Service = new("CF-15", "service", From: 3);

    internal static SanctionPlan Files { get; } = Dealership(new UntilCorrected("CF-17"));

    internal static SanctionPlan FilesFinedOnce { get; } = Dealership(null);

    internal static SanctionPlan Complaints { get; } = new()
    {
        Rules =
        [
            Rule("CP-31.I", new DecidedCharge(MoneyRange.Yuan(30, 100))),
            Rule("CP-31.II", Fixed(200)) with { Points = PointRange.Exactly(5), Consequences = [Consequence.Published] },
            Rule("CP-31.III", Fixed(300)) with { Points = PointRange.Exactly(10), Consequences = [Consequence.Reprimand, Consequence.Published] },
            Rule("CP-31.IV", new FixedCharge(Money.Yuan(1000), Forfeits: true)) with { Consequences = [Consequence.MajorDemerit, Consequence.Published] },
            Rule("CP-31.V", Fixed(0)) with { Consequences = [Consequence.DismissalProposal, Consequence.LegalLiability] },
            Rule("CP-40", Fixed(100)) with { ChargedTo = [new("Employee")] },
            Rule("CP-41", Fixed(100)) with { ChargedTo = [new("DepartmentManager"), new("Employee")] },
            Rule("CP-42", Fixed(500)) with { ChargedTo = [new("DepartmentManager"), new("Employee")], Consequences = [Consequence.ClientMoved] },
        ],
    };

    internal static SanctionPlan TeamMeetings { get; } = new()
    {
        Rules =
        [
            Rule("FU-05.task", Fixed(0)) with { Points = new(2, 5) },
            Rule("FU-05.late", Fixed(0)) with { Points = PointRange.Exactly(1) },
            Rule("FU-05.absent", Fixed(0)) with { Points = PointRange.Exactly(2) },
        ],
    };

    private static SanctionPlan Dealership(UntilCorrected? order) => new()
    {
        Rules =
        [
            Rule("CF-10", Fixed(50)) with { Repetition = Sales, UntilCorrected = order },
            Rule("CF-11", Fixed(20)) with { Repetition = Sales, UntilCorrected = order },
            Rule("CF-12", Fixed(50)) with { Repetition = Service, UntilCorrected = order },
            Rule("CF-13", Fixed(50)) with { Repetition = Service, UntilCorrected = order },
            Rule("CF-14", Fixed(20)) with { Repetition = Service, UntilCorrected = order },
            Rule("CF-14.client-signature", Fixed(50)) with { Repetition = Service, UntilCorrected = order },
            Rule("CF-14.internal-signature", Fixed(20)) with { Repetition = Service, UntilCorrected = order },
            Rule("CF-15", new DecidedShareCharge(10, 30)),
            Rule("CF-16", Fixed(20)),
        ],
    };

    private static FixedCharge Fixed(long yuan) => new(Money.Yuan(yuan));

    private static SanctionRule Rule(RuleId id, SanctionCharge charge) => new() { Id = id, Title = id.Value, TitleEnglish = id.Value, Charge = charge };
}
