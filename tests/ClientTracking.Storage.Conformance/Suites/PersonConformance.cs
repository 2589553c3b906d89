using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using ClientTracking.Requirements;
using ClientTracking.Storage.Conformance.Records;
using ClientTracking.Subjects;
using NodaTime;
using Xunit;

namespace ClientTracking.Storage.Conformance.Suites;

/// <summary>What is held on a person is found and erased wherever the store has it (个人信息保护法), and stays erased.</summary>
/// <remarks>
/// Rulings: an erasure is a commit of each record, fenced by its version as any other; the record before it and the one after it are whole; nothing of
/// what it replaced is left in anything the adapter reads or searches.
/// </remarks>
public abstract class PersonConformance<TFixture>(TFixture fixture) : StoreSuite<TFixture>(fixture) where TFixture : StoreFixture
{
    private const string Words = "想在手机上看";
    private readonly string _fresh = Fresh.Guid().ToString("N")[..12];

    /// <summary>A name of 4-byte characters, one of an emoji that is several, one with quotes and one that a database could take for its own language.</summary>
    public static TheoryData<string> Names => ["王芳", "𠮷野👩🏽", "O\"Neil \\ 'x'", "'; DROP TABLE subjects; --", "$where"];

    [Theory, MemberData(nameof(Names))]
    public async Task After_the_erasure_no_stored_text_names_the_person_and_all_else_is_as_it_was(string called)
    {
        await using var host = new PersonHost(Store, Tenant);
        var (name, account, words) = ($"{called}{_fresh}", $"wx-{called}-{_fresh}", $"{Words}{called}{_fresh}");
        var id = await host.WithdrawnAsync(account, name, words);
        await SettleNoticesAsync(id, $"cannot reach {name}");
        var before = (await FindAsync(id))!;
        var held = await host.ExportAsync(account);
        Assert.All([name, account, words], text => Assert.Contains(held, item => item.Item.Text.Contains(text, StringComparison.Ordinal)));
        Assert.Equal([HeldIn.State, HeldIn.Entry, HeldIn.Event, HeldIn.Notice], held.Select(item => item.Where).Distinct().Order());
        Assert.NotEqual("", Around(await Fixture.DumpAsync(), _fresh));

        var erased = await host.EraseAsync(account);
        Assert.Equal("", Around(await Fixture.DumpAsync(), _fresh));
        Assert.Empty(await host.ExportAsync(account));
        Assert.Empty((await AskAsync(session => session.QueryAsync(new SubjectQuery { Client = account }, Cancel))).Items);
        Assert.Empty((await AskAsync(session => session.QueryAsync(new SubjectQuery { Owner = new(account) }, Cancel))).Items);
        Assert.Empty((await AskAsync(session => session.QueryAsync(new ObligationQuery { Assignee = new(account), Status = null }, Cancel))).Items);
        Assert.Equal(id, Assert.Single((await AskAsync(session => session.QueryAsync(new SubjectQuery { Client = erased.Replacement }, Cancel))).Items).Id);

        var after = (await FindAsync(id))!;
        AssertOnlyErased(before, after, account, erased.Replacement);
        Assert.Equal((PersonHost.Officer, PersonHost.Why, "person.erased"), (after.Journal[^1].By.Value, after.Journal[^1].Reason, after.Journal[^1].Name));
        // Repeated with its id it answers alike and finds nothing more to do.
        Assert.Equal(erased, await host.EraseAsync(account));
        Assert.Equal(after.Version, (await FindAsync(id))!.Version);
    }

