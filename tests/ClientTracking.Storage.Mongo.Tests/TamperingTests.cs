using ClientTracking.Confidentiality;
using ClientTracking.Storage.Conformance;
using MongoDB.Bson;
using MongoDB.Driver;

namespace ClientTracking.Storage.Mongo.Tests;

/// <summary>CL-11: whoever changes the stored documents of an access log with the database's own language is found out.</summary>
public sealed class TamperingTests : IClassFixture<StandaloneFixture>, IAsyncLifetime
{
    private static readonly TenantId Tenant = new($"t-{Guid.NewGuid():N}");
    private readonly SubjectId _subject = new(Guid.NewGuid());
    private readonly StandaloneFixture _fixture;
    private IMongoDatabase _database = null!;
    private IAccessLogStore _logs = null!;

    public TamperingTests(StandaloneFixture fixture) => _fixture = fixture;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IMongoCollection<BsonDocument> Log => _database.GetCollection<BsonDocument>("client_tracking_access_log");

    private IMongoCollection<BsonDocument> Heads => _database.GetCollection<BsonDocument>("client_tracking_access_log_heads");

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(_fixture.Unavailable is not null && Environment.GetEnvironmentVariable("CLIENTTRACKING_REQUIRE_SERVERS") != "1", _fixture.Unavailable ?? "");
        _database = _fixture.Database;
        _logs = (await _fixture.CreateHostAsync()).AccessLogs;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(2, "{ $set: { person: 'b' } }", null)]
    [InlineData(2, "{ $set: { allowed: true } }", LogFindingKind.Changed)]
    [InlineData(2, "{ $set: { person: 'somebody' } }", LogFindingKind.Changed)]
    [InlineData(2, "{ $set: { level: 3 } }", LogFindingKind.Changed)]
    [InlineData(1, "{ $set: { at: ISODate('2026-03-11T04:00:00.001Z') } }", LogFindingKind.Changed)]
    [InlineData(2, "{ $unset: { mac: 1, keyId: 1 } }", LogFindingKind.Unsigned)]
    public async Task CL_11_A_changed_document_is_found(int sequence, string update, LogFindingKind? found)
    {
        await TamperedLog.WriteAsync(_logs, Tenant, _subject, Cancel);
        await Log.UpdateOneAsync(Place(sequence), BsonDocument.Parse(update), cancellationToken: Cancel);
        await AssertFoundAsync(found);
    }

    [Theory]
    [InlineData(2, LogFindingKind.Missing)]
    [InlineData(3, LogFindingKind.CutTail)]
    public async Task CL_11_A_deleted_document_is_found(int sequence, LogFindingKind found)
    {
        await TamperedLog.WriteAsync(_logs, Tenant, _subject, Cancel);
        await Log.DeleteOneAsync(Place(sequence), Cancel);
        await AssertFoundAsync(found);
    }

    [Theory]
    [InlineData(4, LogFindingKind.Inserted)]
    [InlineData(9, LogFindingKind.Missing)]
    public async Task CL_11_An_inserted_document_is_found(int sequence, LogFindingKind found)
    {
        await TamperedLog.WriteAsync(_logs, Tenant, _subject, Cancel);
        var copy = await Log.Find(Place(3)).FirstAsync(Cancel);
        copy["_id"]["sequence"] = (long)sequence;
        await Log.InsertOneAsync(copy, cancellationToken: Cancel);
        await AssertFoundAsync(found);
    }

    [Fact]
    public async Task CL_11_A_tail_cut_together_with_the_head_is_found_by_an_anchor()
    {
        var anchor = await TamperedLog.WriteAsync(_logs, Tenant, _subject, Cancel);
        var last = await Log.Find(Place(3)).FirstAsync(Cancel);
        await Log.DeleteOneAsync(Place(3), Cancel);
        await Heads.UpdateOneAsync(Head, new BsonDocument("$set", new BsonDocument { { "count", 2L }, { "digest", last["previous"] } }), cancellationToken: Cancel);
        await AssertFoundAsync(null);
        await AssertFoundAsync(LogFindingKind.CutTail, anchor);
    }

    [Fact]
    public async Task CL_11_A_chain_computed_anew_is_found_by_the_key_and_by_an_anchor()
    {
        var anchor = await TamperedLog.WriteAsync(_logs, Tenant, _subject, Cancel);
        foreach (var entry in TamperedLog.Recomputed(Tenant, _subject))
        {
            var forged = new BsonDocument { { "allowed", true }, { "previous", entry.Previous.Value }, { "digest", entry.Digest.Value } };
            await Log.UpdateOneAsync(Place(entry.Sequence), new BsonDocument { { "$set", forged }, { "$unset", new BsonDocument { { "mac", 1 }, { "keyId", 1 } } } }, cancellationToken: Cancel);
            await Heads.UpdateOneAsync(Head, new BsonDocument("$set", new BsonDocument { { "count", entry.Sequence }, { "digest", entry.Digest.Value } }), cancellationToken: Cancel);
        }
        await AssertFoundAsync(LogFindingKind.Unsigned);
        await AssertFoundAsync(LogFindingKind.Recomputed, anchor);
    }

    private BsonDocument Id => new() { { "tenant", Tenant.Value }, { "subject", new BsonBinaryData(_subject.Value, GuidRepresentation.Standard) } };

    private BsonDocument Head => new("_id", Id);

    private BsonDocument Place(long sequence) => new("_id", Id.Add("sequence", sequence));

    private async Task AssertFoundAsync(LogFindingKind? found, LogHead? anchor = null)
    {
        var verified = await TamperedLog.VerifyAsync(_logs, Tenant, _subject, anchor, Cancel);
        if (found is { } kind) Assert.Contains(kind, verified.Findings.Select(finding => finding.Kind));
        else Assert.True(verified.IsIntact);
    }
}
