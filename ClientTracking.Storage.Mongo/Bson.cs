using MongoDB.Bson;
using NodaTime;

namespace ClientTracking.Storage.Mongo;

/// <summary>The BSON form of the engine's values.</summary>
internal static class Bson
{
    /// <summary>A UUID as subtype 4, whatever the host has registered globally; its order is that of the UUID's bytes.</summary>
    internal static BsonBinaryData Of(SubjectId id) => new(id.Value, GuidRepresentation.Standard);

    internal static SubjectId SubjectId(BsonValue value) => new(value.AsBsonBinaryData.ToGuid(GuidRepresentation.Standard));

    /// <summary>An instant as a date, exact to the millisecond as all instants of the engine are.</summary>
    internal static BsonDateTime Of(Instant instant) => new(instant.ToUnixTimeMilliseconds());

    internal static Instant Instant(BsonValue value) => NodaTime.Instant.FromUnixTimeMilliseconds(value.AsBsonDateTime.MillisecondsSinceEpoch);

    internal static BsonArray Array(IEnumerable<BsonValue> values) => new(values);

    internal static BsonDocument Doc(string name, BsonValue value) => new(name, value);

    internal static string? TextOrNull(this BsonDocument document, string name) => document.TryGetValue(name, out var value) ? value.AsString : null;

    internal static IEnumerable<BsonDocument> Documents(this BsonDocument document, string name) =>
        document.TryGetValue(name, out var value) ? value.AsBsonArray.Select(element => element.AsBsonDocument) : [];
}