    [Fact]
    public async Task Exactly_what_was_put_in_is_listed_with_its_place()
    {
        await using var host = new PersonHost(Store, Tenant);
        var id = await host.As("staff-1").ReportAsync(new Requester("王芳", "一院", "儿科", "wx-77"), "我想要导出");
        await host.ReportAsync(new Requester("李雷", Account: "wx-78"), "我也要");
        var number = (await FindAsync(id))!.Number?.Text;
        HeldText[] expected =
        [
            .. new[] { HeldIn.State, HeldIn.Event }.SelectMany(where => new[]
            {
                ("$.form.requester.account", "wx-77"), ("$.form.requester.name", "王芳"), ("$.form.requester.hospital", "一院"),
                ("$.form.requester.department", "儿科"), ("$.form.clientWords", "我想要导出"),
            }.Select(item => new HeldText(id, RequirementKind.Instance.Kind, number, where, where == HeldIn.Event ? 1 : null, new(item.Item1, item.Item2)))),
        ];
        Assert.Equal(expected, await host.ExportAsync("wx-77"));
        // The one who filed it is named as who did, as who reported and as who is told.
        Assert.Equal(
            [(HeldIn.State, "$.reporter"), (HeldIn.Entry, "$.by"), (HeldIn.Event, "$.reporter")],
            (await host.ExportAsync("staff-1")).Where(item => item.Subject == id && !item.Item.Path.Contains("obligations", StringComparison.Ordinal) && item.Where != HeldIn.Notice)
                .Select(item => (item.Where, item.Item.Path)));
        Assert.Empty(await host.ExportAsync("wx-7"));
    }

    /// <summary>Without an account the name is all there is; it is compared whole.</summary>
    [Fact]
    public async Task A_name_that_is_a_part_of_anothers_erases_that_one_alone()
    {
        await using var host = new PersonHost(Store, Tenant);
        var (mine, other, account) = (
            await host.ReportAsync(new Requester("王芳"), "甲"), await host.ReportAsync(new Requester("王芳芳"), "王芳说的"),
            await host.ReportAsync(new Requester("王芳", Account: "wx-1"), "乙"));
        var (otherBefore, accountBefore) = ((await FindAsync(other))!, (await FindAsync(account))!);
        var erased = await host.EraseAsync("王芳");
        Assert.Equal(erased.Replacement, RequirementKind.Instance.Read((await FindAsync(mine))!).State.Form.Requester.Name);
        Same.Record(otherBefore, await FindAsync(other));
        Same.Record(accountBefore, await FindAsync(account));
    }

    [Fact]
    public async Task Another_tenant_is_not_touched()
    {
        var neighbour = Fresh.Tenant();
        await using var host = new PersonHost(Store, Tenant);
        await using var next = new PersonHost(Store, neighbour);
        await host.WithdrawnAsync("wx-77", "王芳", Words);
        var theirs = await next.WithdrawnAsync("wx-77", "王芳", Words);
        var before = (await next.FindAsync(theirs))!;
        var held = await next.ExportAsync("wx-77");
        await host.EraseAsync("wx-77");
        Same.Record(before, await next.FindAsync(theirs));
        Assert.Equal(held, await next.ExportAsync("wx-77"));
    }

