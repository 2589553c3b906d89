using System.Collections.Immutable;
using NodaTime;

namespace ClientTracking.Sanctions;

/// <summary>Compares what a closed month was charged with and what it should have been, miss by miss.</summary>
internal static class CorrectionDifference
{
    /// <summary>The corrections a statement carries, as they were given to it.</summary>
    public static ImmutableArray<StatementCorrection> Corrections(this MonthlyStatement statement) =>
        [.. Signed(statement).Where(line => line.Corrects is not null).GroupBy(line => line.Corrects!.Value)
            .Select(month => new StatementCorrection(month.Key, [.. month]))];

    public static StatementCorrection Between(MonthlyStatement closed, MonthlyStatement now, ImmutableArray<StatementCorrection> posted)
    {
        var before = Sums(Signed(closed).Where(line => line.Corrects is null)
            .Concat(posted.Where(correction => correction.Month == closed.Month).SelectMany(correction => correction.Lines)));
        var after = Sums(Signed(now).Where(line => line.Corrects is null));
        var lines = ImmutableArray.CreateBuilder<StatementLine>();
        foreach (var key in after.Keys.Concat(before.Keys.Where(key => !after.ContainsKey(key))))
        {
            var (was, @is) = (before.GetValueOrDefault(key), after.GetValueOrDefault(key));
            if ((was?.Amount ?? now.Total.Nothing) == (@is?.Amount ?? now.Total.Nothing) && (was?.PointsDeducted ?? 0) == (@is?.PointsDeducted ?? 0)) continue;
            lines.Add(Entry(was, @is, closed.Month));
        }

        return new(closed.Month, lines.ToImmutable());
    }

    private static StatementLine Entry(StatementLine? was, StatementLine? @is, YearMonth month)
    {
        var facts = @is ?? was!;
        var (before, after) = (was?.Amount ?? facts.Amount.Nothing, @is?.Amount ?? facts.Amount.Nothing);
        var waived = @is is { Cause: LineCause.Waived };
        return facts with
        {
            Cause = LineCause.Correction,
            Amount = after - before,
            Before = before,
            Corrects = month,
            PointsDeducted = (@is?.PointsDeducted ?? 0) - (was?.PointsDeducted ?? 0),
            By = waived ? facts.By : null,
            Reason = waived ? facts.Reason : null,
            Factor = 1,
            Consequences = [],
            Forfeits = false,
            Provisional = false,
        };
    }

    /// <summary>One line for each miss and rule, with what all of its lines come to.</summary>
    private static Dictionary<(string? Miss, RuleId Rule), StatementLine> Sums(IEnumerable<StatementLine> lines)
    {
        var sums = new Dictionary<(string? Miss, RuleId Rule), StatementLine>();
        foreach (var line in lines)
        {
            var key = (line.Miss, line.Rule);
            sums[key] = sums.TryGetValue(key, out var sum)
                ? sum with { Amount = sum.Amount + line.Amount, PointsDeducted = sum.PointsDeducted + line.PointsDeducted } : line;
        }

        return sums;
    }

    private static IEnumerable<StatementLine> Signed(MonthlyStatement statement) => statement.Lines.Concat(
        statement.Credits.Select(line => line with { Amount = -line.Amount, PointsDeducted = -line.PointsDeducted }));
}
