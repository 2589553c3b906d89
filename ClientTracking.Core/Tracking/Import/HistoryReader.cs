using System.Collections.Immutable;
using System.Globalization;
using ClientTracking.Confidentiality;
using ClientTracking.Deadlines;
using ClientTracking.Errors;
using ClientTracking.Numbering;
using ClientTracking.Obligations;
using ClientTracking.Regulations;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Tracking.Import;

/// <summary>Turns a historic subject into the record that the engine would have kept, had it been there. Pure.</summary>
/// <param name="kind">The kind.</param>
/// <param name="regulation">The regulation it is followed up under from now on.</param>
/// <param name="deadlines">Counts periods on the calendar in force.</param>
/// <param name="now">When it is taken over; what should have been told before that is not told any more.</param>
/// <param name="policy">Who may know what of the kind; null: everybody may know everything.</param>
/// <param name="organization">Who holds which office now.</param>
internal sealed class HistoryReader<TState>(
    KindDefinition<TState> kind, Regulation regulation, DeadlineCalculator deadlines, Instant now, AccessPolicy? policy, Organization organization)
    where TState : class
{
    private readonly ObligationPlanner _planner = new(regulation.Obligations, deadlines);

    /// <summary>The record; null where a fault was found.</summary>
    internal SubjectRecord? Read(HistoricSubject<TState> subject, FaultList faults)
    {
        if (subject.Events.IsDefaultOrEmpty) faults.Add("events", "request.required");
        var record = SubjectRecord.Unborn(subject.Id, kind.Kind, regulation.Name, regulation.Version);
        var state = (TState?)null;
        for (var i = 0; i < subject.Events.Length && faults.Count == 0; i++)
        {
            var happened = subject.Events[i];
            var path = string.Create(CultureInfo.InvariantCulture, $"events[{i}]");
            Check(happened, record, path, faults);
            var number = Number(happened, path, faults);
            if (faults.Count > 0 || Apply(happened, state, path, faults) is not { } after) return null;
            var entry = Entry(happened, record, after, number);
            if (i == 0) entry = entry with { Secrecy = Mark(subject, after, faults) };
            record = kind.Append(record, entry, after);
            state = after;
        }
        return faults.Count > 0 ? null : record;
    }

    /// <summary>Marked as on the day it was made: a record of a kind that has a default level is never without one (CL-03).</summary>
    private ImmutableArray<SecrecyEvent>? Mark(HistoricSubject<TState> subject, TState state, FaultList faults)
    {
        if (policy is null) return null;
        var asked = subject.Marking ?? new(kind.Kind);
        var born = subject.Events[0];
        try
        {
            return new SecrecyDesk(policy).Mark(
                asked with { Kind = kind.Kind, Categories = [.. asked.Categories, .. kind.CategoriesOf(state)] },
                new(new(born.By, subject.Department), organization),
                born.At.CutToMilliseconds()) is { } marked ? [marked] : null;
        }
        catch (RuleViolationException e)
        {
            faults.Add("marking", e.Code, [.. e.Arguments]);
            return null;
        }
    }

    private void Check(HistoricEvent<TState> happened, SubjectRecord record, string path, FaultList faults)
    {
        var at = happened.At.CutToMilliseconds();
        if (at > now) faults.Add($"{path}.at", "request.future", at, now);
        else if (record.Version > 0 && at < record.LastAt) faults.Add($"{path}.at", "request.before-cause", at, record.LastAt);
    }

    private DocumentNumber? Number(HistoricEvent<TState> happened, string path, FaultList faults)
    {
        var wanted = happened.Event.Numbering;
        if (happened.Number is not { } text)
        {
            if (wanted is not null) faults.Add($"{path}.number", "request.required");
            return null;
        }
        if (FilterText.Normalize(faults, $"{path}.number", text, SearchTexts.Longest) is not { } normal) return null;
        foreach (var rule in regulation.Numbering)
            if ((wanted is null || wanted.Value.Series == rule.Series) && rule.TryRead(normal, out var number))
                return number;
        faults.Add($"{path}.number", "import.number-unreadable", text, string.Join(", ", regulation.Numbering.Select(rule => rule.Template.Notation)));
        return null;
    }

    /// <summary>Events of another system may come in an order in which this one would never have let them happen.</summary>
    private static TState? Apply(HistoricEvent<TState> happened, TState? state, string path, FaultList faults)
    {
        try
        {
            return happened.Event.Apply(state);
        }
        catch (Exception e) when (e is NullReferenceException or InvalidOperationException or ArgumentException)
        {
            faults.Add(path, "import.event-impossible", happened.Event.Name);
            return null;
        }
    }

    /// <summary>History is judged by when things happened, whatever the host allows for back-dating.</summary>
    private JournalEntry Entry(HistoricEvent<TState> happened, SubjectRecord record, TState after, DocumentNumber? number)
    {
        var at = happened.At.CutToMilliseconds();
        return new()
        {
            Sequence = record.Version + 1,
            Name = happened.Event.Name,
            Event = kind.WriteEvent(happened.Event),
            At = at,
            RecordedAt = now,
            By = happened.By,
            Reason = happened.Event.Because,
            RegulationVersion = record.Version == 0 ? regulation.Version : null,
            Number = number,
            Imported = true,
            Obligations = [.. _planner.Plan(record.Obligations, happened.Event.Triggers, at, at, role => kind.HolderOf(role, after))
                .Select(change => change with { After = Untold(change.After) })],
        };
    }

    /// <summary>Of what is still owed only the notices that come after the import are sent.</summary>
    private Obligation Untold(Obligation obligation)
    {
        var rules = regulation.RuleOf(obligation.Rule)?.Notices ?? [];
        return obligation.DueAt(now, rules, deadlines) is { } past
            ? (obligation with { NoticedLevel = past.Level }).Schedule(rules, deadlines)
            : obligation;
    }
}
