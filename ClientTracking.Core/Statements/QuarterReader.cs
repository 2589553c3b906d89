using System.Collections.Immutable;
using ClientTracking.Obligations;
using ClientTracking.Priorities;
using ClientTracking.Requirements;
using ClientTracking.Sanctions;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using ClientTracking.Tracking;
using NodaTime;

namespace ClientTracking.Statements;

/// <summary>Reads what a quarter's rewards are found from: every requirement, once, whoever asks; and says what of it that person is shown.</summary>
internal sealed class QuarterReader(QueryContext context)
{
    private readonly StatementWriter _writer = new(context.Whole);
    private readonly ITrackingSession _whole = context.Whole.Session;
    private readonly Dictionary<string, SubjectId> _subjects = new(StringComparer.Ordinal); // by what the facts call them
    private readonly Dictionary<SubjectId, bool> _read = [];

    /// <summary>Everyone whom a reward of the quarter could concern, and why or why not.</summary>
    /// <param name="quarter">The quarter.</param>
    /// <param name="collectors">The collectors on duty, with or without items (RF-A4).</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ImmutableArray<Eligibility>> AssessAsync(Quarter quarter, ImmutableArray<PersonId> collectors, CancellationToken cancellationToken)
    {
        var requirements = await RequirementsAsync(cancellationToken).ConfigureAwait(false);
        var facts = new QuarterFacts(quarter, context.Now)
        {
            Decided = [.. requirements.Select(Decided).OfType<DecidedRequirement>()],
            Commitments = [.. requirements.SelectMany(Promises)],
            Received = [.. requirements.SelectMany(requirement => Received(requirement, collectors))],
            Collectors = collectors,
            Misses = await MissesAsync(quarter, cancellationToken).ConfigureAwait(false),
        };
        return new RewardAssessor(_writer.Plan, _writer.Deadlines).Assess(facts);
    }

    /// <summary>The record that a reward is found from or that bars it, by <see cref="Eligibility.Subject"/>; null where it is none in particular.</summary>
    public async Task<SubjectId?> SubjectOfAsync(Eligibility found, CancellationToken cancellationToken) => found.Subject switch
    {
        null => null,
        var subject when _subjects.TryGetValue(subject, out var id) => id,
        var subject => MissKey.SubjectOf(subject) ?? (await _whole.FindByNumberAsync(subject, cancellationToken).ConfigureAwait(false))?.Id,
    };

    /// <summary>Whether who asks may read the record that it is found from; for who may not, there is no such reward (CL-12).</summary>
    public async Task<bool> ShowsAsync(Eligibility found, CancellationToken cancellationToken)
    {
        if (!context.Model.IsConfidential || await SubjectOfAsync(found, cancellationToken).ConfigureAwait(false) is not { } subject) return true;
        if (!_read.TryGetValue(subject, out var reads))
            _read[subject] = reads = await context.Session.FindAsync(subject, cancellationToken).ConfigureAwait(false) is not null;
        return reads;
    }

    /// <summary>What the board has decided for good; what it deferred is not decided.</summary>
    private static DecidedRequirement? Decided(Subject<Requirement> requirement) =>
        requirement.State.Decision is { Outcome: not DecisionOutcome.Defer } decision
            ? new(NumberOf(requirement), requirement.State.Reporter, decision.DecidedAt ?? decision.MeetingEndedAt, decision.ToBuild) : null;

    /// <summary>What was promised and neither forgiven nor given up; the delivery of a grade A is a major one (RF-A3).</summary>
    private static IEnumerable<PromisedNode> Promises(Subject<Requirement> requirement) =>
        from duty in requirement.Obligations
        where duty.Rule.Value is "RF-40" or "RF-41" or "RF-42" && duty.Status is not (ObligationStatus.Cancelled or ObligationStatus.Waived)
        select new PromisedNode(
            NumberOf(requirement), duty.Rule, duty.OpenedAt, duty.Clock.Events[0].Due ?? duty.Due, duty.Due,
            duty.Status == ObligationStatus.Fulfilled ? duty.JudgedAt : null)
        {
            Responsible = [.. new[] { duty.Assignee, duty.Partner?.Person }.OfType<PersonId>().Distinct()],
            IsMajorDelivery = duty.Rule.Value == "RF-42" && requirement.State.Decision is { Grade: PriorityGrade.A },
        };

    /// <summary>What nobody has registered yet is left out by every collector on duty; what was withdrawn before is nobody's.</summary>
    private static IEnumerable<ReceivedItem> Received(Subject<Requirement> requirement, ImmutableArray<PersonId> collectors)
    {
        var (at, state) = (requirement.Journal[0].At, requirement.State);
        if (state.Collector is { } collector)
            return [new(NumberOf(requirement), collector, at, requirement.Obligations.FirstOrDefault(duty => duty.Rule == "RF-31")?.ClosedAt ?? at)];
        return requirement.Record.Search.Closed ? [] : collectors.Select(onDuty => new ReceivedItem(NumberOf(requirement), onDuty, at, null));
    }

    private async Task<ImmutableArray<Miss>> MissesAsync(Quarter quarter, CancellationToken cancellationToken)
    {
        var first = new YearMonth(quarter.Year, (quarter.Number * 3) - 2);
        var reader = _writer.Misses;
        var files = await PersonFile.ReadAllAsync(_whole, cancellationToken).ConfigureAwait(false);
        return
        [
            .. (await reader.ReadAsync(null, first, cancellationToken).ConfigureAwait(false))
                .Where(miss => reader.MonthOf(miss) is var month && month >= first && month < first.PlusMonths(3))
                .Select(miss => files.GetValueOrDefault(miss.Person)?.Judge(miss) ?? miss),
        ];
    }

    private async Task<List<Subject<Requirement>>> RequirementsAsync(CancellationToken cancellationToken)
    {
        var all = new List<Subject<Requirement>>();
        var query = new SubjectQuery { Kind = RequirementKind.Instance.Kind };
        await foreach (var record in _whole.EveryAsync(query, cancellationToken).ConfigureAwait(false)) all.Add(RequirementKind.Instance.Read(record));
        foreach (var requirement in all) _subjects[NumberOf(requirement)] = requirement.Id;
        return all;
    }

    private static string NumberOf(Subject<Requirement> requirement) => requirement.Number?.Bare ?? requirement.Id.ToString();
}
