using System.Collections.Immutable;
using System.Globalization;
using ClientTracking.Errors;
using ClientTracking.Sanctions;
using ClientTracking.Subjects;
using ClientTracking.Tracking;

namespace ClientTracking.Statements;

/// <summary>Grants an award within its range to whoever is eligible for it; the same thing is rewarded once, and nobody rewards themselves.</summary>
/// <remarks>Who may not read the record it is found from is refused as for a thing that there is not: <see cref="GetQuarterAwards"/> leaves it out too.</remarks>
/// <param name="Quarter">The quarter.</param>
/// <param name="Thing">What it is for, from <see cref="Eligibility.Thing"/>.</param>
/// <param name="Amount">The amount; recipients share it without losing a fen.</param>
public sealed record GrantAward(Quarter Quarter, string Thing, Money Amount) : PreparedCommand<GrantedAward, GrantedAward>
{
    /// <summary>The collectors on duty in the quarter, with or without items (RF-A4).</summary>
    public ImmutableArray<PersonId> Collectors { get => field.IsDefault ? [] : field; init; } = [];

    internal Eligibility? Found { get; init; }

    internal SubjectId? About { get; init; }

    private protected override SubjectId? Target => null;

    private protected override void Validate(FaultList faults) => faults.Required("thing", Thing, 200);

    private protected override async Task<ISubjectCommand<GrantedAward, GrantedAward>> PrepareAsync(
        QueryContext context, CancellationToken cancellationToken)
    {
        context.RequireOverseer();
        var reader = new QuarterReader(context);
        var found = (await reader.AssessAsync(Quarter, Collectors, cancellationToken).ConfigureAwait(false))
            .FirstOrDefault(eligibility => eligibility.Thing == Thing);
        if (found is null || !await reader.ShowsAsync(found, cancellationToken).ConfigureAwait(false))
            throw new InvalidRequestException(new Fault("thing", "statement.unknown-award", Thing));
        if (await context.Whole.Session.FindByClaimAsync(AwardKind.ClaimOf(Thing), cancellationToken).ConfigureAwait(false) is not null)
            throw new RuleViolationException(found.Rule, "reward.twice", Thing);
        return this with { Found = found, About = await reader.SubjectOfAsync(found, cancellationToken).ConfigureAwait(false) };
    }

    private protected override ISubjectEvent<GrantedAward> Happening(Subject<GrantedAward>? subject, DecisionContext context)
    {
        context.RequireJudge([.. Found!.Recipients.Where(recipient => !recipient.IsTeam).Select(recipient => new PersonId(recipient.Name))]);
        var award = QuarterAwards.None.Grant(Found, Amount, context.Actor.Id, context.At).Awards[0];
        return new AwardGranted(new()
        {
            Rule = Found.Rule,
            Quarter = Quarter,
            Thing = Thing,
            Shares = [.. award.Shares().Select(share => new AwardShare(share.Recipient.Name, share.Recipient.IsTeam, share.Share))],
            Code = Found.Code,
            Arguments = [.. Found.Arguments.Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "")],
            About = About,
            By = context.Actor.Id,
        });
    }

    private protected override GrantedAward Answer(Subject<GrantedAward> after) => after.State;
}
