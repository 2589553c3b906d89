using System.Text.Json;
using ClientTracking.Priorities;
using ClientTracking.Samples.Input;
using ClientTracking.Samples.Schedules;
using ClientTracking.Time;

namespace ClientTracking.Samples.Try;

/// <summary>Plans a team's work and says what each item becomes (RF-55 to RF-57).</summary>
internal static class ScheduleAnswer
{
    public static Action<Utf8JsonWriter> Of(Fields line, WorkCalendar calendar)
    {
        var asked = line.Object("schedule");
        asked.Only("now", "workers", "items");
        if (!asked.Has("items")) throw asked.Wrong("items", "field.missing", Words.Missing(Words.AList(Words.AnObject)));
        var backlog = new TeamBacklog
        {
            Now = asked.Instant("now", calendar),
            Workers = asked.Number("workers"),
            Items = [.. asked.Objects("items").Select(Item)],
        };
        var plan = ScheduleReader.Ask(line, "schedule", () => new DeliverySchedule(calendar).Plan(backlog));
        return json =>
        {
            json.WriteStartArray("items");
            foreach (var item in plan.Items.OrderBy(item => item.Item.Number, NumberOrder.Instance)) Write(json, item);
            json.WriteEndArray();
        };

        ScheduleItem Item(Fields item)
        {
            item.Only(ScheduleReader.ItemFields);
            return ScheduleReader.Item(item, calendar);
        }

        void Write(Utf8JsonWriter json, PlannedItem item)
        {
            json.WriteStartObject();
            json.WriteString("number", item.Item.Number);
            json.WriteString("finish", Iso.Write(item.Finish, calendar.Zone));
            json.WriteStartArray("segments");
            foreach (var segment in item.Segments)
            {
                json.WriteStartObject();
                json.WriteNumber("worker", segment.Worker);
                json.WriteString("start", Iso.Write(segment.Start, calendar.Zone));
                json.WriteString("end", Iso.Write(segment.End, calendar.Zone));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            var risk = item.Commitments.FirstOrDefault(commitment => commitment.IsAtRisk);
            json.WriteBoolean("atRisk", risk is not null);
            if (risk is not null) json.WriteString("lateBy", Iso.Write(risk.LateBy));
            json.WriteEndObject();
        }
    }
}
