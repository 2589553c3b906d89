using ClientTracking.Confidentiality;
using ClientTracking.Storage;
using ClientTracking.Storage.Conformance;
using ClientTracking.Storage.Protection;

namespace ClientTracking.Core.Tests.Storage;

/// <summary>The store in memory behind a protector: it promises the same.</summary>
public sealed class ProtectedFixture : StoreFixture
{
    private readonly InMemoryFixture _inner = new();

    public override string Description => $"{_inner.Description}, TopSecret encrypted";

    public override async Task<ITrackingStore> CreateHostAsync() =>
        new ProtectedStore(await _inner.CreateHostAsync(), new AesGcmContentProtector(new(new("2026", new byte[32]))));

    public override Task<string> DumpAsync() => _inner.DumpAsync();

    public override IDisposable FailCommits(CommitFailure where) => _inner.FailCommits(where);
}
