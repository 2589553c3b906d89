using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using ClientTracking.Storage.Conformance.Records;
using NodaTime;
using Xunit;

namespace ClientTracking.Storage.Conformance.Suites;

/// <summary>The access logs (CL-11): append-only, one chain a subject, which never forks however many write at once.</summary>
/// <remarks>Rulings: an entry is stored exactly if its predecessor is the head; the head and the entries are read apart. Everything comes back as it was.</remarks>
public abstract class AccessLogConformance<TFixture>(TFixture fixture) : StoreSuite<TFixture>(fixture) where TFixture : StoreFixture
{
    private static readonly LogKey Key = new("2026", new byte[32]);
    private readonly SubjectId _subject = Fresh.Id();

    private LogHead Nothing => AccessLog.Empty(Tenant, _subject);

    [Fact]
    public async Task A_log_begins_without_a_head_and_without_entries()
    {
        Assert.Null(await Store.AccessLogs.FindHeadAsync(Tenant, _subject, Cancel));
        Assert.Empty(await Store.AccessLogs.ReadAsync(Tenant, _subject, 0, 10, Cancel));
    }

    [Fact]
    public async Task Entries_come_back_as_they_were_and_are_whole()
    {
        var first = AccessLog.Append(Tenant, _subject, Nothing, Decision("王小明", true, ConfidentialityLevel.Secret), Key);
        var second = AccessLog.Append(Tenant, _subject, first.Head, Decision("' OR 1=1 --", false, null));
        await Store.AccessLogs.AppendAsync(first, Cancel);
        await Store.AccessLogs.AppendAsync(second, Cancel);

        Assert.Equal(second.Head, await Store.AccessLogs.FindHeadAsync(Tenant, _subject, Cancel));
        Assert.Equal([first, second], await Store.AccessLogs.ReadAsync(Tenant, _subject, 0, 10, Cancel));
        Assert.Equal([second], await Store.AccessLogs.ReadAsync(Tenant, _subject, 1, 10, Cancel));
        Assert.Equal([first], await Store.AccessLogs.ReadAsync(Tenant, _subject, 0, 1, Cancel));
    }

    [Fact]
    public async Task An_entry_that_does_not_follow_the_head_is_refused()
    {
        var first = AccessLog.Append(Tenant, _subject, Nothing, Decision("a", true));
        var rival = AccessLog.Append(Tenant, _subject, Nothing, Decision("b", true));
        await Store.AccessLogs.AppendAsync(first, Cancel);

        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => Store.AccessLogs.AppendAsync(rival, Cancel));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(
            () => Store.AccessLogs.AppendAsync(AccessLog.Append(Tenant, _subject, rival.Head, Decision("b", true)), Cancel));
        Assert.Equal([first], await Store.AccessLogs.ReadAsync(Tenant, _subject, 0, 10, Cancel));
        Assert.Equal(first.Head, await Store.AccessLogs.FindHeadAsync(Tenant, _subject, Cancel));
    }

    [Fact]
    public async Task Two_tenants_with_the_same_subject_have_two_logs()
    {
        await Store.AccessLogs.AppendAsync(AccessLog.Append(Tenant, _subject, Nothing, Decision("a", true)), Cancel);
        var other = Fresh.Tenant();

        Assert.Null(await Store.AccessLogs.FindHeadAsync(other, _subject, Cancel));
        Assert.Empty(await Store.AccessLogs.ReadAsync(other, _subject, 0, 10, Cancel));
    }

    [Fact]
    public async Task Eight_hosts_that_append_at_once_leave_one_chain()
    {
        const int Each = 4;
        var hosts = await CreateHostsAsync(8);
        await Parallel.ForEachAsync(hosts, Cancel, async (host, cancel) =>
        {
            for (var i = 0; i < Each; i++)
                while (true)
                    try
                    {
                        var head = await host.AccessLogs.FindHeadAsync(Tenant, _subject, cancel) ?? Nothing;
                        await host.AccessLogs.AppendAsync(AccessLog.Append(Tenant, _subject, head, Decision($"p{i}", true)), cancel);
                        break;
                    }
                    catch (ConcurrencyConflictException)
                    {
                        // Somebody else was faster.
                    }
        });

        var entries = await Store.AccessLogs.ReadAsync(Tenant, _subject, 0, 100, Cancel);
        var head = await Store.AccessLogs.FindHeadAsync(Tenant, _subject, Cancel);
        Assert.Equal(Enumerable.Range(1, 8 * Each).Select(sequence => (long)sequence), entries.Select(entry => entry.Sequence));
        Assert.True(AccessLog.Verify(Tenant, _subject, entries, new() { Head = head }).IsIntact);
    }

    private static LoggedDecision Decision(string person, bool allowed, ConfidentialityLevel? level = ConfidentialityLevel.TopSecret) => new(
        new(person), AccessAction.Read, allowed, "CL-04", "access.closed.not-concerned", level, Secrets.Now + Duration.FromMilliseconds(7));
}
