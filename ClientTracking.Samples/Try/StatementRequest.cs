using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ClientTracking.Deadlines;
using ClientTracking.DependencyInjection;
using ClientTracking.Errors;
using ClientTracking.Regulations;
using ClientTracking.Samples.Input;
using ClientTracking.Sanctions;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Samples.Try;

/// <summary>What one person's misses cost in one month, under a regulation that ships with the engine.</summary>
/// <param name="calendar">The calendar to count on.</param>
internal sealed class StatementRequest(WorkCalendar calendar)
{
    private static readonly PersonId Somebody = new("somebody");
    private static readonly Regulation[] Regulations = [RegulationPresets.RequirementFollowUp.Regulation];

    public Action<Utf8JsonWriter> Answer(Fields line)
    {
        var asked = line.Object("statement");
        asked.Only("regulation", "performancePay", "month", "misses");
        var name = asked.Text("regulation");
        var regulation = Array.Find(Regulations, known => known.Name == name)
            ?? throw asked.Wrong("regulation", "field.choice", Words.NotOneOf(name, Regulations.Select(known => known.Name)));
        var month = InRange(asked, "month", asked.Month("month"), value => calendar.EndOfDay(value.ToDateInterval().End));
        var misses = asked.RequiredObjects("misses").Select((miss, index) => Read(miss, index, month)).ToImmutableArray();
        var @case = new StatementCase(Somebody, month, Pay(asked), misses);
        try
        {
            var statement = new StatementCalculator(regulation.Sanctions, new DeadlineCalculator(calendar)).Calculate(@case);
            return json => Write(json, statement);
        }
        catch (InvalidRequestException e)
        {
            var fault = e.Faults[0];
            throw asked.Wrong(fault.Path, fault.Code, fault.Text(CultureInfo.CurrentUICulture));
        }
    }

    private static Money Pay(Fields asked)
    {
        try
        {
            return Money.Parse(asked.Text("performancePay"));
        }
        catch (NotationException e)
        {
            throw asked.Wrong("performancePay", e.Code, e.Message);
        }
    }

    /// <summary>A miss without a due instant happened in the month the statement is of.</summary>
    private Miss Read(Fields miss, int index, YearMonth month)
    {
        miss.Only("rule", "subject", "due", "done", "times");
        var rule = miss.Identifier("rule", text => new RuleId(text));
        return new()
        {
            Key = index.ToString("D9", CultureInfo.InvariantCulture),
            Rule = rule,
            Person = Somebody,
            Subject = miss.OptionalText("subject"),
            Due = Instant(miss, "due"),
            Done = Instant(miss, "done"),
            Found = calendar.StartOfDay(month.OnDayOfMonth(1)),
            Times = miss.Has("times") ? Times(miss) : 1,
        };
    }

    private static int Times(Fields miss) =>
        miss.Count("times") is var times and <= int.MaxValue
            ? (int)times : throw miss.Wrong("times", "field.count", Words.Expected(Words.ACountUpTo(int.MaxValue)));

    private Instant? Instant(Fields miss, string field) =>
        miss.OptionalInstant(field) is { } instant ? InRange(miss, field, instant, value => calendar.DateOf(value)) : null;

    private static T InRange<T, TResult>(Fields fields, string field, T value, Func<T, TResult> reckon)
    {
        fields.OnCalendar(field, () => reckon(value));
        return value;
    }

    private static void Write(Utf8JsonWriter json, MonthlyStatement statement)
    {
        json.WriteString("total", statement.Total.ToString());
        json.WriteBoolean("forfeited", statement.Forfeited);
        // In the order of the request; what balances comes last.
        Write(json, "lines", statement.Lines.Where(line => line.Miss is not null).OrderBy(line => line.Miss, StringComparer.Ordinal)
            .Concat(statement.Lines.Where(line => line.Miss is null)));
        if (!statement.Credits.IsEmpty) Write(json, "credits", statement.Credits);
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<StatementLine> lines)
    {
        json.WriteStartArray(name);
        foreach (var line in lines)
        {
            json.WriteStartObject();
            json.WriteString("rule", line.Rule.Value);
            json.WriteString("amount", line.Amount.ToString());
            if (line.DaysLate is { } days) json.WriteNumber("daysLate", days);
            else json.WriteNull("daysLate");
            json.WriteString("why", line.Describe(CultureInfo.CurrentUICulture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
