using ClientTracking.Numbering;
using MongoDB.Bson;
using MongoDB.Driver;
using NodaTime;

namespace ClientTracking.Storage.Mongo;

/// <summary>A session's hold on a scope in which no serial may be missing, without a transaction.</summary>
/// <remarks>
/// The counter document of a scope is <c>{ last, holder }</c>: every serial up to <c>last</c> is used (or void), and the holder is the one writer who numbers.
/// A writer (1) makes itself the holder, (2) takes the first serial after <c>last</c> that nobody has, (3) commits the subject with it, one
/// document in one write, (4) sets <c>last</c> and lets go in one write. It lets go without (3) where it gives up.
/// <para>
/// No duplicate: the fence is the unique index on tenant, series, period and serial, and (3) is the only write that uses a serial. The hold merely
/// spares the losers their commit; were two writers to believe they have it, one of them gets a duplicate key and starts again.
/// </para>
/// <para>
/// No gap: <c>last</c> rises in (4) alone, after (3), and only to a serial below which this hold has left none free; and (2) begins right after it
/// and steps over nothing but what is used or stands in the ledger. Dead before (1): nothing. Between (1) and (3): the serial was written nowhere, the next holder finds it
/// free. Between (3) and (4): <c>last</c> lags, the next holder finds the serial used and steps over it.
/// </para>
/// <para>
/// No scope blocked for ever: a waiter who has seen one and the same holder for as long as <see cref="MongoTrackingOptions.SerialPatience"/> puts
/// itself in its place, if it is still that one. Should that one be slow rather than dead, both try the same serial: see no duplicate; its own (4)
/// finds another holder and changes nothing. Time is counted in rests, no clock is read.
/// </para>
/// </remarks>
internal sealed class GapFreeScope(Collections collections, TenantId tenant, NumberScope scope)
{
    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMilliseconds(80);

    private readonly BsonDocument _token = Bson.Doc(Field.Token, ObjectId.GenerateNewId());
    private readonly Dictionary<long, Instant> _taken = [];
    private long? _last;

    internal static BsonDocument IdOf(TenantId tenant, NumberScope scope) =>
        new() { { Field.Tenant, tenant.Value }, { Field.Series, scope.Series }, { Field.Period, scope.Period } };

    /// <summary>Step 1: waits until this is the holder.</summary>
    internal async Task HoldAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var (watched, watching, rest) = (default(BsonValue), TimeSpan.Zero, ShortestRest);
        while (true)
        {
            // Who gave up as the wait was long gets the scope only if nobody else did.
            var from = watching >= patience ? watched : null;
            if (await TryHoldAsync(from ?? BsonNull.Value, cancellationToken).ConfigureAwait(false)) return;
            var counter = await collections.Counters.Find(Bson.Doc(Field.Id, IdOf(tenant, scope))).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            var holder = counter?.GetValue(Field.Holder, BsonNull.Value);
            if (holder is null or BsonNull) (watched, watching, rest) = (null, TimeSpan.Zero, ShortestRest);
            else if (holder != watched) (watched, watching, rest) = (holder, TimeSpan.Zero, ShortestRest);
            if (watched is null) continue;
            await Task.Delay(rest, cancellationToken).ConfigureAwait(false);
            watching += rest;
            rest = rest * 2 < LongestRest ? rest * 2 : LongestRest;
        }
    }

    /// <summary>Step 2: takes the next serial; again and again where a session wants several.</summary>
    internal async Task<long> TakeAsync(SerialRequest request, NumberLedger ledger, CancellationToken cancellationToken)
    {
        var from = _last is { } last ? Math.Max(request.First, last + 1) : request.First;
        var serial = await ledger.FirstFreeAsync(scope, from, _taken.Keys.ToHashSet(), cancellationToken).ConfigureAwait(false);
        _taken.Add(serial, request.At);
        return serial;
    }

    /// <summary>The instant a serial was taken here; null where it was not.</summary>
    internal Instant? TakenAt(long serial) => _taken.TryGetValue(serial, out var at) ? at : null;

    /// <summary>Step 4: lets go, if this is still the holder.</summary>
    /// <param name="used">The serial that was committed; none where nothing was.</param>
    internal async Task ReleaseAsync(long? used)
    {
        // What was taken below it goes back: the counter must not pass over it.
        var update = Bson.Doc("$unset", Bson.Doc(Field.Holder, ""));
        if (used is { } serial && serial == _taken.Keys.Min()) update.Add("$max", Bson.Doc(Field.Last, serial));
        await collections.Counters.UpdateOneAsync(
            new BsonDocument { { Field.Id, IdOf(tenant, scope) }, { Field.Holder, _token } }, update).ConfigureAwait(false);
    }

    /// <summary>Replaces a holder, or nobody, by this one; a scope that has no counter yet gets one.</summary>
    private async Task<bool> TryHoldAsync(BsonValue from, CancellationToken cancellationToken)
    {
        try
        {
            var counter = await collections.Counters.FindOneAndUpdateAsync<BsonDocument>(
                new BsonDocument { { Field.Id, IdOf(tenant, scope) }, { Field.Holder, from } },
                Bson.Doc("$set", Bson.Doc(Field.Holder, _token)),
                new FindOneAndUpdateOptions<BsonDocument> { IsUpsert = from.IsBsonNull, ReturnDocument = ReturnDocument.After },
                cancellationToken).ConfigureAwait(false);
            _last = counter is not null && counter.TryGetValue(Field.Last, out var last) ? last.ToInt64() : null;
            return counter is not null;
        }
        catch (MongoCommandException e) when (e.Code == 11000)
        {
            return false; // The counter is there and somebody holds it, so the insert that an upsert then tries meets it.
        }
    }
}
