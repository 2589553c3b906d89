using System.Globalization;
using ClientTracking.Core.Tests.Deadlines;
using ClientTracking.Priorities;
using ClientTracking.Time;
using NodaTime;
using NodaTime.Text;

namespace ClientTracking.Core.Tests.Priorities;

/// <summary>Backlogs and plans as short texts. November 2026 has no holidays; the 2nd is a Monday; a day is 09:00–12:00, 13:30–18:00, 7.5 h.</summary>
/// <remarks>
/// An item is number, grade, hours left, and as needed <c>hand</c> or <c>held</c> (interrupted), <c>w2</c> its worker, <c>p3</c> its position,
/// <c>d5</c> decided on 5 October (else each a day after the one before it), <c>from:02T10:00</c>, <c>after:7</c>, <c>due:03T18:00</c>.
/// </remarks>
internal static class Board
{
    internal static readonly DeliverySchedule Schedule = new(WorkCalendars.China);

    internal static Instant At(string dayAndTime) => Clock.At($"2026-11-{dayAndTime.Replace('T', ' ')}");

    internal static TeamBacklog Backlog(string items, int workers = 1, string away = "", string now = "02T09:00") => new()
    {
        Now = At(now),
        Workers = workers,
        Items = [.. items.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Item)],
        Absences = [.. away.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Absence)],
    };

    internal static DeliveryPlan Plan(string items, int workers = 1, string away = "", string now = "02T09:00") => Schedule.Plan(Backlog(items, workers, away, now));

    /// <summary>The pieces of every item, by number: <c>1 w1 02T09:00/02T12:00 w1 03T09:00/03T10:00; 2 …</c>.</summary>
    internal static string Text(this DeliveryPlan plan) => string.Join("; ", plan.Items
        .OrderBy(item => item.Item.Number, NumberOrder.Instance)
        .Select(item => string.Join(' ', item.Segments.Select(part => $"w{part.Worker} {Text(part.Start)}/{Text(part.End)}").Prepend(item.Item.Number))));

    internal static string Order(this DeliveryPlan plan) => string.Join(' ', plan.Items.Select(item => item.Item.Number));

    internal static string Text(Instant instant) => LocalDateTimePattern.CreateWithInvariantCulture("dd'T'HH:mm").Format(instant.InZone(WorkCalendars.China.Zone).LocalDateTime);

    private static ScheduleItem Item(string text, int index)
    {
        var words = text.Split(' ');
        var left = Duration.FromHours(double.Parse(words[2].TrimEnd('h'), CultureInfo.InvariantCulture));
        var item = new ScheduleItem
        {
            Number = words[0],
            Grade = Enum.Parse<PriorityGrade>(words[1]),
            Estimate = left,
            Remaining = left,
            DecidedAt = Decided(index + 1),
        };
        return words[3..].Aggregate(item, (known, word) => word switch
        {
            "hand" => known with { Stage = ItemStage.InHand },
            "held" => known with { Stage = ItemStage.Interrupted },
            ['w', .. var worker] => known with { Worker = int.Parse(worker, CultureInfo.InvariantCulture) },
            ['p', .. var position] => known with { Position = int.Parse(position, CultureInfo.InvariantCulture) },
            ['d', 'u', 'e', ':', .. var due] => known with { Commitments = [Commitment.HandOver(At(due))] },
            ['d', .. var day] => known with { DecidedAt = Decided(int.Parse(day, CultureInfo.InvariantCulture)) },
            ['f', 'r', 'o', 'm', ':', .. var from] => known with { EarliestStart = At(from) },
            ['a', 'f', 't', 'e', 'r', ':', .. var other] => known with { DependsOn = [.. other.Split(',')] },
            _ => throw new ArgumentException($"'{word}' is no word of an item.", nameof(text)),
        });
    }

    private static Absence Absence(string text)
    {
        var words = text.Split(' ', '/');
        return new(int.Parse(words[0][1..], CultureInfo.InvariantCulture), At(words[1]), At(words[2]));
    }

    private static Instant Decided(int day) => Clock.At("2026-10-01 10:00") + Duration.FromDays(day - 1);
}
