using ClientTracking.Confidentiality;
using ClientTracking.Requirements;
using ClientTracking.Subjects;
using ClientTracking.Tracking;
using NodaTime;

namespace ClientTracking.Bugs;

/// <summary>One page of the bug register (Bug收集反馈表, RF-65), in number order; its days are those of recording.</summary>
public sealed record BugRegister : Register<Bug, BugRow>
{
    private protected override string Series => RequirementFollowUpRegulation.BugSeries;

    /// <summary>The new bugs of a week, from Monday to Sunday (新增Bug周报, RF-65).</summary>
    /// <param name="day">A day of the week.</param>
    public static BugRegister WeekOf(LocalDate day)
    {
        var monday = day.PlusDays(1 - (int)day.DayOfWeek);
        return new() { From = monday, To = monday.PlusDays(6) };
    }

    private protected override BugRow Row(Subject<Bug> subject) => BugRow.Of(subject);
}

/// <summary>One bug in the register.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Reporter">Who reported it.</param>
/// <param name="Gist">What is wrong.</param>
/// <param name="Severity">How bad it is; none where who asked is not shown it.</param>
/// <param name="PhoneModel">The phone model.</param>
/// <param name="OsVersion">The version of its operating system.</param>
/// <param name="RecordedOn">The day it was recorded.</param>
/// <param name="FixedOn">The day it was fixed.</param>
/// <param name="Status">Where it stands.</param>
public sealed record BugRow(
    string Number, PersonId Reporter, string Gist, BugSeverity? Severity, string PhoneModel, string OsVersion, LocalDate RecordedOn, LocalDate? FixedOn, BugStatus Status)
{
    /// <summary>Which of the fields who asked is shown; null: all of them.</summary>
    public Redaction? Redaction { get; init; }

    internal static BugRow Of(Subject<Bug> subject)
    {
        var state = subject.State;
        return new(
            subject.Number!.Text, state.Reporter, state.Gist!, state.Severity, state.Form.PhoneModel, state.Form.OsVersion, state.RecordedOn!.Value,
            state.FixedOn, state.Status)
        {
            Redaction = subject.Redaction,
        };
    }
}
