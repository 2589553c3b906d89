using System.Text.Json;
using ClientTracking.Deadlines;
using ClientTracking.Errors;
using ClientTracking.Numbering;
using ClientTracking.Samples.Calendars;
using ClientTracking.Samples.Input;
using ClientTracking.Time;

namespace ClientTracking.Samples.Try;

/// <summary>A request by the field that names it, and how it is answered.</summary>
/// <param name="Fields">All fields the line may have.</param>
/// <param name="Answer">Works the answer out; what it returns writes it.</param>
internal sealed record Request(string[] Fields, Func<Fields, Action<Utf8JsonWriter>> Answer);

/// <summary>The requests that can be tried.</summary>
internal sealed class Requests
{
    private readonly WorkCalendar _calendar;
    private readonly DeadlineCalculator _deadlines;
    private readonly Dictionary<string, Request> _known;

    /// <param name="calendar">The calendar to count on.</param>
    public Requests(WorkCalendar calendar)
    {
        _calendar = calendar;
        _deadlines = new(calendar);
        _known = new()
        {
            ["deadline"] = new(["id", "deadline", "start", "explain"], Deadline),
            ["workingMinutes"] = new(["id", "workingMinutes"], WorkingMinutes),
            ["isWorkingDay"] = new(["id", "isWorkingDay"], IsWorkingDay),
            ["workingDaysBetween"] = new(["id", "workingDaysBetween"], WorkingDaysBetween),
            ["number"] = new(["id", "number"], Number),
            ["schedule"] = new(["id", "schedule"], line => ScheduleAnswer.Of(line, calendar)),
            ["statement"] = new(["id", "statement"], new StatementRequest(calendar).Answer),
        };
    }

    /// <exception cref="InputException">The line has no request, or more than one, or a field the request does not have.</exception>
    public Request Of(JsonElement line)
    {
        Request? found = null;
        foreach (var property in line.EnumerateObject())
            if (_known.TryGetValue(property.Name, out var request))
                found = found is null ? request : throw new InputException("$", "request.one", Words.OneRequest(_known.Keys));
        if (found is null) throw new InputException("$", "request.unknown", Words.OneRequest(_known.Keys));
        new Fields(line).Only(found.Fields);
        return found;
    }

    private Action<Utf8JsonWriter> Deadline(Fields line)
    {
        var rule = Notation(line, "deadline", DeadlineRule.Parse);
        var start = line.Instant("start");
        var deadline = line.OnCalendar("deadline", () => _deadlines.Calculate(rule, start));
        var why = line.Flag("explain") ? _deadlines.Explain(rule, start).ToString() : null;
        return json =>
        {
            json.WriteString("due", Iso.Write(deadline.Due, _calendar.Zone));
            json.WriteBoolean("provisional", deadline.Provisional);
            if (why is not null) json.WriteString("why", why);
        };
    }

    private Action<Utf8JsonWriter> WorkingMinutes(Fields line)
    {
        var span = line.Object("workingMinutes");
        span.Only("from", "to");
        var (from, to) = (span.Instant("from"), span.Instant("to"));
        var minutes = line.OnCalendar("workingMinutes", () => _calendar.WorkingTimeBetween(from, to)).TotalMinutes;
        return json => json.WriteNumber("minutes", minutes);
    }

    private Action<Utf8JsonWriter> IsWorkingDay(Fields line)
    {
        var date = line.Date("isWorkingDay");
        var day = line.OnCalendar("isWorkingDay", () => _calendar.Explain(date));
        return json =>
        {
            json.WriteBoolean("working", day.IsWorked);
            json.WriteString("reason", DayReason.Of(day));
        };
    }

    private Action<Utf8JsonWriter> WorkingDaysBetween(Fields line)
    {
        var span = line.Object("workingDaysBetween");
        span.Only("from", "to");
        var (from, to) = (span.Date("from"), span.Date("to"));
        var days = line.OnCalendar("workingDaysBetween", () => _calendar.WorkingDaysBetween(from, to));
        return json => json.WriteNumber("days", days);
    }

    private static Action<Utf8JsonWriter> Number(Fields line)
    {
        var number = line.Object("number");
        number.Only("template", "date", "serial");
        var template = Notation(number, "template", NumberTemplate.Parse);
        var (date, serial) = (number.Date("date"), number.Count("serial"));
        try
        {
            var text = template.Format(date, serial);
            return json => json.WriteString("number", text);
        }
        catch (InvalidRequestException e)
        {
            var fault = e.Faults[0];
            throw number.Wrong(fault.Path, fault.Code, fault.ToString()[(fault.Path.Length + 2)..]);
        }
    }

    private static T Notation<T>(Fields line, string field, Func<string, T> parse)
    {
        var text = line.Text(field);
        try
        {
            return parse(text);
        }
        catch (NotationException e)
        {
            throw line.Wrong(field, e.Code, e.Message);
        }
    }
}
