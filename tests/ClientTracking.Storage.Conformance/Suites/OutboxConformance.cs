using System.Collections.Concurrent;
using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Storage.Conformance.Records;
using NodaTime;
using Xunit;

namespace ClientTracking.Storage.Conformance.Suites;

/// <summary>Notices reach a host at least once, and one host at a time.</summary>
/// <remarks>
/// Rulings: the clock is the caller's. A lease ends, and a retry is due, at the very instant named; until then nobody gets the notice. A
/// lease is lost when somebody else has leased the notice since; then settling it changes nothing. Failures count from 1 and keep the last
/// reason; a lease that ran out is no failure. What is set aside is never leased again. A key can be committed once while its notice waits.
/// </remarks>
public abstract class OutboxConformance<TFixture>(TFixture fixture) : StoreSuite<TFixture>(fixture) where TFixture : StoreFixture
{
    private static readonly Instant Now = Sample.Moment;
    private static readonly Instant LeaseEnd = Now + Outboxes.Lease;
    private static readonly Duration Tick = Duration.FromMilliseconds(1);
    private bool _emptied;

    [Fact]
    public async Task Notices_are_leased_in_the_order_of_their_commits()
    {
        await CommitNoticesAsync("c", "a");
        await CommitNoticesAsync("b");

        var leased = await LeaseAsync("host", Now);

        Assert.Equal(["c", "a", "b"], leased.Select(message => message.Notice.Key));
        Assert.All(leased, message => Assert.Equal(("host", 0, null), (message.LeasedBy, message.Attempts, message.LastFailure)));
    }

    [Fact]
    public async Task No_more_are_leased_than_wanted()
    {
        await CommitNoticesAsync("a", "b", "c");

        Assert.Equal(["a", "b"], (await Store.Outbox.LeaseAsync("one", Now, LeaseEnd, 2, Cancel)).Select(message => message.Notice.Key));
        Assert.Equal(["c"], (await Store.Outbox.LeaseAsync("other", Now, LeaseEnd, 2, Cancel)).Select(message => message.Notice.Key));
        Assert.Empty(await Store.Outbox.LeaseAsync("third", Now, LeaseEnd, 2, Cancel));
    }

    [Fact]
    public async Task A_leased_notice_is_nobody_elses_until_the_lease_ends()
    {
        await CommitNoticesAsync("a");
        await LeaseAsync("one", Now);

        Assert.Empty(await LeaseAsync("other", LeaseEnd - Tick));
        Assert.Empty(await LeaseAsync("one", LeaseEnd - Tick));

        var again = Assert.Single(await LeaseAsync("other", LeaseEnd));
        Assert.Equal(("other", 0), (again.LeasedBy, again.Attempts));
    }

