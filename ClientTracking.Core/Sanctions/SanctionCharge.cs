using ClientTracking.Deadlines;

namespace ClientTracking.Sanctions;

/// <summary>What a miss costs in money. One of the sealed shapes of this file; a host adds none.</summary>
public abstract record SanctionCharge
{
    private protected SanctionCharge()
    {
    }
}

/// <summary>A fixed amount for every occurrence or item.</summary>
/// <param name="Each">The amount; may be nothing where only points or other consequences follow.</param>
/// <param name="Forfeits">Whether the month's performance pay is lost as well.</param>
public sealed record FixedCharge(Money Each, bool Forfeits = false) : SanctionCharge;

/// <summary>An amount by how late something is done; it grows while it is undone (RF-95, RF-97).</summary>
/// <param name="Tiers">What so many days late cost.</param>
/// <param name="Unit">In which days lateness is measured (CV-13).</param>
/// <param name="OncePerDelay">Whether several misses of one person by the same delay cost the highest amount only.</param>
/// <param name="Earlier">What becomes of earlier months' amounts when it grows into a forfeiture.</param>
public sealed record LatenessCharge(
    TierTable Tiers, LatenessUnit Unit = LatenessUnit.CivilDays, bool OncePerDelay = true, EarlierAmount Earlier = EarlierAmount.ComesBack) : SanctionCharge;

/// <summary>An amount by how many occurrences a calendar month has (RF-92, RF-96).</summary>
/// <param name="Tiers">What so many cost.</param>
/// <param name="Reading">Whether the tier is the price of the month or of each.</param>
/// <param name="OncePerDueInstant">Whether everything due at one instant is one occurrence (one weekly submission).</param>
public sealed record MonthTotalCharge(
    TierTable Tiers, MonthTotalReading Reading = MonthTotalReading.WholeMonth, bool OncePerDueInstant = false) : SanctionCharge;

/// <summary>An amount a named person decides within a range.</summary>
public sealed record DecidedCharge(MoneyRange Range) : SanctionCharge;

/// <summary>A share of the month's performance pay a named person decides within a range.</summary>
/// <param name="Least">The least, in per cent.</param>
/// <param name="Most">The most, in per cent.</param>
/// <param name="Rounding">What becomes of a part of a fen.</param>
public sealed record DecidedShareCharge(decimal Least, decimal Most, MoneyRounding Rounding = MoneyRounding.Down) : SanctionCharge;
