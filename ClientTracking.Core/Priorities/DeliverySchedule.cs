using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ClientTracking.Errors;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Priorities;

/// <summary>
/// Plans what a team delivers when (交付排期, RF-55 to RF-57). Pure: the same backlog gives the same plan, in whatever order its items
/// come. Safe for any number of threads.
/// </summary>
/// <remarks>
/// A worker takes the first item of the order that may start, and does not wait for a better one. A plan costs about n log n for n items.
/// </remarks>
/// <param name="calendar">The calendar the team works by.</param>
public sealed partial class DeliverySchedule(WorkCalendar calendar)
{
    /// <summary>The calendar the team works by.</summary>
    public WorkCalendar Calendar { get; } = calendar ?? throw new ArgumentNullException(nameof(calendar));

    /// <summary>Plans a backlog.</summary>
    /// <exception cref="InvalidRequestException">The backlog is not sound; every fault is listed with its path, such as <c>items[2].grade</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The plan runs beyond the dates a calendar can reckon with.</exception>
    public DeliveryPlan Plan(TeamBacklog backlog)
    {
        ArgumentNullException.ThrowIfNull(backlog);
        var compiled = new CompiledBacklog(Calendar, backlog);
        var run = new ScheduleRun(compiled, compiled.Remaining());
        var (segments, interruptedBy) = (Segments(compiled, run), InterruptedBy(compiled, run));
        var planned = new PlannedItem[compiled.Items.Length];
        var place = 0;
        foreach (var index in compiled.Places())
        {
            var (item, finish) = (compiled.Items[index], compiled.EndAt(run.Finish[index]));
            var why = Why(compiled, index, place + 1, run.Starts[index], interruptedBy.TryGetValue(index, out var numbers) ? [.. numbers] : []);
            planned[place++] = new(item, why, ImmutableCollectionsMarshal.AsImmutableArray(segments[index]), finish, Forecast(item, finish));
        }

        return new(backlog.Now, ImmutableCollectionsMarshal.AsImmutableArray(planned));
    }

    /// <summary>
    /// What taking an item in at each grade would do to everybody else's dates (what a decision board wants to see). Nothing is stored.
    /// </summary>
    /// <param name="backlog">The backlog as it stands; where it has an item of this number, the question is what another grade would do.</param>
    /// <param name="item">The item; its own grade does not matter, and its position matters for C only.</param>
    /// <returns>The answers for A, B, C and D.</returns>
    /// <inheritdoc cref="Plan" path="/exception"/>
    public ImmutableArray<WhatIf> Consider(TeamBacklog backlog, ScheduleItem item)
    {
        ArgumentNullException.ThrowIfNull(backlog);
        ArgumentNullException.ThrowIfNull(item);
        var before = Plan(backlog);
        return [.. Enum.GetValues<PriorityGrade>().Select(At)];

        WhatIf At(PriorityGrade grade)
        {
            var after = Plan(backlog.With(item with { Grade = grade, Position = grade == PriorityGrade.C ? item.Position : null }));
            var (moves, risks) = before.ChangesTo(after);
            return new(grade, after.Find(item.Number)!, new(
                [.. moves.Where(move => move.Number != item.Number)], [.. risks.Where(risk => risk.Subject.Number != item.Number)]));
        }
    }

    private ImmutableArray<CommitmentForecast> Forecast(ScheduleItem item, Instant finish)
    {
        if (item.Commitments.IsEmpty) return [];
        var forecasts = new CommitmentForecast[item.Commitments.Length];
        for (var i = 0; i < forecasts.Length; i++) forecasts[i] = CommitmentForecast.Of(item.Number, item.Commitments[i], finish, Calendar);
        return ImmutableCollectionsMarshal.AsImmutableArray(forecasts);
    }

    private static Placement Why(CompiledBacklog backlog, int index, int place, StartNote start, ImmutableArray<string> interruptedBy)
    {
        var item = backlog.Items[index];
        var reason = item switch
        {
            { Grade: PriorityGrade.A } => PlaceReason.GradeA,
            { Stage: not ItemStage.Waiting } => PlaceReason.InHand,
            { Grade: PriorityGrade.B } => PlaceReason.GradeB,
            { Grade: PriorityGrade.D } => PlaceReason.GradeD,
            { Position: null } => PlaceReason.GradeC,
            _ => PlaceReason.Position,
        };
        return new(
            place, reason, reason == PlaceReason.Position ? item.Position : null,
            start.Cause, start.Other < 0 ? null : backlog.Items[start.Other].Number, interruptedBy);
    }

    private static PlannedSegment[][] Segments(CompiledBacklog backlog, ScheduleRun run)
    {
        var next = new int[backlog.Items.Length];
        foreach (var piece in run.Pieces) next[piece.Item]++;
        var segments = Array.ConvertAll(next, count => count == 0 ? [] : new PlannedSegment[count]);
        Array.Clear(next);
        foreach (var piece in run.Pieces)
            segments[piece.Item][next[piece.Item]++] = new(piece.Worker + 1, backlog.StartAt(piece.From), backlog.EndAt(piece.To));
        return segments;
    }

    private static Dictionary<int, List<string>> InterruptedBy(CompiledBacklog backlog, ScheduleRun run)
    {
        var numbers = new Dictionary<int, List<string>>();
        foreach (var (item, by) in run.Interruptions)
        {
            if (!numbers.TryGetValue(item, out var known)) numbers[item] = known = [];
            known.Add(backlog.Items[by].Number);
        }

        return numbers;
    }
}
