using ClientTracking.Errors;
using ClientTracking.Storage;
using ClientTracking.Storage.Conformance;
using ClientTracking.Storage.InMemory;

namespace ClientTracking.Core.Tests.Storage;

/// <summary>One store object is the database; every host shares it.</summary>
public sealed class InMemoryFixture : StoreFixture
{
    private readonly InMemoryTrackingStore _store = new();

    public override string Description => "In-memory store";

    public override Task<ITrackingStore> CreateHostAsync() => Task.FromResult<ITrackingStore>(_store);

    public override Task<string?> DumpAsync() => Task.FromResult<string?>(null);

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

    private sealed class Injection(InMemoryTrackingStore store) : IDisposable
    {
        public void Dispose() => store.OnCommit = null;
    }
}
