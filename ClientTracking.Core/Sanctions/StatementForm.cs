using System.Buffers;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace ClientTracking.Sanctions;

/// <summary>The canonical form of a statement: the same statement gives the same bytes on every machine, in every culture, at any time.</summary>
public static class StatementForm
{
    private static readonly InstantPattern Instants = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fffffffff'Z'");

    /// <summary>The form as UTF-8 JSON without white space, fields in a fixed order, amounts in fen, absent fields left out.</summary>
    public static byte[] Write(MonthlyStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("form", 1);
            json.WriteString("person", statement.Person.Value);
            json.WriteString("month", YearMonthPattern.Iso.Format(statement.Month));
            json.WriteString("currency", statement.PerformancePay.Currency);
            json.WriteNumber("performancePay", statement.PerformancePay.Fen);
            json.WriteString("asOf", Instants.Format(statement.AsOf));
            Write(json, "lines", statement.Lines);
            Write(json, "credits", statement.Credits);
            json.WriteNumber("total", statement.Total.Fen);
            json.WriteNumber("credit", statement.Credit.Fen);
            json.WriteBoolean("forfeited", statement.Forfeited);
            json.WriteBoolean("provisional", statement.Provisional);
            json.WriteNumber("pointsDeducted", statement.PointsDeducted);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<StatementLine> lines)
    {
        json.WriteStartArray(name);
        foreach (var line in lines)
        {
            json.WriteStartObject();
            json.WriteString("rule", line.Rule.Value);
            json.WriteString("cause", line.Cause.ToString());
            json.WriteNumber("amount", line.Amount.Fen);
            Text(json, "miss", line.Miss);
            Text(json, "subject", line.Subject);
            At(json, "due", line.Due);
            At(json, "done", line.Done);
            if (line.DaysLate is { } days) json.WriteNumber("daysLate", days);
            json.WriteNumber("times", line.Times);
            json.WriteNumber("count", line.Count);
            json.WriteNumber("factor", line.Factor);
            if (line.Before is { } before) json.WriteNumber("before", before.Fen);
            if (line.Corrects is { } month) json.WriteString("corrects", YearMonthPattern.Iso.Format(month));
            Text(json, "by", line.By?.Value);
            Text(json, "reason", line.Reason);
            json.WriteNumber("pointsDeducted", line.PointsDeducted);
            json.WriteStartArray("consequences");
            foreach (var consequence in line.Consequences) json.WriteStringValue(consequence.ToString());
            json.WriteEndArray();
            json.WriteBoolean("forfeits", line.Forfeits);
            json.WriteBoolean("provisional", line.Provisional);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    private static void At(Utf8JsonWriter json, string name, Instant? value)
    {
        if (value is { } instant) json.WriteString(name, Instants.Format(instant));
    }
}
