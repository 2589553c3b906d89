using System.Globalization;
using ClientTracking.Errors;
using ClientTracking.Numbering;
using ClientTracking.Subjects;
using ClientTracking.TestServers;
using NodaTime;

namespace ClientTracking.Storage.Mongo.Tests;

/// <summary>A writer of gap-free numbers that dies between any two of its steps: what it leaves behind is what a killed process leaves behind.</summary>
public sealed class DeathTests : IAsyncLifetime
{
    private static readonly TenantId Tenant = new("death");
    private static readonly NumberScope Scope = new("requirement", "2014-06-19");
    private static readonly Instant Noon = Instant.FromUtc(2014, 6, 19, 4, 0);
    private MongoStandIn? _server;
    private string? _connection = Environment.GetEnvironmentVariable("CLIENTTRACKING_MONGODB");
    private string? _unavailable;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (_connection is not null) return;
        (_server, _unavailable) = await MongoStandIn.StartAsync(standalone: true);
        _connection = _server?.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }

    public static TheoryData<string, bool> Steps => new()
    {
        { nameof(WriteStep.ScopeHeld), false },
        { nameof(WriteStep.SerialTaken), false },
        { nameof(WriteStep.CommitBegins), false },
        { nameof(WriteStep.CommitChecked), false },
        { nameof(WriteStep.SubjectWritten), true },
        { nameof(WriteStep.CommitEnds), true },
    };

    [Theory, MemberData(nameof(Steps)), Trait("trap", "T32")]
    public async Task Whoever_dies_at_a_step_leaves_no_gap_and_no_duplicate(string step, bool written)
    {
        Require();
        var database = $"death_{Guid.NewGuid():N}";
        Assert.Equal(1, await NumberAsync(Host(database), 1));
        var dying = Host(database);
        dying.OnStep = reached =>
        {
            if (reached == Enum.Parse<WriteStep>(step)) throw new ProcessEnded();
        };
        // A process that ends disposes nothing: the session is left as it is.
        var left = dying.OpenSession(Tenant);
        await Assert.ThrowsAsync<ProcessEnded>(async () =>
        {
            var serial = await left.TakeSerialAsync(Ask(2), Cancel);
            await left.CommitAsync([Born(2, serial)], Cancel);
        });

        var next = Host(database);
        Assert.Equal(written ? 3 : 2, await NumberAsync(next, 3));

        await using var session = next.OpenSession(Tenant);
        Assert.Equal(written, await session.FindAsync(Id(2), Cancel) is not null);
        var ledger = (await session.QueryAsync(new NumberQuery(Scope), Cancel)).Items;
        Assert.Equal(Enumerable.Range(1, written ? 3 : 2).Select(n => ((long)n, NumberUse.Used)), ledger.Select(line => (line.Serial, line.Use)));
    }

    /// <summary>The next holder takes over, while the one taken for dead goes on: the unique index lets one of them have the serial.</summary>
    [Fact, Trait("trap", "T31")]
    public async Task Whoever_was_only_slow_gets_a_conflict_and_no_number()
    {
        Require();
        var database = $"death_{Guid.NewGuid():N}";
        await using var slow = Host(database).OpenSession(Tenant);
        var serial = await slow.TakeSerialAsync(Ask(1), Cancel);
        Assert.Equal(serial, await NumberAsync(Host(database), 2));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => slow.CommitAsync([Born(1, serial)], Cancel));
        await slow.DisposeAsync();
        Assert.Equal(2, await NumberAsync(Host(database), 3));
    }

    [Fact]
    public async Task Indexes_are_made_at_the_start_again_and_again_and_a_missing_one_is_named()
    {
        Require();
        var database = MongoTrackingClient.Create(_connection!).GetDatabase($"death_{Guid.NewGuid():N}");
        var verifying = new MongoTrackingStore(database, new() { Indexes = IndexMode.Verify });
        var missing = await Assert.ThrowsAsync<InvalidOperationException>(() => verifying.PrepareAsync(Cancel));
        Assert.Contains("client_tracking_subjects.number_serial", missing.Message, StringComparison.Ordinal);

        await new MongoTrackingStore(database).PrepareAsync(Cancel);
        await new MongoTrackingStore(database).PrepareAsync(Cancel);
        await new MongoTrackingStore(database, new() { Indexes = IndexMode.Verify }).PrepareAsync(Cancel);
    }

    private void Require()
    {
        if (_unavailable is not { } reason) return;
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CLIENTTRACKING_REQUIRE_SERVERS") == "1", reason);
        Assert.Fail($"CLIENTTRACKING_REQUIRE_SERVERS=1 asks for MongoDB: {reason}");
    }

    private MongoTrackingStore Host(string database) =>
        new(MongoTrackingClient.Create(_connection!).GetDatabase(database), new() { SerialPatience = TimeSpan.FromMilliseconds(100) });

    private static async Task<long> NumberAsync(MongoTrackingStore host, int subject)
    {
        await using var session = host.OpenSession(Tenant);
        var serial = await session.TakeSerialAsync(Ask(subject), Cancel);
        await session.CommitAsync([Born(subject, serial)], Cancel);
        return serial;
    }

    private static SubjectId Id(int subject) => new(new Guid(subject, 0, 0, new byte[8]));

    private static SerialRequest Ask(int subject) => new(Scope, 1, NumberingMode.GapFree, Id(subject), Noon);

    private static SubjectChange Born(int subject, long serial)
    {
        var bare = serial.ToString(CultureInfo.InvariantCulture);
        var entry = new JournalEntry
        {
            Sequence = 1,
            Name = "registered",
            At = Noon,
            RecordedAt = Noon,
            By = new PersonId("zhang"),
            Number = new DocumentNumber(Scope, serial, $"R{bare}", bare),
        };
        return new(null, SubjectRecord.Unborn(Id(subject), new SubjectKind("requirement"), "RF", 1).After(entry, "{}", new SearchFields("open")), []);
    }

    private sealed class ProcessEnded : Exception;
}
