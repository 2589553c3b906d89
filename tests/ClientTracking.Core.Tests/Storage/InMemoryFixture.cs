using ClientTracking.Errors;
using ClientTracking.Storage;
using ClientTracking.Storage.Conformance;
using ClientTracking.Storage.InMemory;
using ClientTracking.Subjects;

namespace ClientTracking.Core.Tests.Storage;

/// <summary>One store object is the database; every host shares it.</summary>
public sealed class InMemoryFixture : StoreFixture
{
    private readonly InMemoryTrackingStore _store = new();

    public override string Description => "In-memory store";

    public override Task<ITrackingStore> CreateHostAsync() => Task.FromResult<ITrackingStore>(_store);

    public override IDisposable FailCommits(CommitFailure where)
    {
        var stage = where switch
        {
            CommitFailure.BeforeAnything => CommitStage.Beginning,
            CommitFailure.InTheMiddle => CommitStage.Middle,
            _ => CommitStage.End,
        };
        var waiting = 1;
        _store.OnCommit = reached =>
        {
            if (reached == stage && Interlocked.Exchange(ref waiting, 0) == 1)
                throw new StorageUnavailableException(new IOException($"Failed at {where}."));
        };
        return new Injection(_store);
    }

    public override Task<string> DumpAsync()
    {
        var tables = _store.Tables;
        var texts =
            from tenant in tables.Tenants.Values
            from text in tenant.Subjects.Values.SelectMany(TextsOf)
                .Concat(tenant.Commands.Keys.Select(command => command.Value)).Concat(tenant.Claims.Keys.Select(claim => claim.Key))
                .Concat(tenant.Ledger.Values.SelectMany(ledger => ledger.Entries.Values).Select(entry => entry.ToString()))
            select text;
        var notices = tables.Outbox.Queue.Values.SelectMany(line => new[] { RecordJson.Write(line.Notice), line.LastFailure });
        return Task.FromResult(string.Join('\n', texts.Concat(notices)));
    }

    private static IEnumerable<string?> TextsOf(SubjectRecord record) =>
    [
        record.State, RecordJson.Write(record with { State = "", Journal = [.. record.Journal.Select(entry => entry with { Event = null })] }),
        .. record.Journal.Select(entry => entry.Event),
    ];

    private sealed class Injection(InMemoryTrackingStore store) : IDisposable
    {
        public void Dispose() => store.OnCommit = null;
    }
}
