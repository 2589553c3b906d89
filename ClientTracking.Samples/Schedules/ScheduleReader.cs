using System.Globalization;
using ClientTracking.Errors;
using ClientTracking.Priorities;
using ClientTracking.Samples.Input;
using ClientTracking.Time;

namespace ClientTracking.Samples.Schedules;

/// <summary>Reads what a team has to do from JSON.</summary>
internal static class ScheduleReader
{
    /// <summary>The fields an item always may have.</summary>
    public static readonly string[] ItemFields =
        ["number", "grade", "decidedAt", "estimateHours", "remainingHours", "inHand", "worker", "position", "promised"];

    public static ScheduleItem Item(Fields item, WorkCalendar calendar) => new()
    {
        Number = item.Text("number"),
        Grade = item.Choice<PriorityGrade>("grade"),
        DecidedAt = item.Instant("decidedAt"),
        Estimate = item.Hours("estimateHours"),
        Remaining = item.Hours("remainingHours"),
        Stage = item.Flag("inHand") ? ItemStage.InHand : ItemStage.Waiting,
        Worker = item.OptionalCount("worker"),
        Position = item.OptionalCount("position"),
        Commitments = item.Has("promised") ? [Commitment.HandOver(item.InstantOrClose("promised", calendar))] : [],
    };

    /// <summary>Asks the engine; what it finds wrong gets the path of the field it was read from.</summary>
    /// <param name="line">Where the work was read from.</param>
    /// <param name="field">The field that holds it; empty for the line itself.</param>
    /// <param name="ask">What to ask.</param>
    public static T Ask<T>(Fields line, string field, Func<T> ask)
    {
        try
        {
            return line.OnCalendar(field.Length == 0 ? "$" : field, ask);
        }
        catch (InvalidRequestException e)
        {
            var fault = e.Faults[0];
            throw line.Wrong(field.Length == 0 ? fault.Path : $"{field}.{fault.Path}", fault.Code, fault.Text(CultureInfo.CurrentUICulture));
        }
    }
}
