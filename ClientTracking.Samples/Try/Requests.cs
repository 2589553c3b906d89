using System.Text.Json;
using ClientTracking.Deadlines;
using ClientTracking.Numbering;
using ClientTracking.Samples.Input;
using ClientTracking.Time;

namespace ClientTracking.Samples.Try;

/// <summary>A request by the field that names it, and how it is answered.</summary>
/// <param name="Fields">All fields the line may have besides <c>id</c>.</param>
/// <param name="Answer">Works the answer out; what it returns writes it.</param>
internal sealed record Request(string[] Fields, Func<Fields, Action<Utf8JsonWriter>> Answer);

/// <summary>The requests that can be tried.</summary>
internal static class Requests
{
    /// <summary>The field whose notation was wrong, on this thread.</summary>
    [ThreadStatic]
    private static string? s_notation;

    private static readonly WorkCalendar Calendar = WorkCalendars.China;
    private static readonly DeadlineCalculator Deadlines = new(Calendar);

    private static readonly Dictionary<string, Request> Known = new()
    {
        ["deadline"] = new(["start"], Deadline),
        ["workingMinutes"] = new([], WorkingMinutes),
        ["isWorkingDay"] = new([], IsWorkingDay),
        ["workingDaysBetween"] = new([], WorkingDaysBetween),
        ["number"] = new([], Number),
    };

    public static string PathOfNotation => s_notation ?? "$";

    public static Request Of(JsonElement line)
    {
        Request? found = null;
        foreach (var property in line.EnumerateObject())
            if (Known.TryGetValue(property.Name, out var request))
                found = found is null ? request : throw new InputException("$", "request.one", Words.OneRequest(Known.Keys));
        if (found is null) throw new InputException("$", "request.unknown", Words.OneRequest(Known.Keys));
        new Fields(line).Only(["id", .. Known.Keys, .. found.Fields]);
        return found;
    }

    private static Action<Utf8JsonWriter> Deadline(Fields line)
    {
        s_notation = "deadline";
        var rule = DeadlineRule.Parse(line.Text("deadline"));
        var deadline = Deadlines.Calculate(rule, line.Instant("start"));
        return json =>
        {
            json.WriteString("due", Iso.Write(deadline.Due, Calendar.Zone));
            json.WriteBoolean("provisional", deadline.Provisional);
        };
    }

    private static Action<Utf8JsonWriter> WorkingMinutes(Fields line)
    {
        var span = line.Object("workingMinutes");
        span.Only("from", "to");
        var minutes = Calendar.WorkingTimeBetween(span.Instant("from"), span.Instant("to")).TotalMinutes;
        return json => json.WriteNumber("minutes", minutes);
    }

    private static Action<Utf8JsonWriter> IsWorkingDay(Fields line)
    {
        var day = Calendar.Explain(line.Date("isWorkingDay"));
        var reason = day.Cause switch
        {
            DayCause.Holiday => Words.HolidayOf(day.Name!, day.Notice),
            DayCause.MakeUpDay => Words.MakeUpFor(day.Name!, day.Notice),
            DayCause.DayOff => Words.CompanyDayOff(day.Name!),
            DayCause.OnDuty => Words.OnDuty(day.Name!),
            DayCause.Weekend => Words.Weekend,
            _ => Words.Weekday,
        } + (day.IsProvisional ? Words.ProvisionalDay : "");
        return json =>
        {
            json.WriteBoolean("working", day.IsWorked);
            json.WriteString("reason", reason);
        };
    }

    private static Action<Utf8JsonWriter> WorkingDaysBetween(Fields line)
    {
        var span = line.Object("workingDaysBetween");
        span.Only("from", "to");
        var days = Calendar.WorkingDaysBetween(span.Date("from"), span.Date("to"));
        return json => json.WriteNumber("days", days);
    }

    private static Action<Utf8JsonWriter> Number(Fields line)
    {
        s_notation = "number.template";
        var number = line.Object("number");
        number.Only("template", "date", "serial");
        var text = NumberTemplate.Parse(number.Text("template")).Format(number.Date("date"), number.Count("serial"));
        return json => json.WriteString("number", text);
    }
}