    [Fact]
    public async Task Several_hosts_share_the_notices_without_doubling_any()
    {
        var keys = Enumerable.Range(0, 120).Select(i => $"n{i}").ToList();
        foreach (var some in keys.Chunk(10)) await CommitNoticesAsync(some);
        var hosts = await CreateHostsAsync(4);
        var delivered = new ConcurrentBag<string>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            var outbox = hosts[i % hosts.Length].Outbox;
            while (await outbox.LeaseAsync($"host {i}", Now, LeaseEnd, 7, Cancel) is { IsEmpty: false } messages)
                foreach (var message in messages)
                {
                    delivered.Add(message.Notice.Key);
                    await outbox.DeliveredAsync(message, Cancel);
                }
        })));

        Assert.Equal(keys.Order(StringComparer.Ordinal), delivered.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_delivered_is_never_delivered_again()
    {
        await CommitNoticesAsync("a", "b");
        var leased = await LeaseAsync("host", Now);

        await Store.Outbox.DeliveredAsync(leased[0], Cancel);
        await Store.Outbox.DeliveredAsync(leased[0], Cancel);

        Assert.Equal(["b"], (await LeaseAsync("host", LeaseEnd)).Select(message => message.Notice.Key));
    }

    [Fact]
    public async Task Who_has_lost_the_lease_settles_nothing()
    {
        await CommitNoticesAsync("a", "b");
        var lost = await LeaseAsync("slow", Now);
        await LeaseAsync("quick", LeaseEnd);

        await Store.Outbox.DeliveredAsync(lost[0], Cancel);
        await Store.Outbox.FailedAsync(lost[1], "too late", null, Cancel);

        Assert.Empty(await LeaseAsync("third", LeaseEnd + Outboxes.Lease - Tick));
        var again = await LeaseAsync("third", LeaseEnd + Outboxes.Lease);
        Assert.Equal(["a", "b"], again.Select(message => message.Notice.Key));
        Assert.All(again, message => Assert.Equal((0, null), (message.Attempts, message.LastFailure)));
    }

    [Fact]
    public async Task A_failed_delivery_is_tried_again_when_it_is_due()
    {
        await CommitNoticesAsync("a");
        var retryAt = LeaseEnd + Duration.FromHours(1);

        await Store.Outbox.FailedAsync(Assert.Single(await LeaseAsync("host", Now)), "网络不通", retryAt, Cancel);
        Assert.Empty(await LeaseAsync("host", retryAt - Tick));
        var second = Assert.Single(await LeaseAsync("other", retryAt));
        await Store.Outbox.FailedAsync(second, "still down", retryAt + Tick, Cancel);
        var third = Assert.Single(await LeaseAsync("host", retryAt + Tick));

        Assert.Equal(("other", 1, "网络不通"), (second.LeasedBy, second.Attempts, second.LastFailure));
        Assert.Equal(("host", 2, "still down"), (third.LeasedBy, third.Attempts, third.LastFailure));
    }

    [Fact]
    public async Task A_retry_may_be_due_before_the_lease_would_have_ended()
    {
        await CommitNoticesAsync("a");

        await Store.Outbox.FailedAsync(Assert.Single(await LeaseAsync("host", Now)), "busy", Now + Tick, Cancel);

        Assert.Single(await LeaseAsync("other", Now + Tick));
    }

    [Fact]
    public async Task What_is_set_aside_is_shown_with_its_reason_and_never_leased_again()
    {
        await CommitNoticesAsync("a", "b", "c", "d");
        var leased = await LeaseAsync("host", Now);
        foreach (var message in leased.Where(message => message.Notice.Key != "b").Reverse())
            await Store.Outbox.FailedAsync(message, $"no address for {message.Notice.Key}", null, Cancel);

        var aside = await Store.Outbox.SetAsideAsync(Tenant, 2, Cancel);

        Assert.Equal(["a", "c"], aside.Select(message => message.Notice.Key));
        Assert.Equal((1, "no address for a"), (aside[0].Attempts, aside[0].LastFailure));
        Assert.Equal(leased[0].Notice, aside[0].Notice);
        Assert.Equal(3, (await Store.Outbox.SetAsideAsync(Tenant, 10, Cancel)).Length);
        Assert.Equal(["b"], (await LeaseAsync("host", LeaseEnd)).Select(message => message.Notice.Key));
        Assert.Empty(await Store.Outbox.SetAsideAsync(Fresh.Tenant(), 10, Cancel));
    }

    [Fact]
    public async Task What_was_set_aside_can_be_put_back_once_and_starts_anew_at_its_old_place()
    {
        await CommitNoticesAsync("a", "b");
        var poison = (await LeaseAsync("host", Now)).Single(message => message.Notice.Key == "a");
        Assert.False(await Store.Outbox.RequeueAsync(poison, Now, Cancel));
        await Store.Outbox.FailedAsync(poison, "no such address", null, Cancel);
        var aside = Assert.Single(await Store.Outbox.SetAsideAsync(Tenant, 10, Cancel));

        Assert.True(await Store.Outbox.RequeueAsync(aside, Now + Duration.FromHours(1), Cancel));
        Assert.False(await Store.Outbox.RequeueAsync(aside, Now, Cancel));

        Assert.Empty(await Store.Outbox.SetAsideAsync(Tenant, 10, Cancel));
        Assert.Empty(await LeaseAsync("host", Now + Duration.FromMinutes(1)));
        var again = await LeaseAsync("host", Now + Duration.FromHours(1));
        Assert.Equal(["a", "b"], again.Select(message => message.Notice.Key));
        Assert.Equal((0, "no such address"), (again[0].Attempts, again[0].LastFailure));
    }

    [Fact]
    public async Task A_key_that_waits_cannot_be_committed_twice()
    {
        await CommitNoticesAsync("a");
        var other = Sample.Subject();

        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => CommitAsync(other.Birth(Sample.Notice(Tenant, other, "a"))));

        Assert.Null(await FindAsync(other.Id));
        Assert.Single(await LeaseAsync("host", Now));
    }

    [Fact]
    public async Task A_notice_of_a_change_waits_like_one_of_a_new_subject()
    {
        await EmptyAsync();
        var first = Sample.Subject();
        await CommitAsync(first.Birth(Sample.Notice(Tenant, first, "born")));
        await CommitAsync(first.To(first.Next(), Sample.Notice(Tenant, first, "changed")));

        Assert.Equal(["born", "changed"], (await LeaseAsync("host", Now)).Select(message => message.Notice.Key));
    }

    private Task<ImmutableArray<OutboxMessage>> LeaseAsync(string owner, Instant now) =>
        Store.Outbox.LeaseOfAsync(Tenant, owner, now, Cancel);

    /// <summary>One commit of one new subject with these notices; what other facts left behind is out of the way.</summary>
    private async Task CommitNoticesAsync(params string[] keys)
    {
        await EmptyAsync();
        var subject = Sample.Subject();
        await CommitAsync(subject.Birth([.. keys.Select(key => Sample.Notice(Tenant, subject, key))]));
    }

    private async Task EmptyAsync()
    {
        if (!_emptied) await Store.Outbox.EmptyAsync(Cancel);
        _emptied = true;
    }
}
