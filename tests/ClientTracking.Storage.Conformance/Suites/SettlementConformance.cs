using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using ClientTracking.Storage.Conformance.Records;
using ClientTracking.Tracking.Secrecy;
using NodaTime;
using NodaTime.Testing;
using Xunit;

namespace ClientTracking.Storage.Conformance.Suites;

/// <summary>CL-08, T41: the end of a term of secrecy counts by itself; the work by the clock puts it on record, once.</summary>
/// <remarks>Rulings: a subject is due at the very end of its term; recorded, it no longer is; a continuation moves what is due.</remarks>
public abstract class SettlementConformance<TFixture>(TFixture fixture) : StoreSuite<TFixture>(fixture) where TFixture : StoreFixture
{
    /// <summary>Wednesday noon in Shanghai; the term runs to the end of Thursday, which is 16:00 in UTC.</summary>
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 11, 4, 0);
    private static readonly LocalDate LastDay = new(2026, 3, 12);
    private static readonly Instant End = Instant.FromUtc(2026, 3, 12, 16, 0);
    private readonly FakeClock _clock = new(Noon);

    [Fact]
    public async Task T41_The_end_of_a_term_is_put_on_record_once_by_whichever_of_four_hosts_comes_first()
    {
        var stores = await CreateHostsAsync(4);
        SecretHost[] hosts = [.. stores.Select(store => new SecretHost(store, Tenant, _clock))];
        var id = await hosts[0].MarkedAsync("merger", ConfidentialityLevel.Secret, LastDay);

        _clock.Reset(End - Duration.FromMilliseconds(1));
        await Task.WhenAll(hosts.Select(host => host.RunDueAsync()));
        Assert.Empty(await RecordsOfEndAsync(id));

        _clock.Reset(End + Duration.FromHours(2));
        await Task.WhenAll(hosts.Select(host => host.RunDueAsync()));
        await hosts[0].RunDueAsync();
        var written = Assert.Single(await RecordsOfEndAsync(id));
        Assert.Equal((End, End + Duration.FromHours(2)), (written.At, written.RecordedAt));
        Assert.Equal(written.RecordedAt, (await FindAsync(id))!.Secrecy!.Marking.DeclassificationRecordedAt);
        Assert.DoesNotContain(await Store.FindDueAsync(_clock.GetCurrentInstant(), null, 1000, Cancel), due => due.Subject == id);
        foreach (var host in hosts) await host.DisposeAsync();
    }

    [Fact]
    public async Task CL_08_A_continuation_ordered_before_the_end_is_respected()
    {
        await using var host = new SecretHost(Store, Tenant, _clock);
        var id = await host.MarkedAsync("merger", ConfidentialityLevel.Secret, LastDay);
        _clock.Reset(End - Duration.FromMilliseconds(1));
        await host.SendAsync(new ContinueSecrecy(id, LastDay.PlusDays(1), "still on"));

        _clock.Reset(End);
        await host.RunDueAsync();
        Assert.Empty(await RecordsOfEndAsync(id));
        Assert.Equal(ConfidentialityLevel.Secret, (await FindAsync(id))!.Secrecy!.LevelAt(End));

        _clock.Reset(End + Duration.FromDays(1));
        await host.RunDueAsync();
        Assert.Equal(End + Duration.FromDays(1), Assert.Single(await RecordsOfEndAsync(id)).At);
    }

    [Theory, InlineData(CommitFailure.BeforeAnything), InlineData(CommitFailure.AfterEverything)]
    public async Task T41_A_run_that_breaks_off_is_made_good_by_the_next(CommitFailure where)
    {
        await using var host = new SecretHost(Store, Tenant, _clock);
        var id = await host.MarkedAsync("merger", ConfidentialityLevel.TopSecret, LastDay);
        _clock.Reset(End);
        await using (var failing = new SecretHost(new FlakyStore(Store, commit => commit == 1 ? where : null), Tenant, _clock))
            await Assert.ThrowsAsync<StorageUnavailableException>(failing.RunDueAsync);

        await host.RunDueAsync();
        Assert.Single(await RecordsOfEndAsync(id));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(1000)]
    public async Task Terms_and_notices_are_found_together_each_subject_once_by_what_comes_first(int most)
    {
        // Given in the order in which they are due: the earlier of end and notice counts.
        var expected = new[]
        {
            await KeepAsync(ends: 1, notice: 4), await KeepAsync(ends: 5, notice: 2), await KeepAsync(ends: 3, notice: null), await KeepAsync(ends: null, notice: 6),
        };
        await KeepAsync(ends: null, notice: null);

        var (found, last) = (new List<SubjectId>(), (DueSubject?)null);
        while (true)
        {
            var page = await Store.FindDueAsync(Noon + Duration.FromHours(9), last, most, Cancel);
            found.AddRange(page.Where(due => due.Tenant == Tenant).Select(due => due.Subject));
            if (page.Length < most) break;
            last = page[^1];
        }
        Assert.Equal(expected, found);
    }

    private async Task<SubjectId> KeepAsync(int? ends, int? notice)
    {
        var record = Sample.Subject();
        if (notice is { } hours)
        {
            var at = Noon + Duration.FromHours(hours);
            record = record.Owing(Sample.Obligation(1, at) with { NextNotice = new(0, at, at, null) });
        }
        if (ends is { } end)
            record = Secrets.Marked(record, new()
            {
                Kind = Sample.Kind,
                Drafter = new("p1"),
                Markings = [new(ConfidentialityLevel.Secret, LastDay, Noon + Duration.FromHours(end), Noon, new("p1"), null)],
            });
        await CommitAsync(record.Birth());
        return record.Id;
    }

    private async Task<IEnumerable<Declassified>> RecordsOfEndAsync(SubjectId id) =>
        (await FindAsync(id))!.Journal.SelectMany(entry => entry.Secrecy ?? []).OfType<Declassified>();
}
