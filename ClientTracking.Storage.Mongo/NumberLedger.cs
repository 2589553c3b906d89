using System.Collections.Immutable;
using System.Globalization;
using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using ClientTracking.Numbering;
using MongoDB.Bson;
using MongoDB.Driver;

namespace ClientTracking.Storage.Mongo;

/// <summary>What became of every serial of a tenant: the subjects' numbers say what is used, a collection of its own what is reserved or void.</summary>
/// <remarks>
/// A reserved line is not rewritten when its subject uses the number: the subject's document is the truth and counts first, so that no second
/// document needs to be written with a commit.
/// </remarks>
internal sealed class NumberLedger(Collections collections, TenantId tenant)
{
    private const string BySerial = "serial";
    private const int Window = 100;

    /// <summary>The first serial from <paramref name="from"/> on that no subject, no ledger line and none of <paramref name="taken"/> has.</summary>
    internal async Task<long> FirstFreeAsync(NumberScope scope, long from, IReadOnlySet<long> taken, CancellationToken cancellationToken)
    {
        for (; ; from += Window)
        {
            var used = (await UsedAsync(scope, from - 1, Window, cancellationToken).ConfigureAwait(false)).Select(entry => entry.Serial)
                .Concat((await ReservedAsync(scope, from - 1, Window, cancellationToken).ConfigureAwait(false)).Select(entry => entry.Serial))
                .ToHashSet();
            for (var serial = from; serial < from + Window; serial++)
                if (!used.Contains(serial) && !taken.Contains(serial))
                    return serial;
        }
    }

