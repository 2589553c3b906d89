using ClientTracking.Confidentiality;
using MongoDB.Bson;

namespace ClientTracking.Storage.Mongo;

/// <summary>A <see cref="ReaderFilter"/> as a condition on subjects; what it withholds never leaves the server. Texts are only ever values.</summary>
internal sealed class ReaderConditions(ReaderFilter filter)
{
    private static readonly BsonDocument Nothing = Bson.Doc(Field.Id, Bson.Doc("$in", new BsonArray()));
    private readonly BsonDateTime _now = new(filter.Now.ToUnixTimeMilliseconds());
    private readonly string _person = filter.Person.Value;

    internal static BsonDocument Of(ReaderFilter filter) => Any(filter.Kinds.Select(new ReaderConditions(filter).KindIs));

    private BsonDocument KindIs(KindFilter kind)
    {
        var named = Bson.Doc(Field.Kind, kind.Kind.Value);
        return kind.IsUnrestricted ? named : And(named, Any(kind.Clauses.Select(clause => And(Applies(clause), Passes(clause)))));
    }

    private BsonDocument Applies(AccessClause clause)
    {
        var when = new List<BsonDocument>();
        var level = AccessDocument.Path(AccessDocument.Level);
        var end = AccessDocument.Path(AccessDocument.DeclassifiesAt);
        if (!clause.Levels.IsEmpty)
            when.Add(And(
                Bson.Doc(level, Bson.Doc("$in", Bson.Array(clause.Levels.Select(one => (BsonValue)(int)one)))),
                Any([Bson.Doc(end, Bson.Doc("$exists", false)), Bson.Doc(end, Bson.Doc("$gt", _now))])));
        if (clause.AfterTerm) when.Add(And(Bson.Doc(level, Bson.Doc("$exists", true)), Bson.Doc(end, Bson.Doc("$lte", _now))));
        if (clause.Unmarked) when.Add(Bson.Doc(level, Bson.Doc("$exists", false)));
        return clause.OnlyAwaiting ? And(Bson.Doc(AccessDocument.Path(AccessDocument.AwaitsApproval), true), Any(when)) : Any(when);
    }

    private BsonDocument Passes(AccessClause clause) => clause.Test switch
    {
        AccessTest.Everyone => [],
        AccessTest.ManagerInCharge => IsReader(AccessDocument.Manager),
        AccessTest.Drafter => IsReader(AccessDocument.Drafter),
        AccessTest.Custodian => IsReader(AccessDocument.Custodian),
        AccessTest.Participant => IsReader(AccessDocument.Participants),
        AccessTest.Holder => Has(AccessDocument.Holdings, []),
        AccessTest.CopyHolder => Has(AccessDocument.Holdings, new(AccessDocument.Form, (int)HandOutForm.Copy)),
        AccessTest.Granted => Any(Grants(clause.Granters!)),
        AccessTest.MinimumRank => Any(filter.Offices.Select(Reaches)),
        AccessTest.DepartmentHead => Any(filter.Offices.Where(office => office is { Rank: Rank.DepartmentHead, Department: not null })
            .Select(office => IsOf(office.Department!))),
        _ => throw new InvalidOperationException($"No such test: {clause.Test}."),
    };

    private IEnumerable<BsonDocument> Grants(GranterTest granters)
    {
        if (!granters.People.IsEmpty) yield return By(granters.People);
        if (granters.ManagerInCharge) yield return Grant(new(AccessDocument.ByManager, true));
        foreach (var heads in granters.Heads.Where(head => head.Department is not null).GroupBy(head => head.Department!))
            yield return And(IsOf(heads.Key), By(heads.Select(head => head.Person)));

        BsonDocument By(IEnumerable<PersonId> who) =>
            Grant(new(AccessDocument.Granter, Bson.Doc("$in", Bson.Array(who.Select(one => (BsonValue)one.Value)))));

        BsonDocument Grant(BsonDocument granter) => Has(AccessDocument.Grants, granter.Add(AccessDocument.EndsAt, Bson.Doc("$gt", _now)));
    }

    private static BsonDocument Reaches(Office office)
    {
        var reached = Bson.Doc(AccessDocument.Path(AccessDocument.MinimumRank), Bson.Doc("$lte", (int)office.Rank));
        if (office.Rank >= Rank.GeneralManager) return reached;
        return office.Department is null ? Nothing : And(reached, IsOf(office.Department));
    }

    private static BsonDocument IsOf(string department) => Bson.Doc(AccessDocument.Path(AccessDocument.Department), department);

    private BsonDocument IsReader(string name) => Bson.Doc(AccessDocument.Path(name), _person);

    private BsonDocument Has(string name, BsonDocument more) =>
        Bson.Doc(AccessDocument.Path(name), Bson.Doc("$elemMatch", new BsonDocument(AccessDocument.Person, _person).AddRange(more)));

    private static BsonDocument And(params BsonDocument[] conditions) => Bson.Doc("$and", Bson.Array(conditions));

    private static BsonDocument Any(IEnumerable<BsonDocument> conditions)
    {
        var any = Bson.Array(conditions);
        return any.Count == 0 ? Nothing : Bson.Doc("$or", any);
    }
}
