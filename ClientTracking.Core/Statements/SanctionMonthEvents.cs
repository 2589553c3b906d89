using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ClientTracking.Obligations;
using ClientTracking.Sanctions;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Statements;

/// <summary>Something that happened to a person's month; the first thing that happens to it brings it to life.</summary>
/// <param name="Person">The person.</param>
/// <param name="Month">The month.</param>
[JsonDerivedType(typeof(MonthClosed), "month.closed")]
[JsonDerivedType(typeof(MissWaived), "miss.waived")]
[JsonDerivedType(typeof(MissDecided), "miss.decided")]
[JsonDerivedType(typeof(AppealFiled), "appeal.filed")]
[JsonDerivedType(typeof(AppealConcluded), "appeal.concluded")]
public abstract record SanctionMonthEvent(PersonId Person, YearMonth Month) : SubjectEvent<SanctionMonth>
{
    private protected abstract string Trigger { get; }

    /// <inheritdoc/>
    [JsonIgnore]
    public sealed override ImmutableArray<Trigger> Triggers => [new(Trigger)];

    /// <inheritdoc/>
    public sealed override SanctionMonth Apply(SanctionMonth? before) => Change(before ?? new() { Person = Person, Month = Month });

    private protected abstract SanctionMonth Change(SanctionMonth before);
}

/// <summary>The month was closed.</summary>
public sealed record MonthClosed(PersonId Person, YearMonth Month, ClosedMonth Closed) : SanctionMonthEvent(Person, Month)
{
    private protected override string Trigger => "month.closed";

    private protected override SanctionMonth Change(SanctionMonth before) => before with { Closed = Closed };
}

/// <summary>A miss was waived.</summary>
public sealed record MissWaived(PersonId Person, YearMonth Month, string Miss, Waiver Waiver) : SanctionMonthEvent(Person, Month)
{
    private protected override string Trigger => "miss.waived";

    /// <inheritdoc/>
    public override string Because => Waiver.Reason;

    private protected override SanctionMonth Change(SanctionMonth before) => before with { Waivers = before.Waivers.SetItem(Miss, Waiver) };
}

/// <summary>What a rule leaves open was decided.</summary>
public sealed record MissDecided(PersonId Person, YearMonth Month, string Miss, SanctionDecision Decision) : SanctionMonthEvent(Person, Month)
{
    private protected override string Trigger => "miss.decided";

    /// <inheritdoc/>
    public override string Because => Decision.Reason;

    private protected override SanctionMonth Change(SanctionMonth before) => before with { Decisions = before.Decisions.SetItem(Miss, Decision) };
}

/// <summary>The person appealed.</summary>
public sealed record AppealFiled(PersonId Person, YearMonth Month, Appeal Appeal) : SanctionMonthEvent(Person, Month)
{
    private protected override string Trigger => "appeal.filed";

    /// <inheritdoc/>
    public override string Because => Appeal.Reason;

    private protected override SanctionMonth Change(SanctionMonth before) => before with { Appeals = before.Appeals.Add(Appeal) };
}

/// <summary>An appeal was decided; upheld, the miss is waived.</summary>
public sealed record AppealConcluded(PersonId Person, YearMonth Month, Appeal Appeal, Waiver? Waiver) : SanctionMonthEvent(Person, Month)
{
    private protected override string Trigger => "appeal.concluded";

    /// <inheritdoc/>
    public override string? Because => Appeal.Decision?.Reason;

    private protected override SanctionMonth Change(SanctionMonth before) => before with
    {
        Appeals = [.. before.Appeals.Select(filed => filed.Miss == Appeal.Miss && filed.At == Appeal.At ? Appeal : filed)],
        Waivers = Waiver is null ? before.Waivers : before.Waivers.SetItem(Appeal.Miss, Waiver),
    };
}
