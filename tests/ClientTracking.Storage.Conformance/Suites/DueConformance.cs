using ClientTracking.Obligations;
using ClientTracking.Storage.Conformance.Records;
using ClientTracking.Subjects;
using NodaTime;
using Xunit;

namespace ClientTracking.Storage.Conformance.Suites;

/// <summary>Finding the subjects on which a notice is to be sent.</summary>
/// <remarks>Rulings: a notice is due at its very instant; a subject comes once, the earliest first; with the notice gone the subject is.</remarks>
public abstract class DueConformance<TFixture>(TFixture fixture) : StoreSuite<TFixture>(fixture) where TFixture : StoreFixture
{
    private static readonly Instant Noon = Instant.FromUtc(2014, 6, 20, 4, 0);

    [Fact]
    public async Task A_subject_is_found_from_the_instant_of_its_earliest_notice_until_it_is_told()
    {
        var late = await Keep(Noon + Duration.FromHours(1), Noon + Duration.FromHours(9));
        var early = await Keep(Noon);
        await Keep((Instant?)null);

        Assert.Empty(await Mine(Noon - Duration.FromMilliseconds(1)));
        Assert.Equal([early.Id], await Mine(Noon));
        Assert.Equal([early.Id, late.Id], await Mine(Noon + Duration.FromHours(10)));

        await using var session = Open();
        var told = early.Obligations[0] with { NextNotice = null };
        var entry = early.Journal[0] with { Sequence = 2, Command = null, Obligations = [new(ObligationEvent.Overdue, told)] };
        await session.CommitAsync([new(early, early.After(entry, early.State, early.Search), [])], Cancel);
        Assert.Equal([late.Id], await Mine(Noon + Duration.FromHours(10)));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(1000)]
    public async Task In_pages_of_every_size_by_the_earliest_notice_each_subject_once(int most)
    {
        var expected = new List<DueSubject>();
        foreach (var hours in new[] { 3, 1, 1, 2 })
        {
            var subject = await Keep(Noon + Duration.FromHours(hours), Noon + Duration.FromHours(hours + 1));
            expected.Add(new(Tenant, subject.Id, Noon + Duration.FromHours(hours)));
        }

        var (found, last) = (new List<DueSubject>(), (DueSubject?)null);
        while (true)
        {
            var page = await Store.FindDueAsync(Noon + Duration.FromHours(9), last, most, Cancel);
            Assert.InRange(page.Length, 0, most);
            found.AddRange(page.Where(due => due.Tenant == Tenant));
            if (page.Length < most) break;
            last = page[^1];
        }

        Assert.Equal(expected.OrderBy(due => due.From).ThenBy(due => due.Subject.ToString(), StringComparer.Ordinal), found);
    }

    private async Task<IEnumerable<SubjectId>> Mine(Instant now) =>
        (await Store.FindDueAsync(now, null, 1000, Cancel)).Where(due => due.Tenant == Tenant).Select(due => due.Subject);

    private async Task<SubjectRecord> Keep(params Instant?[] sendAt)
    {
        var opened = sendAt.Select((at, i) => new ObligationChange(ObligationEvent.Opened, new Obligation
        {
            Id = i + 1,
            Rule = "RF-31",
            Responsible = new Role("Collector"),
            Clock = Sample.Clock(Noon, Noon),
            NextNotice = at is { } send ? new NoticeDue(0, send, send, null) : null,
        }));
        var entry = new JournalEntry
        {
            Sequence = 1,
            Name = "opened",
            At = Noon,
            RecordedAt = Noon,
            By = new PersonId("system"),
            Obligations = [.. opened],
        };
        var record = SubjectRecord.Unborn(Fresh.Id(), new SubjectKind("test"), "Test", 1).After(entry, "{}", new SearchFields("open"));
        await using var session = Open();
        await session.CommitAsync([new(null, record, [])], Cancel);
        return record;
    }
}
