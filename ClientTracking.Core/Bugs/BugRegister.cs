using ClientTracking.Requirements;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using ClientTracking.Tracking;
using NodaTime;

namespace ClientTracking.Bugs;

/// <summary>One page of the bug register (Bug收集反馈表, RF-65), in number order.</summary>
public sealed record BugRegister : PagedQuery, IQuery<Page<BugRow>>
{
    /// <summary>Recorded on this day or later.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Recorded on this day or earlier.</summary>
    public LocalDate? To { get; init; }

    /// <summary>The new bugs of a week, from Monday to Sunday (新增Bug周报, RF-65).</summary>
    /// <param name="day">A day of the week.</param>
    public static BugRegister WeekOf(LocalDate day)
    {
        var monday = day.PlusDays(1 - (int)day.DayOfWeek);
        return new() { From = monday, To = monday.PlusDays(6) };
    }

    /// <inheritdoc/>
    public async Task<Page<BugRow>> RunAsync(QueryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var series = context.Model.Regulation(RequirementFollowUpRegulation.Name).NumberingOf(RequirementFollowUpRegulation.BugSeries);
        var page = await context.Session.QueryAsync(
            new SubjectQuery
            {
                Kind = BugKind.Instance.Kind,
                Series = series.Series,
                FromPeriod = From is { } from ? series.PeriodOf(from) : null,
                ToPeriod = To is { } to ? series.PeriodOf(to) : null,
                Order = SubjectOrder.Number,
                Take = Take,
                After = After,
            },
            cancellationToken).ConfigureAwait(false);
        return new([.. page.Items.Select(record => BugRow.Of(BugKind.Instance.Read(record)))], page.Next);
    }
}

/// <summary>One bug in the register.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Reporter">Who reported it.</param>
/// <param name="Gist">What is wrong.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="PhoneModel">The phone model.</param>
/// <param name="OsVersion">The version of its operating system.</param>
/// <param name="RecordedOn">The day it was recorded.</param>
/// <param name="FixedOn">The day it was fixed.</param>
/// <param name="Status">Where it stands.</param>
public sealed record BugRow(
    string Number, PersonId Reporter, string Gist, BugSeverity Severity, string PhoneModel, string OsVersion, LocalDate RecordedOn, LocalDate? FixedOn, BugStatus Status)
{
    internal static BugRow Of(Subject<Bug> subject)
    {
        var state = subject.State;
        return new(
            subject.Number!.Text, state.Reporter, state.Gist!, state.Severity!.Value, state.Form.PhoneModel, state.Form.OsVersion, state.RecordedOn!.Value,
            state.FixedOn, state.Status);
    }
}
