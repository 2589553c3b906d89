using System.Collections.Immutable;
using ClientTracking.Priorities;
using ClientTracking.Requirements;
using ClientTracking.Tracking;
using NodaTime;

namespace ClientTracking.Schedules;

/// <summary>The promises that will be broken if nothing changes (RF-57), planned as of now; the most pressing first.</summary>
/// <param name="Team">The team's schedule, by id; none: all teams.</param>
public sealed record PromisesAtRisk(SubjectId? Team = null) : IQuery<ImmutableArray<AtRiskRow>>
{
    /// <inheritdoc/>
    /// <exception cref="Errors.InvalidRequestException">There is no such team.</exception>
    public async Task<ImmutableArray<AtRiskRow>> RunAsync(QueryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var teams = new List<SeenTeam>();
        if (Team is { } one) teams.Add(await SeenTeam.FindAsync(context, one, cancellationToken).ConfigureAwait(false));
        else
            foreach (var team in await Teams.AllAsync(context.Session, cancellationToken).ConfigureAwait(false))
                teams.Add(await SeenTeam.OfAsync(context, team, cancellationToken).ConfigureAwait(false));
        var planner = context.Planner();
        return
        [
            .. teams.SelectMany(team => Rows(team, planner, context.Now))
                .OrderBy(row => row.Promised).ThenBy(row => row.Number, NumberOrder.Instance),
        ];
    }

    private static IEnumerable<AtRiskRow> Rows(SeenTeam seen, TeamPlanner planner, Instant now)
    {
        var team = seen.Whole;
        var risks = planner.Plan(team.State, now).Without(seen.Hidden).AtRisk;
        var calendar = planner.Schedule.Calendar;
        return risks.Select(risk => new AtRiskRow(
            team.Id, team.State.Name, team.State.Work.First(work => work.Requirement.Number == risk.Number).Requirement.Id, risk.Number,
            risk.Commitment.Rule, risk.Commitment.Promised, risk.Forecast, NewDate(risk))
        {
            HandOverDate = risk.Commitment.Rule == "RF-42"
                && risks.FirstOrDefault(other => other.Number == risk.Number && other.Commitment.Rule == "RF-41") is { } handOver ? NewDate(handOver) : null,
        });

        // An application is for a later day, also where a pause moved the promise into the middle of one.
        LocalDate NewDate(CommitmentForecast risk) => calendar.DateOf(risk.Commitment.Promised) is var promised && risk.ProposedDate > promised
            ? risk.ProposedDate.Value : calendar.NextWorkingDay(promised);
    }
}

/// <summary>A promise that will be broken if nothing changes.</summary>
/// <param name="Team">The id of the schedule that says so.</param>
/// <param name="TeamName">The name of the team.</param>
/// <param name="Requirement">The requirement.</param>
/// <param name="Number">The digits of its number.</param>
/// <param name="Rule">The rule of the promise: RF-40, RF-41 or RF-42.</param>
/// <param name="Promised">Until when it is promised.</param>
/// <param name="Forecast">When it will be kept as planned now.</param>
/// <param name="ProposedDate">The date to apply for, the first working day whose close is not before the forecast.</param>
public sealed record AtRiskRow(
    SubjectId Team, string TeamName, SubjectId Requirement, string Number, RuleId Rule, Instant Promised, Instant Forecast, LocalDate ProposedDate)
{
    /// <summary>The hand-over date to apply for together with the delivery, where that is at risk too.</summary>
    public LocalDate? HandOverDate { get; init; }

    /// <summary>By how much elapsed time it will be late.</summary>
    public Duration LateBy => Forecast - Promised;

    /// <summary>The application for an extension (RF-80), filled in; whoever sends it gives the objective cause.</summary>
    public RequestExtension Application(string reason) => new(Requirement, ProposedDate, reason)
    {
        Of = Rule.Value switch { "RF-40" => Milestone.Planning, "RF-41" => Milestone.HandOver, _ => Milestone.Delivery },
        HandOverOn = HandOverDate,
    };
}
