using System.Globalization;
using ClientTracking.Errors;
using NodaTime.Text;

namespace ClientTracking.Sanctions;

/// <content>The reason as text.</content>
public sealed partial record StatementLine
{
    /// <summary>Why the line costs what it costs: Chinese for <c>zh</c> cultures, else English.</summary>
    public string Describe(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        var text = Cause switch
        {
            LineCause.PerOccurrence => Texts.Format(culture, "sanction.per-occurrence", Times),
            LineCause.MonthTotal => Texts.Format(culture, "sanction.month-total", Count),
            LineCause.SameSubmission => Texts.Format(culture, "sanction.same-submission", Count),
            LineCause.Lateness => Texts.Format(culture, "sanction.lateness", DaysLate ?? 0),
            LineCause.Growth => Texts.Format(culture, "sanction.growth", DaysLate ?? 0, Before ?? Money.Zero),
            LineCause.SameDelay => Texts.Format(culture, "sanction.same-delay", DaysLate ?? 0),
            LineCause.Decided => Texts.Format(culture, "sanction.decided", By ?? default, Reason ?? ""),
            LineCause.AwaitsDecision => Texts.Format(culture, "sanction.awaits-decision"),
            LineCause.NotCorrected => Texts.Format(culture, "sanction.not-corrected"),
            LineCause.Waived => Texts.Format(culture, "sanction.waived", By ?? default, Reason ?? ""),
            LineCause.EarlierAmount => Texts.Format(culture, "sanction.earlier-amount", DaysLate ?? 0),
            LineCause.Correction when By is { } by => Texts.Format(culture, "sanction.correction-waived", Month(), Before ?? Money.Zero, by, Reason ?? ""),
            LineCause.Correction => Texts.Format(culture, "sanction.correction", Month(), Before ?? Money.Zero),
            LineCause.Cap => Texts.Format(culture, "sanction.cap"),
            _ => Texts.Format(culture, "sanction.forfeiture"),
        };
        if (Factor > 1) text = Texts.Format(culture, "sanction.repeated", text, Factor, Count);
        if (Forfeits) text = Texts.Format(culture, "sanction.forfeits", text);
        if (PointsDeducted > 0) text = Texts.Format(culture, "sanction.points", text, PointsDeducted);
        foreach (var consequence in Consequences) text = Texts.Format(culture, "sanction.followed-by", text, new Term($"sanction.consequence.{consequence}"));
        return Provisional ? Texts.Format(culture, "sanction.provisional", text) : text;

        string Month() => Corrects is { } month ? YearMonthPattern.Iso.Format(month) : "";
    }

    /// <summary>The reason in the current UI culture.</summary>
    public override string ToString() => $"{Rule} {Amount}: {Describe(CultureInfo.CurrentUICulture)}";
}