    /// <summary>Takes the next serial for good.</summary>
    /// <remarks>
    /// Counting and reserving are one write to one document, so no serial is ever counted without a line, also when the process dies right
    /// after it; the line then moves to the collection where it stays.
    /// </remarks>
    internal async Task<long> ReserveAsync(SerialRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var counted = await CountAsync(request, cancellationToken).ConfigureAwait(false);
            var serial = counted[Field.Last].ToInt64();
            // An imported number: the subject's line is the serial's line, and the one just made is dropped.
            var imported = (await UsedAsync(request.Scope, serial - 1, 1, cancellationToken).ConfigureAwait(false)).Any(entry => entry.Serial == serial);
            if (!imported) await KeepAsync(counted, serial).ConfigureAwait(false);
            await DropAsync(request.Scope, serial).ConfigureAwait(false);
            if (!imported) return serial;
        }
    }

    /// <summary>The line of a serial that is reserved or void; null when nobody ever reserved it.</summary>
    internal async Task<NumberEntry?> FindReservedAsync(NumberScope scope, long serial, CancellationToken cancellationToken)
    {
        await TidyAsync(scope, cancellationToken).ConfigureAwait(false);
        var line = await collections.Numbers.Find(Bson.Doc(Field.Id, IdOf(scope, serial))).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return line is null ? null : Entry(line);
    }

    /// <exception cref="ConcurrencyConflictException">The serial is used, or nobody ever reserved it.</exception>
    internal async Task VoidAsync(NumberScope scope, long serial, string reason, CancellationToken cancellationToken)
    {
        await TidyAsync(scope, cancellationToken).ConfigureAwait(false);
        if ((await UsedAsync(scope, serial - 1, 1, cancellationToken).ConfigureAwait(false)).Any(entry => entry.Serial == serial)) throw Conflict();
        var reserved = new BsonDocument { { Field.Id, IdOf(scope, serial) }, { Field.Use, nameof(NumberUse.Reserved) } };
        var update = Bson.Doc("$set", new BsonDocument { { Field.Use, nameof(NumberUse.Void) }, { Field.Reason, reason } })
            .Add("$unset", Bson.Doc(Field.Subject, ""));
        var result = await collections.Numbers.UpdateOneAsync(reserved, update, cancellationToken: CancellationToken.None).ConfigureAwait(false);
        if (result.MatchedCount == 0 && await FindReservedAsync(scope, serial, cancellationToken).ConfigureAwait(false) is null) throw Conflict();

        ConcurrencyConflictException Conflict() => new(string.Create(CultureInfo.InvariantCulture, $"{scope} {serial}"));
    }

    internal async Task<Page<NumberEntry>> PageAsync(NumberQuery query, CancellationToken cancellationToken)
    {
        var after = PageCursor.Read(query.After, BySerial, 1, key => long.Parse(key[0], CultureInfo.InvariantCulture)) ?? -1;
        await TidyAsync(query.Scope, cancellationToken).ConfigureAwait(false);
        var used = await UsedAsync(query.Scope, after, query.Take + 1, cancellationToken, query.Reader).ConfigureAwait(false);
        var reserved = query.Reader is null
            ? await ReservedAsync(query.Scope, after, query.Take + 1, cancellationToken).ConfigureAwait(false) : [];
        var lines = used.Concat(reserved).DistinctBy(entry => entry.Serial).OrderBy(entry => entry.Serial).Take(query.Take + 1).ToImmutableArray();
        return lines.Length <= query.Take
            ? new(lines, null)
            : new(lines[..query.Take], PageCursor.Write(BySerial, lines[query.Take - 1].Serial.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Counts on and notes for whom, in one write. Two first writers of a scope both insert it; the second does it again as an update.</summary>
    private async Task<BsonDocument> CountAsync(SerialRequest request, CancellationToken cancellationToken)
    {
        var below = request.First - 1;
        var line = new BsonDocument { { Field.Serial, "$last" }, { Field.Subject, Bson.Of(request.Subject) }, { Field.At, Bson.Of(request.At) } };
        var next = Bson.Doc("$add", new BsonArray { Bson.Doc("$max", new BsonArray { IfNull("$last", below), below }), 1L });
        var update = Builders<BsonDocument>.Update.Pipeline(new BsonDocument[]
        {
            new("$set", Bson.Doc(Field.Last, next)),
            new("$set", Bson.Doc(Field.Reserved, Bson.Doc("$concatArrays", new BsonArray { IfNull("$reserved", new BsonArray()), new BsonArray { line } }))),
        });
        var options = new FindOneAndUpdateOptions<BsonDocument> { IsUpsert = true, ReturnDocument = ReturnDocument.After };
        while (true)
            try
            {
                return await collections.Counters.FindOneAndUpdateAsync(Counter(request.Scope), update, options, cancellationToken).ConfigureAwait(false);
            }
            catch (MongoCommandException e) when (e.Code == 11000)
            {
            }

        static BsonDocument IfNull(string field, BsonValue value) => Bson.Doc("$ifNull", new BsonArray { field, value });
    }

    /// <summary>Moves the lines that a process which died had counted and not kept; there is hardly ever one.</summary>
    private async Task TidyAsync(NumberScope scope, CancellationToken cancellationToken)
    {
        var counter = await collections.Counters.Find(Counter(scope)).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (counter is null) return;
        foreach (var serial in counter.Documents(Field.Reserved).Select(line => line[Field.Serial].ToInt64()).ToList())
        {
            await KeepAsync(counter, serial).ConfigureAwait(false);
            await DropAsync(scope, serial).ConfigureAwait(false);
        }
    }

    private async Task KeepAsync(BsonDocument counter, long serial)
    {
        var line = counter.Documents(Field.Reserved).Single(line => line[Field.Serial] == serial);
        var id = new BsonDocument(counter[Field.Id].AsBsonDocument).Add(Field.Serial, serial);
        try
        {
            await collections.Numbers.InsertOneAsync(new()
            {
                { Field.Id, id }, { Field.Use, nameof(NumberUse.Reserved) }, { Field.Subject, line[Field.Subject] }, { Field.At, line[Field.At] },
            }).ConfigureAwait(false);
        }
        catch (MongoWriteException e) when (e.WriteError?.Category == ServerErrorCategory.DuplicateKey)
        {
            // Somebody else has moved the same line.
        }
    }

    private Task<UpdateResult> DropAsync(NumberScope scope, long serial) => collections.Counters.UpdateOneAsync(
        Counter(scope), Bson.Doc("$pull", Bson.Doc(Field.Reserved, Bson.Doc(Field.Serial, serial))));

    private async Task<ImmutableArray<NumberEntry>> UsedAsync(
        NumberScope scope, long after, int most, CancellationToken cancellationToken, ReaderFilter? reader = null)
    {
        var place = new BsonDocument
        {
            { Field.Series, scope.Series }, { Field.Period, scope.Period }, { Field.Serial, Bson.Doc("$gt", after) },
        };
        var subjects = new BsonDocument { { Field.Tenant, tenant.Value }, { Field.Numbers, Bson.Doc("$elemMatch", place) } };
        if (reader is not null) subjects.AddRange(ReaderConditions.Of(reader));
        var rows = await collections.Subjects.Aggregate()
            .Match(subjects)
            .Project(Bson.Doc(Field.Numbers, 1))
            .Unwind(Field.Numbers)
            .Match(new BsonDocument(place.Select(element => new BsonElement($"numbers.{element.Name}", element.Value))))
            .Sort(Bson.Doc("numbers.serial", 1))
            .Limit(most)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. from row in rows
               let number = row[Field.Numbers].AsBsonDocument
               let subject = Bson.SubjectId(row[Field.Id][Field.Subject])
               select new NumberEntry(
                   scope, number[Field.Serial].ToInt64(), number[Field.Text].AsString, NumberUse.Used, subject.Value, null, Bson.Instant(number[Field.At])),
        ];
    }

    private async Task<ImmutableArray<NumberEntry>> ReservedAsync(NumberScope scope, long after, int most, CancellationToken cancellationToken)
    {
        var filter = new BsonDocument
        {
            { "_id.tenant", tenant.Value }, { "_id.series", scope.Series }, { "_id.period", scope.Period }, { "_id.serial", Bson.Doc("$gt", after) },
        };
        var lines = await collections.Numbers.Find(filter).Sort(Bson.Doc("_id.serial", 1)).Limit(most).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. lines.Select(Entry)];
    }

    private static NumberEntry Entry(BsonDocument line)
    {
        var id = line[Field.Id].AsBsonDocument;
        return new(
            new(id[Field.Series].AsString, id[Field.Period].AsString),
            id[Field.Serial].ToInt64(),
            null,
            Enum.Parse<NumberUse>(line[Field.Use].AsString),
            line.TryGetValue(Field.Subject, out var subject) ? Bson.SubjectId(subject).Value : null,
            line.TextOrNull(Field.Reason),
            Bson.Instant(line[Field.At]));
    }

    private BsonDocument Counter(NumberScope scope) => Bson.Doc(Field.Id, GapFreeScope.IdOf(tenant, scope));

    private BsonDocument IdOf(NumberScope scope, long serial) => GapFreeScope.IdOf(tenant, scope).Add(Field.Serial, serial);
}
