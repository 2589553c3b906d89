using ClientTracking.Confidentiality;
using MongoDB.Bson;

namespace ClientTracking.Storage.Mongo;

/// <summary>What decides who may know a record, as it is searched by; never read back, the journal is what counts.</summary>
internal static class AccessDocument
{
    internal const string Level = "level";
    internal const string DeclassifiesAt = "declassifiesAt";
    internal const string MinimumRank = "minimumRank";
    internal const string Department = "department";
    internal const string Manager = "manager";
    internal const string Drafter = "drafter";
    internal const string Custodian = "custodian";
    internal const string AwaitsApproval = "awaitsApproval";
    internal const string Participants = "participants";
    internal const string Grants = "grants";
    internal const string Holdings = "holdings";
    internal const string Person = "person";
    internal const string Granter = "granter";
    internal const string EndsAt = "endsAt";
    internal const string Form = "form";

    /// <summary>Whether the granter is the manager in charge; comes anew with every save, as both do.</summary>
    internal const string ByManager = "byManager";

    internal static string Path(string name) => $"{Field.Access}.{name}";

    /// <summary>Null where nothing is known that could open the record, which is also where nobody marked it.</summary>
    internal static BsonDocument? Of(AccessFields access)
    {
        var document = new BsonDocument();
        Add(Level, (int?)access.Level);
        if (access.DeclassifiesAt is { } end) document.Add(DeclassifiesAt, Bson.Of(end));
        Add(MinimumRank, (int?)access.MinimumRank);
        Add(Department, access.Department);
        Add(Manager, access.ManagerInCharge?.Value);
        Add(Drafter, access.Drafter?.Value);
        Add(Custodian, access.Custodian?.Value);
        if (access.AwaitsApproval) document.Add(AwaitsApproval, true);
        AddAll(Participants, access.Participants.Select(person => (BsonValue)person.Value));
        AddAll(Grants, access.Grants.Select(grant => new BsonDocument
        {
            { Person, grant.Person.Value },
            { Granter, grant.Granter.Value },
            { EndsAt, Bson.Of(grant.EndsAt) },
            { ByManager, grant.Granter == access.ManagerInCharge },
        }));
        AddAll(Holdings, access.Holdings.Select(holding => new BsonDocument { { Person, holding.Person.Value }, { Form, (int)holding.Form } }));
        return document.ElementCount == 0 ? null : document;

        void Add(string name, BsonValue? value)
        {
            if (value is not null && !value.IsBsonNull) document.Add(name, value);
        }

        void AddAll(string name, IEnumerable<BsonValue> values)
        {
            var array = Bson.Array(values);
            if (array.Count > 0) document.Add(name, array);
        }
    }
}
