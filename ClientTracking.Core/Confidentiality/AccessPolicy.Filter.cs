using System.Collections.Immutable;
using NodaTime;

namespace ClientTracking.Confidentiality;

/// <content>The policy as a condition for stores.</content>
public sealed partial class AccessPolicy
{
    private static readonly ImmutableArray<ConfidentialityLevel> EveryLevel = [.. Enum.GetValues<ConfidentialityLevel>()];

    /// <summary>The records of some kinds that a person may find or read, as a condition for a store's query.</summary>
    /// <param name="reader">The person.</param>
    /// <param name="action"><see cref="AccessAction.Find"/>, <see cref="AccessAction.ReadHeader"/> or <see cref="AccessAction.Read"/>.</param>
    /// <param name="kinds">The kinds asked for.</param>
    /// <param name="now">The instant at which terms and grants are judged.</param>
    /// <param name="field">
    /// The level of its own of a field that is searched or sorted by: who may not read the field of a record must not find the record by it.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="action"/> is another one.</exception>
    public ReaderFilter FilterFor(
        Reader reader, AccessAction action, ImmutableArray<SubjectKind> kinds, Instant now, ConfidentialityLevel? field = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (action is not (AccessAction.Find or AccessAction.ReadHeader or AccessAction.Read))
            throw new ArgumentOutOfRangeException(nameof(action), action, "A list finds, shows headers or is read.");
        return new()
        {
            Person = reader.Person,
            Now = now,
            Offices = reader.Offices,
            Kinds = [.. kinds.Select(kind => FilterFor(reader, action, kind, field))],
        };
    }

    private KindFilter FilterFor(Reader reader, AccessAction action, SubjectKind kind, ConfidentialityLevel? field)
    {
        if (reader.IsLeadership) return KindFilter.All(kind);
        var clauses = new List<AccessClause>();
        var rules = RulesOf(kind);
        foreach (var marked in EveryLevel)
        {
            var level = field is { } own ? marked.Or(own) : marked;
            if (level.IsSecrecy())
                foreach (var clause in ClausesOf(reader, action, kind, rules[(int)level - 1])) Add(clause with { Levels = [marked] });
            else
                Add(new(AccessTest.Everyone, [marked]));
        }

        var open = clauses.FindIndex(clause => clause.Test == AccessTest.Everyone && !clause.OnlyAwaiting);
        var everyone = (open < 0 ? new(AccessTest.Everyone, []) : clauses[open]) with { AfterTerm = true, Unmarked = !Governs(kind) };
        if (open >= 0) clauses.RemoveAt(open);
        return new(kind, [everyone, .. clauses]);

        // The same condition at several levels is one condition with several levels, except where other people's grants count.
        void Add(AccessClause clause)
        {
            var same = clauses.FindIndex(known => known.Test == clause.Test && known.OnlyAwaiting == clause.OnlyAwaiting && clause.Granters is null);
            if (same < 0) clauses.Add(clause);
            else clauses[same] = clauses[same] with { Levels = clauses[same].Levels.Union(clause.Levels).ToImmutableArray() };
        }
    }

    private IEnumerable<AccessClause> ClausesOf(Reader reader, AccessAction action, SubjectKind kind, LevelRule rule)
    {
        if (action == AccessAction.Find && rule.Listing == Listing.Redacted) return [new(AccessTest.Everyone, [])];
        var standings = action == AccessAction.Read ? rule.Readers : rule.Readers | rule.HeaderReaders;
        return Enum.GetValues<Standing>().Where(one => one != Standing.None && (standings & one) != 0)
            .SelectMany(one => ClausesOf(reader, kind, rule, one));
    }

    private IEnumerable<AccessClause> ClausesOf(Reader reader, SubjectKind kind, LevelRule rule, Standing one) => one switch
    {
        Standing.Everyone => [new(AccessTest.Everyone, [])],
        Standing.Handler when reader.Actor.IsAny(SecrecyOf(kind).HandlerRoles) => [new(AccessTest.Everyone, [])],
        Standing.GeneralManager when reader.Organization.ManagesCompany(reader.Person) => [new(AccessTest.Everyone, [])],
        Standing.Approver => Enum.GetValues<Standing>().Where(office => office is not (Standing.None or Standing.Approver) && IsOffice(office)
                && ((rule.HandOut.Approvers | rule.HandOut.Reviewers) & office) != 0)
            .SelectMany(office => ClausesOf(reader, kind, rule, office)).Select(clause => clause with { OnlyAwaiting = true }),
        Standing.ManagerInCharge => [new(AccessTest.ManagerInCharge, [])],
        Standing.Participant => [new(AccessTest.Participant, [])],
        Standing.Granted => [new(AccessTest.Granted, []) { Granters = GrantersOf(reader.Organization, rule.Granters) }],
        Standing.MinimumRank when !reader.Offices.IsEmpty => [new(AccessTest.MinimumRank, [])],
        Standing.DepartmentHead when reader.Offices.Any(office => office.Rank == Rank.DepartmentHead) => [new(AccessTest.DepartmentHead, [])],
        Standing.Holder => [new(AccessTest.Holder, [])],
        Standing.CopyHolder => [new(AccessTest.CopyHolder, [])],
        Standing.Drafter => [new(AccessTest.Drafter, [])],
        Standing.Custodian => [new(AccessTest.Custodian, [])],
        _ => [],
    };

    private static bool IsOffice(Standing one) =>
        one is Standing.Leadership or Standing.GeneralManager or Standing.DepartmentHead or Standing.ManagerInCharge;

    private static GranterTest GrantersOf(Organization organization, Standing granters) => new(
        [.. organization.Offices.Where(office => (granters.HasFlag(Standing.Leadership) && office.Rank >= Rank.VicePresident)
            || (granters.HasFlag(Standing.GeneralManager) && office.Rank >= Rank.GeneralManager)).Select(office => office.Person).Distinct()],
        granters.HasFlag(Standing.ManagerInCharge),
        granters.HasFlag(Standing.DepartmentHead)
            ? [.. organization.Offices.Where(office => office.Rank == Rank.DepartmentHead && office.Department is not null)]
            : []);
}
