using System.Collections.Immutable;
using ClientTracking.Sanctions;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Statements;

/// <summary>All months of one person that anything was decided about or that are closed, oldest first.</summary>
internal sealed record PersonFile(PersonId Person, ImmutableArray<Subject<SanctionMonth>> Months)
{
    /// <summary>How many closed months are looked at for corrections; what changes in older ones stays as it was paid.</summary>
    public const int Correctable = 12;

    /// <summary>The closed months, oldest first.</summary>
    public IEnumerable<Subject<SanctionMonth>> Closed => Months.Where(month => month.State.Closed is not null);

    /// <summary>The month that is closed next and gets the corrections; none before the first is closed.</summary>
    public YearMonth? FirstOpen => Closed.LastOrDefault()?.State.Month is { } last ? last.PlusMonths(1) : null;

    /// <summary>The earliest month whose facts a month's statement needs.</summary>
    public YearMonth FactsSince(YearMonth month) =>
        month == FirstOpen ? Closed.TakeLast(Correctable).First().State.Month : month;

    public Subject<SanctionMonth>? Find(YearMonth month) => Months.FirstOrDefault(subject => subject.State.Month == month);

    /// <summary>A miss with all that was decided about it, in whatever month.</summary>
    public Miss Judge(Miss miss) => Months.Aggregate(miss, (judged, month) => month.State.Judge(judged));

    /// <summary>When the person was told of a miss: when the first month that charges it was closed; none while it is in no closed month.</summary>
    public Instant? ToldOf(string miss) => Closed.Select(month => month.State.Closed!.Statement)
        .FirstOrDefault(closed => closed.Statement.Lines.Any(line => line.Miss == miss))?.At;

    public static async Task<PersonFile> ReadAsync(ITrackingSession session, PersonId person, CancellationToken cancellationToken) =>
        new(person, [.. await ReadMonthsAsync(session, person, cancellationToken).ConfigureAwait(false)]);

    /// <summary>The files of everybody who has one.</summary>
    public static async Task<ImmutableDictionary<PersonId, PersonFile>> ReadAllAsync(ITrackingSession session, CancellationToken cancellationToken) =>
        (await ReadMonthsAsync(session, null, cancellationToken).ConfigureAwait(false)).GroupBy(month => month.State.Person)
            .ToImmutableDictionary(months => months.Key, months => new PersonFile(months.Key, [.. months]));

    private static async Task<IEnumerable<Subject<SanctionMonth>>> ReadMonthsAsync(
        ITrackingSession session, PersonId? person, CancellationToken cancellationToken)
    {
        var months = new List<Subject<SanctionMonth>>();
        var query = new SubjectQuery { Kind = SanctionMonthKind.Instance.Kind, Owner = person };
        await foreach (var record in session.EveryAsync(query, cancellationToken).ConfigureAwait(false)) months.Add(SanctionMonthKind.Instance.Read(record));
        return months.OrderBy(month => month.State.Month);
    }
}
