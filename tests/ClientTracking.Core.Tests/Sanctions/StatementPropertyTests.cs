using ClientTracking.Sanctions;
using CsCheck;
using NodaTime;
using static ClientTracking.Core.Tests.Deadlines.Clock;
using static ClientTracking.Core.Tests.Sanctions.Facts;

namespace ClientTracking.Core.Tests.Sanctions;

public sealed class StatementPropertyTests
{
    private static readonly Instant First = At("2025-04-20 00:00");
    private static readonly string[] Months = ["2025-04", "2025-05", "2025-06", "2025-07", "2025-08", "2025-09"];

    private static readonly Gen<string> AnyMonth = Gen.Int[0, Months.Length - 1].Select(i => Months[i]);

    private static readonly Gen<SanctionPlan> Plan = Gen.Select(
        Gen.Enum<MonthTotalReading>(), Gen.Enum<BoundaryReading>(), Gen.Enum<EarlierAmount>(), Gen.Bool, (totals, boundary, earlier, once) =>
            Reading(new() { MonthTotals = totals, Boundary = boundary, Earlier = earlier, OncePerSubmission = once }));

    private static readonly Gen<Miss> AnyMiss = Gen.Select(
        Gen.Int[0, 5], Gen.Int[0, 60 * 24 * 6], Gen.Int[-3, 20 * 24 * 6], Gen.Int[0, 9], Gen.Int[0, 4], Gen.Int[0, 9],
        (rule, due, late, subject, times, state) => new Miss
        {
            Key = "",
            Rule = $"RF-9{rule}",
            Person = Zhang,
            Subject = subject < 3 ? $"{subject}" : null,
            Due = First + Duration.FromMinutes(due * 10),
            Done = state == 0 ? null : First + Duration.FromMinutes((due + late) * 10),
            Times = rule == 5 ? 1 : times,
            Waiver = state == 1 ? new(Li, First, "reason") : null,
            Pending = state == 2 ? Pending.Appeal : Pending.None,
        });

    private static readonly Gen<Miss[]> Misses = AnyMiss.Array[0, 25].Select(misses => misses.Select((miss, i) => miss with { Key = $"{i:00}" }).ToArray());

    [Fact]
    public void Never_above_the_pay_never_negative_and_the_lines_add_up() =>
        Gen.Select(Plan, Misses, AnyMonth, Gen.Long[0, 500_000]).Sample((plan, misses, month, pay) =>
        {
            var statement = plan.Of(month, new Money(pay), misses);
            Assert.InRange(statement.Total.Fen, 0, pay);
            Assert.Equal(statement.Total.Fen, statement.Lines.Sum(line => line.Amount.Fen));
            Assert.Equal(statement.Credit.Fen, statement.Credits.Sum(line => line.Amount.Fen));
            Assert.All(statement.Lines.Where(line => line.Miss is not null), line => Assert.True(line.Amount.Fen >= 0));
            Assert.All(statement.Credits, line => Assert.True(line.Amount.Fen > 0));
            if (statement.Forfeited) Assert.Equal(pay, statement.Total.Fen);
        }, iter: 2000);

    [Fact]
    public void The_order_of_the_misses_does_not_matter() =>
        Gen.Select(Plan, Misses, AnyMonth, Gen.Int[0, int.MaxValue]).Sample((plan, misses, month, seed) =>
        {
            var shuffled = misses.ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(StatementForm.Write(plan.Of(month, misses)), StatementForm.Write(plan.Of(month, shuffled)));
        }, iter: 1000);

    [Fact]
    public void Waiving_never_raises() =>
        Gen.Select(Plan, Misses, AnyMonth, Gen.Int[0, 24]).Sample((plan, misses, month, which) =>
        {
            // A delay shared by several commitments may move to another month when the first is waived; each month by itself only falls without.
            misses = [.. misses.Select(miss => miss with { Delay = miss.Key })];
            if (misses.Length == 0) return;
            var before = plan.Of(month, misses);
            misses[which % misses.Length] = misses[which % misses.Length].WaivedBy(Li);
            var after = plan.Of(month, misses);
            Assert.True(after.Total <= before.Total);
        }, iter: 2000);

    [Fact, Trait("rule", "RF-95")]
    public void Over_all_months_a_delay_shared_by_several_commitments_costs_its_highest_amount_and_no_more_when_one_is_waived() =>
        Gen.Select(Misses, Gen.Int[0, 24]).Sample((misses, which) =>
        {
            misses = [.. misses.Where(miss => miss.Rule == "RF-95").Select(miss => miss with { Subject = "one", Done = miss.Done is { } done && done < miss.Due + Duration.FromDays(6) ? done : miss.Due + Duration.FromDays(6) })];
            if (misses.Length == 0) return;
            var highest = misses.Where(miss => miss.Waiver is null).Select(miss => China.LatenessOf(miss.Due!.Value, miss.Done!.Value).Days switch { 0 => 0, 1 => 20, _ => 100 }).DefaultIfEmpty(0).Max();
            Assert.Equal(Money.Yuan(highest), AllMonths());
            misses[which % misses.Length] = misses[which % misses.Length].WaivedBy(Li);
            Assert.True(AllMonths() <= Money.Yuan(highest));

            Money AllMonths() => Months.Aggregate(Money.Zero, (sum, month) => sum + Published.Of(month, misses).Total);
        }, iter: 300);

    [Fact, Trait("rule", "T42")]
    public void Closed_months_and_their_corrections_come_to_what_the_facts_now_say() =>
        Gen.Select(Plan, Misses, Misses).Sample((plan, then, more) =>
        {
            var closed = plan.Close(plan.Of("2025-05", then));
            Miss[] now = [.. then, .. more.Select(miss => miss with { Key = $"later {miss.Key}" })];
            if (then.Length > 0) now[0] = now[0].WaivedBy(Li);
            var correction = plan.Correct(closed, now);
            var facts = plan.Of("2025-05", now);
            Assert.Equal(facts.Total - facts.Credit, closed.Statement.Total - closed.Statement.Credit + correction.Net);
            Assert.Empty(plan.Correct(closed, now, correction).Lines);
        }, iter: 500);
}
