using System.Collections.Immutable;
using System.Globalization;
using ClientTracking.Obligations;
using NodaTime;

namespace ClientTracking.Tracking;

/// <summary>The timeline (时间轴) of a subject: every duty on it with due and done; null when there is no such subject.</summary>
/// <param name="Subject">The subject, of whatever kind.</param>
/// <param name="AsOf">As it stood at this instant, by when things happened; none: now.</param>
public sealed record GetTimeline(SubjectId Subject, Instant? AsOf = null) : IQuery<Timeline?>
{
    /// <inheritdoc/>
    public async Task<Timeline?> RunAsync(QueryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (await context.Session.FindAsync(Subject, cancellationToken).ConfigureAwait(false) is not { } record) return null;
        var asOf = AsOf ?? context.Now;
        var regulation = context.Model.FindRegulation(record.Regulation, record.RegulationVersion);
        return new(record.Id, record.Number?.Text, asOf,
            [.. record.ObligationsAt(asOf).Select(obligation => new TimelineRow(obligation, regulation?.RuleOf(obligation.Rule), asOf))]);
    }
}

/// <summary>The duties on a subject at an instant, in the order of opening.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Number">Its number, if it has one.</param>
/// <param name="AsOf">The instant.</param>
/// <param name="Rows">The duties.</param>
public sealed record Timeline(SubjectId Subject, string? Number, Instant AsOf, ImmutableArray<TimelineRow> Rows);

/// <summary>One duty in a timeline.</summary>
/// <param name="Obligation">The duty as it stood.</param>
/// <param name="Rule">The rule that makes it owed; null when the regulation no longer has it.</param>
/// <param name="AsOf">The instant it is looked at.</param>
public sealed record TimelineRow(Obligation Obligation, ObligationRule? Rule, Instant AsOf)
{
    /// <summary>How late it was done, or is by now when still undone; zero when in time. Elapsed time.</summary>
    public Duration Late => Obligation.Status switch
    {
        ObligationStatus.Fulfilled when Obligation.JudgedAt > Obligation.Due => Obligation.JudgedAt.Value - Obligation.Due,
        ObligationStatus.Open when AsOf > Obligation.Due => AsOf - Obligation.Due,
        _ => Duration.Zero,
    };

    /// <summary>What is owed, in the language of the culture: Chinese for <c>zh</c> cultures, else English; the rule id where the rule is gone.</summary>
    public string Title(CultureInfo culture) => Rule?.TitleIn(culture) ?? Obligation.Rule.Value;
}
