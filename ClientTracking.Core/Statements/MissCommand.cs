using ClientTracking.Errors;
using ClientTracking.Sanctions;
using ClientTracking.Subjects;
using ClientTracking.Tracking;
using NodaTime;

namespace ClientTracking.Statements;

/// <summary>A decision about one miss; it stands in the month the miss is charged to.</summary>
/// <param name="Miss">The key of the miss, from <see cref="StatementLine.Miss"/>.</param>
public abstract record MissCommand(string Miss) : PreparedCommand<SanctionMonth, MissRuling>
{
    private protected const int LongestReason = 1000;

    internal MissCase? Case { get; init; }

    private protected abstract string Why { get; }

    private protected sealed override SubjectId? Target => Case?.Opened;

    private protected sealed override void Validate(FaultList faults) => faults.Required("reason", Why, LongestReason);

    private protected sealed override async Task<ISubjectCommand<SanctionMonth, MissRuling>> PrepareAsync(
        QueryContext context, CancellationToken cancellationToken)
    {
        var reader = new StatementWriter(context.Whole).Misses;
        var miss = await reader.FindAsync(Miss, cancellationToken).ConfigureAwait(false);
        if (miss is null || await ShownStatement.HidesAsync(context, miss, cancellationToken).ConfigureAwait(false))
            throw new InvalidRequestException(new Fault("miss", "statement.unknown-miss", Miss));
        var file = await PersonFile.ReadAsync(context.Whole.Session, miss.Person, cancellationToken).ConfigureAwait(false);
        var month = reader.MonthOf(miss);
        return this with { Case = new(file.Judge(miss), month, file.Find(month)?.Id, file.ToldOf(Miss)) };
    }

    private protected sealed override ISubjectEvent<SanctionMonth> Happening(Subject<SanctionMonth>? subject, DecisionContext context) =>
        Decide(subject?.State, Case!, new SanctionReview(context.Regulation.Sanctions, context.Deadlines), context);

    private protected sealed override MissRuling Answer(Subject<SanctionMonth> after) =>
        new(after.Id, after.State.Person, after.State.Month);

    private protected abstract SanctionMonthEvent Decide(SanctionMonth? month, MissCase found, SanctionReview review, DecisionContext context);
}

/// <summary>Where a decision about a miss stands.</summary>
/// <param name="Subject">The person's month, by id.</param>
/// <param name="Person">The person.</param>
/// <param name="Month">The month.</param>
public sealed record MissRuling(SubjectId Subject, PersonId Person, YearMonth Month);

/// <summary>A miss as it stands when somebody decides about it.</summary>
/// <param name="Miss">The miss with all that was decided before.</param>
/// <param name="Month">The month it is charged to.</param>
/// <param name="Opened">That month, where anything was decided about it before.</param>
/// <param name="ToldAt">When the person was told of it; none while no closed month charges it.</param>
internal sealed record MissCase(Miss Miss, YearMonth Month, SubjectId? Opened, Instant? ToldAt);