    [Fact]
    public async Task Whoever_read_the_record_before_the_erasure_cannot_write_the_person_back()
    {
        await using var host = new PersonHost(Store, Tenant);
        var id = await host.WithdrawnAsync("wx-77", "王芳", Words);
        var stale = (await FindAsync(id))!;
        await host.EraseAsync("wx-77");
        var erased = await FindAsync(id);
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => CommitAsync(stale.To(stale.After(Sample.Entry(stale.Version + 1), stale.State, stale.Search))));
        Same.Record(erased!, await FindAsync(id));
    }

    [Fact]
    public async Task While_others_write_every_record_is_erased_and_nothing_comes_back()
    {
        const int Records = 6;
        await using var host = new PersonHost(Store, Tenant);
        var ids = new List<SubjectId>();
        while (ids.Count < Records) ids.Add(await host.RegisteredAsync($"wx-{_fresh}", $"王芳{_fresh}", $"{Words}{_fresh}"));
        var writing = Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = 3, CancellationToken = Cancel }, async (id, _) =>
        {
            for (var turn = 0; turn < 5; turn++)
            {
                await host.PersistAsync(new AwaitRequester(id, "等回复") { CommandId = Fresh.Command() });
                await host.PersistAsync(new EnterRequesterAnswer(id) { CommandId = Fresh.Command() });
            }
        });
        var erased = await host.EraseAsync($"wx-{_fresh}");
        await writing;
        Assert.Equal("", Around(await Fixture.DumpAsync(), _fresh));
        foreach (var id in ids)
        {
            var record = (await FindAsync(id))!;
            Assert.Equal(erased.Replacement, record.Search.Client);
            Assert.Equal(10, record.Journal.Count(entry => entry.Name is "requester.awaited" or "requester.answered"));
            Same.Json(record.State, RequirementKind.Instance.Replay(record, record.Version).Record.State);
        }
    }

    /// <summary>Every commit of an erasure fails once; each record is erased whole or not at all, and the repetition finishes with the same replacement.</summary>
    [Theory]
    [InlineData(CommitFailure.BeforeAnything)]
    [InlineData(CommitFailure.InTheMiddle)]
    [InlineData(CommitFailure.AfterEverything)]
    public async Task Stopped_in_the_middle_it_leaves_no_record_half_erased_and_the_repetition_finishes(CommitFailure where)
    {
        var erasures = 0;
        var flaky = new FlakyStore(Store, commit => commit == 3 && where != CommitFailure.InTheMiddle ? where : null);
        await using var host = new PersonHost(Store, Tenant);
        await using var dying = new PersonHost(where == CommitFailure.InTheMiddle ? Store : flaky, Tenant);
        var before = new List<SubjectRecord>();
        while (before.Count < 4) before.Add(await host.FindAsync(await host.WithdrawnAsync($"wx-{_fresh}", $"王芳{_fresh}", $"{Words}{_fresh}")));
        using (where == CommitFailure.InTheMiddle ? Fixture.FailCommits(where) : null)
            await Assert.ThrowsAsync<StorageUnavailableException>(() => dying.EraseAsync($"wx-{_fresh}"));

        foreach (var record in before)
        {
            var now = (await FindAsync(record.Id))!;
            if (now.Version == record.Version) Same.Record(record, now);
            else AssertOnlyErased(record, now, $"wx-{_fresh}", now.Search.Client!);
            erasures += now.Version == record.Version ? 0 : 1;
        }
        Assert.Equal(where switch { CommitFailure.BeforeAnything => 2, CommitFailure.InTheMiddle => 0, _ => 3 }, erasures);

        var erased = await host.EraseAsync($"wx-{_fresh}");
        Assert.Equal("", Around(await Fixture.DumpAsync(), _fresh));
        foreach (var record in before)
        {
            var now = (await FindAsync(record.Id))!;
            Assert.Equal((erased.Replacement, record.Version + 1), (now.Search.Client, now.Version));
        }
    }

    [Fact]
    public async Task A_rewriting_commit_renames_claims_and_notices_and_leaves_the_lease_to_its_holder()
    {
        var subject = Sample.Subject().Claiming(new Claim("account", "wx-77"), new("account", "kept"));
        var notice = Sample.Notice(Tenant, subject, $"{subject.Id}/1") with { Person = new("wx-77") };
        await CommitAsync(subject.Birth(notice, notice with { Key = $"{subject.Id}/1/to/Clerk" }));
        var leased = await Store.Outbox.LeaseOfAsync(Tenant, "host", Sample.Moment, Cancel);
        var after = subject.Next() with { State = """{"gist":"e"}""", Search = subject.Search with { Claims = [new("account", "e"), new("account", "kept")] } };
        after = after with { Journal = [subject.Journal[0] with { Event = """{"type":"e"}""", By = new("e") }, after.Journal[1]] };
        await CommitAsync(new SubjectChange(subject, after, [])
        {
            Rewrites = new([notice with { Person = new("e") }], [(new("account", "wx-77"), new("account", "e"))]),
        });

        Same.Record(after, await FindAsync(subject.Id));
        Assert.Null(await AskAsync(session => session.FindByClaimAsync(new("account", "wx-77"), Cancel)));
        Assert.Equal(subject.Id, await AskAsync(session => session.FindByClaimAsync(new("account", "e"), Cancel)));
        Assert.Equal(subject.Id, await AskAsync(session => session.FindByClaimAsync(new("account", "kept"), Cancel)));
        var notices = await AskAsync(session => session.NoticesAsync(subject.Id, Cancel));
        Assert.Equal([(1, "e"), (2, "wx-77")], notices.OrderBy(told => told.Key.Length).Select((told, i) => (i + 1, told.Person!.Value.Value)));
        // Nobody else gets what is leased; its holder settles it.
        Assert.Empty(await Store.Outbox.LeaseOfAsync(Tenant, "other", Sample.Moment, Cancel));
        foreach (var message in leased) await Store.Outbox.FailedAsync(message, "away", null, Cancel);
        Assert.Equal(2, (await Store.Outbox.SetAsideAsync(Tenant, 10, Cancel)).Length);
        // The former name is free, as if it had never been held.
        await CommitAsync(Sample.Subject().Claiming(new Claim("account", "wx-77")).Birth());
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => CommitAsync(new SubjectChange(subject, after, []) { Rewrites = new([], []) }));
    }

    /// <summary>The logs name who looked, which the law has kept; an erasure adds nothing to them and takes nothing away.</summary>
    [Fact]
    public async Task The_access_log_still_verifies()
    {
        await using var host = new PersonHost(Store, Tenant);
        var id = await host.WithdrawnAsync("wx-77", "王芳", Words);
        var key = new LogKey("2026", new byte[32]);
        var entry = AccessLog.Append(
            Tenant, id, AccessLog.Empty(Tenant, id), new(new("李总"), AccessAction.Read, true, "CL-04", "access.open.rank", ConfidentialityLevel.Secret, Sample.Moment), key);
        await Store.AccessLogs.AppendAsync(entry, Cancel);
        await host.EraseAsync("wx-77");
        var head = await Store.AccessLogs.FindHeadAsync(Tenant, id, Cancel);
        var entries = await Store.AccessLogs.ReadAsync(Tenant, id, 0, 10, Cancel);
        Assert.Equal([entry], entries);
        Assert.True(AccessLog.Verify(Tenant, id, entries, new() { Head = head, Keys = [key] }).IsIntact);
    }

    /// <summary>Everything but the declared texts is as before, one entry longer, and the journal rebuilds it.</summary>
    private static void AssertOnlyErased(SubjectRecord before, SubjectRecord after, string person, string replacement)
    {
        var personal = RequirementKind.Instance.Personal;
        Same.Json(personal.Erase(person, before.State, replacement, isAbout: true), after.State);
        Assert.Equal(before.Journal.Length + 1, after.Journal.Length);
        foreach (var (old, now) in before.Journal.Zip(after.Journal))
        {
            Assert.Equal((old.Sequence, old.Name, old.At, old.RecordedAt, old.Number, old.Command), (now.Sequence, now.Name, now.At, now.RecordedAt, now.Number, now.Command));
            Same.Json(Written(Erased(old)), now.Event);
        }
        Assert.Equal(before.Obligations.Select(Bare), after.Obligations.Select(Bare));
        Assert.Equal(before.Number, after.Number);
        var rebuilt = RequirementKind.Instance.Replay(after, after.Version).Record;
        Same.Record(rebuilt with { State = after.State }, after);
        Same.Json(rebuilt.State, after.State);

        JournalEntry Erased(JournalEntry entry) => entry with { Event = entry.Event is null ? null : personal.Erase(person, entry.Event, replacement, isAbout: true) };

        static string? Written(JournalEntry entry) => RequirementKind.Instance.ReadEvent(entry) is { } happened ? RequirementKind.Instance.WriteEvent(happened) : null;

        static (int, RuleId, Instant, Obligations.ObligationStatus, Instant?) Bare(Obligations.Obligation owed) => (owed.Id, owed.Rule, owed.Due, owed.Status, owed.ClosedAt);
    }

    /// <summary>Some notices are delivered, some are set aside because of what a host's message said, some are still leased.</summary>
    private async Task SettleNoticesAsync(SubjectId about, string because)
    {
        foreach (var message in await Store.Outbox.LeaseOfAsync(Tenant, "host", PersonHost.Now + Duration.FromMinutes(1), Cancel))
            if (message.Notice.Subject != about) continue;
            else if (message.Notice.Obligation is null) await Store.Outbox.FailedAsync(message, because, null, Cancel);
            else if (message.Notice.Key.EndsWith("opened", StringComparison.Ordinal)) await Store.Outbox.DeliveredAsync(message, Cancel);
    }

    /// <summary>Where a text still stands, with what is around it.</summary>
    private static string Around(string dump, string text)
    {
        var at = dump.IndexOf(text, StringComparison.Ordinal);
        return at < 0 ? "" : dump[Math.Max(0, at - 200)..Math.Min(dump.Length, at + 200)];
    }
}
