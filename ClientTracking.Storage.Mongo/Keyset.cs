using MongoDB.Bson;

namespace ClientTracking.Storage.Mongo;

/// <summary>The condition that a row comes after a certain one in an ascending order of several fields.</summary>
internal static class Keyset
{
    /// <summary>Greater in the first field, or equal in it and after in the others.</summary>
    internal static BsonDocument After(params ReadOnlySpan<(string Field, BsonValue Value)> key)
    {
        var (field, value) = key[0];
        var greater = Bson.Doc(field, Bson.Doc("$gt", value));
        return key.Length == 1
            ? greater
            : Bson.Doc("$or", new BsonArray { greater, Bson.Doc("$and", new BsonArray { Bson.Doc(field, value), After(key[1..]) }) });
    }
}
