using ClientTracking.Priorities;
using CsCheck;
using NodaTime;

namespace ClientTracking.Core.Tests.Priorities;

/// <summary>Random sound backlogs of up to ten items on up to four workers, in whole minutes.</summary>
internal static class AnyBacklog
{
    private static readonly Gen<int> Minutes = Gen.Int[1, 700];

    private static readonly int[] Nows = [0, 212, 617, 7277]; // morning, lunch, evening, a Saturday

    private sealed record Draft(PriorityGrade Grade, int Decided, int Left, int Position, int Start, int Dependency);

    private static readonly Gen<Draft> Item = Gen.Select(Gen.Enum<PriorityGrade>(), Gen.Int[0, 4], Minutes, Gen.Int[-4, 6], Gen.Int[-4000, 4000], Gen.Int[-8, 8])
        .Select((grade, decided, left, position, start, dependency) => new Draft(grade, decided, left, position, start, dependency));

    private static readonly Gen<Absence> Away = Gen.Select(Gen.Int[1, 4], Gen.Int[-2000, 6000], Gen.Int[1, 3000])
        .Select((worker, from, length) => new Absence(worker, After(from), After(from + length)));

    /// <summary>Anything: items in hand named and unnamed, interrupted, positions, earliest starts, dependencies, absences.</summary>
    internal static readonly Gen<TeamBacklog> Full = Of(Item.Array[0, 10], Gen.Int[1, 4], Away.Array[0, 4]);

    /// <summary>One worker, no dependencies, earliest starts, absences or positions.</summary>
    internal static readonly Gen<TeamBacklog> OneWorker = Of(
        Item.Select(item => item with { Position = 0, Start = 0, Dependency = 0 }).Array[1, 10], Gen.Const(1), Gen.Const(Array.Empty<Absence>()));

    /// <summary>Without what looks back or ahead: no dependencies, earliest starts, absences or positions.</summary>
    internal static readonly Gen<TeamBacklog> Plain = Of(
        Item.Select(item => item with { Position = 0, Start = 0, Dependency = 0 }).Array[0, 10], Gen.Int[1, 4], Gen.Const(Array.Empty<Absence>()));

    private static Gen<TeamBacklog> Of(Gen<Draft[]> items, Gen<int> workers, Gen<Absence[]> away) =>
        Gen.Select(items, workers, away, Gen.Int[0, 3], Gen.Int[0, 3].Array[4], Gen.Bool).Select((drafts, count, absences, now, hands, named) => new TeamBacklog
        {
            Now = After(Nows[now]),
            Workers = count,
            Absences = [.. absences.Where(absence => absence.Worker <= count)],
            Items = [.. InHand([.. drafts.Select(Make)], hands[..count], named)],
        });

    private static ScheduleItem Make(Draft draft, int index) => new()
    {
        Number = $"{index + 1}",
        Grade = draft.Grade,
        DecidedAt = After(-10_000 + draft.Decided),
        Estimate = Duration.FromMinutes(draft.Left),
        Remaining = Duration.FromMinutes(draft.Left),
        Position = draft.Grade == PriorityGrade.C && draft.Position > 0 ? draft.Position : null,
        EarliestStart = draft.Start > 0 ? After(draft.Start) : null,
        DependsOn = draft.Dependency > 0 && draft.Dependency <= index ? [$"{draft.Dependency}"] : [],
    };

    /// <summary>Puts items into hands: 1 an item, 2 an A and what it interrupts, 3 something whose A is finished.</summary>
    private static ScheduleItem[] InHand(ScheduleItem[] items, int[] hands, bool named)
    {
        var (next, names) = (0, named || hands.Any(hand => hand > 1));
        for (var worker = 1; worker <= hands.Length; worker++)
        {
            var hand = hands[worker - 1];
            if (next + (hand == 2 ? 2 : 1) > items.Length || hand == 0) continue;
            if (hand == 2) items[next] = items[next++] with { Stage = ItemStage.InHand, Worker = worker, Grade = PriorityGrade.A, Position = null };
            items[next] = items[next++] with { Stage = hand == 1 ? ItemStage.InHand : ItemStage.Interrupted, Worker = names ? worker : null };
        }

        return items;
    }

    private static Instant After(int minutes) => Board.At("02T09:00") + Duration.FromMinutes(minutes);
}
