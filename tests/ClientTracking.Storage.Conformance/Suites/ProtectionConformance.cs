using System.Collections.Immutable;
using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Oversight;
using ClientTracking.Requirements;
using ClientTracking.Storage.Conformance.Records;
using ClientTracking.Storage.Protection;
using ClientTracking.Subjects;
using ClientTracking.Tracking;
using ClientTracking.Tracking.Secrecy;
using NodaTime;
using NodaTime.Testing;
using Xunit;

namespace ClientTracking.Storage.Conformance.Suites;

/// <summary>Encryption at rest of what is TopSecret, over the store under test.</summary>
/// <remarks>Rulings: state, events and reasons show nowhere in the database; a record is encrypted as a whole or not at all; tampering is an error.</remarks>
public abstract class ProtectionConformance<TFixture>(TFixture fixture) : StoreSuite<TFixture>(fixture) where TFixture : StoreFixture
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 11, 4, 0);
    private static readonly ContentKey Old = new("2025", new byte[32]);
    private static readonly ContentKey New = new("2026密钥", Enumerable.Repeat((byte)7, 32).ToArray());
    private readonly FakeClock _clock = new(Noon);

    /// <summary>Words nobody else wrote.</summary>
    private readonly string _words = $"收购意向 {Fresh.Guid():N}";

    [Fact]
    public async Task What_is_TopSecret_stands_nowhere_in_the_database_and_is_read_as_it_was()
    {
        await using var host = Host(Old);
        var id = await host.MarkedAsync(_words, ConfidentialityLevel.TopSecret);
        await AssertShowsAsync(false);
        await host.SendAsync(new RegisterRequirement(id, _words));
        var owed = (await RecordAsync(id, Old)).Obligations.First(obligation => obligation.IsOwed && obligation.Assignee is null);
        await host.SendAsync(new WaiveObligation(id, owed.Id, _words));
        await host.SendAsync(new ChangeLevel(id, ConfidentialityLevel.TopSecret, new(2026, 5, 1), _words));
        await host.SendAsync(new RequestHandOut(id, HandOutForm.Copy, new("lawyer"), _words));
        await host.RunDueAsync();

        await AssertShowsAsync(false);
        Assert.Equal(_words, (await host.AskAsync(new GetSubject<Requirement>(id)))!.State.Form.ClientWords);
        Assert.Equal(_words, Assert.Single((await host.AskAsync(new FindSubjects<Requirement>(new()))).Items).State.Gist);
        var waived = Assert.Single((await host.AskAsync(new FindObligations(new() { Subject = id, Status = ObligationStatus.Waived }))).Items);
        Assert.Equal(_words, waived.Obligation.Reason);
        var record = await RecordAsync(id, Old);
        Assert.Equal((_words, _words), (record.Secrecy!.Marking.Reason, record.Secrecy.HandOuts[0].Reason));
        Same.Json(RequirementKind.Instance.Replay(record, record.Version).Record.State, record.State);
        Assert.Equal(record.Obligations.AsEnumerable(), record.AsOf(record.Version).Obligations);
    }

    [Fact]
    public async Task A_person_is_erased_from_what_is_encrypted_and_is_gone_when_it_is_decrypted()
    {
        await using var host = Host(Old);
        var id = await host.MarkedAsync(_words, ConfidentialityLevel.TopSecret);
        var erased = await host.SendAsync(new ErasePerson(_words, "at the person's request") { CommandId = Fresh.Command() });
        await AssertShowsAsync(false);
        var form = (await host.AskAsync(new GetSubject<Requirement>(id)))!.State.Form;
        Assert.Equal((erased.Replacement, erased.Replacement), (form.Requester.Name, form.ClientWords));
        Assert.Equal(ConfidentialityLevel.TopSecret, (await RecordAsync(id, Old)).Access.Level);

        await host.SendAsync(new ChangeLevel(id, ConfidentialityLevel.Confidential, null, "the bid is off"));
        await AssertShowsAsync(false);
        var record = (await FindAsync(id))!;
        Same.Json(RequirementKind.Instance.Replay(record, record.Version).Record.State, record.State);
    }

    [Fact]
    public async Task Raised_to_TopSecret_what_is_there_is_encrypted_lowered_it_is_decrypted()
    {
        await using var host = Host(Old);
        var id = await host.MarkedAsync(_words, ConfidentialityLevel.Secret);
        await AssertShowsAsync(true);
        var raise = new ChangeLevel(id, ConfidentialityLevel.TopSecret, null, "the bid is on") { CommandId = Fresh.Command() };
        var raised = await host.SendAsync(raise);
        Assert.Equal(raised.Happened.Length, (await host.SendAsync(raise)).Happened.Length);
        await AssertShowsAsync(false);
        Assert.Equal(_words, (await host.AskAsync(new GetSubject<Requirement>(id)))!.State.Form.ClientWords);

        await host.SendAsync(new ChangeLevel(id, ConfidentialityLevel.Confidential, null, "the bid is off") { CommandId = Fresh.Command() });
        await AssertShowsAsync(true);
        var record = (await FindAsync(id))!;
        Assert.Equal((ConfidentialityLevel.Confidential, (Instant?)null), (record.Access.Level, record.Access.DeclassifiesAt));
        Same.Json(RequirementKind.Instance.Replay(record, record.Version).Record.State, record.State);
    }

    [Fact]
    public async Task Declassified_it_is_decrypted_when_the_end_of_its_term_is_put_on_record()
    {
        await using var host = Host(Old);
        var id = await host.MarkedAsync(_words, ConfidentialityLevel.TopSecret, new(2026, 3, 11));
        _clock.Reset(Instant.FromUtc(2026, 3, 11, 16, 0));
        Assert.Equal(_words, (await host.AskAsync(new GetSubject<Requirement>(id)))!.State.Form.ClientWords);
        await AssertShowsAsync(false);
        await host.RunDueAsync();
        await AssertShowsAsync(true);
        Assert.Equal(_words, RequirementKind.Instance.Read((await FindAsync(id))!).State.Form.ClientWords);
    }

    [Fact]
    public async Task What_stood_there_before_the_protector_came_is_read_and_encrypted_with_the_next_commit()
    {
        SubjectId id;
        await using (var open = new SecretHost(Store, Tenant, _clock)) id = await open.MarkedAsync(_words, ConfidentialityLevel.TopSecret);
        await AssertShowsAsync(Store is not ProtectedStore);
        await using var host = Host(Old);
        Assert.Equal(_words, (await host.AskAsync(new GetSubject<Requirement>(id)))!.State.Form.ClientWords);
        await host.SendAsync(new ChangeLevel(id, ConfidentialityLevel.TopSecret, new(2026, 5, 1), "a term"));
        await AssertShowsAsync(false);
        Assert.Equal(_words, (await host.AskAsync(new GetSubject<Requirement>(id)))!.State.Form.ClientWords);
    }

    [Fact]
    public async Task Under_a_former_key_it_is_read_and_encrypted_anew_with_the_next_commit()
    {
        SubjectId id;
        await using (var before = Host(Old)) id = await before.MarkedAsync(_words, ConfidentialityLevel.TopSecret);
        await using var host = Host(New, Old);
        Assert.Equal(_words, RequirementKind.Instance.Read(await RecordAsync(id, New, Old)).State.Form.ClientWords);
        await AssertRefusedAsync(id, "protection.key-missing", New);

        await host.SendAsync(new ChangeLevel(id, ConfidentialityLevel.TopSecret, new(2026, 5, 1), "a term"));
        Assert.Equal(_words, RequirementKind.Instance.Read(await RecordAsync(id, New)).State.Form.ClientWords);
        await AssertRefusedAsync(id, "protection.key-missing", Old);
    }

    [Fact]
    public async Task Under_a_wrong_key_of_the_same_name_it_is_an_error()
    {
        await using var host = Host(Old);
        var id = await host.MarkedAsync(_words, ConfidentialityLevel.TopSecret);
        await AssertRefusedAsync(id, "protection.tampered", new ContentKey(Old.Id, Enumerable.Repeat((byte)1, 32).ToArray()));
    }

    [Theory]
    [InlineData("content of another subject")]
    [InlineData("content of another tenant")]
    [InlineData("former content")]
    [InlineData("plain content")]
    [InlineData("cut content")]
    [InlineData("entry of another subject")]
    [InlineData("entry of another place")]
    [InlineData("plain entry")]
    public async Task What_somebody_put_in_its_place_is_an_error(string what)
    {
        await using var host = Host(Old);
        var (id, other) = (await host.MarkedAsync(_words, ConfidentialityLevel.TopSecret), await host.MarkedAsync("another", ConfidentialityLevel.TopSecret));
        var former = (await FindAsync(id))!;
        await host.SendAsync(new ChangeLevel(id, ConfidentialityLevel.TopSecret, new(2026, 5, 1), "a term"));
        await host.SendAsync(new ChangeLevel(other, ConfidentialityLevel.TopSecret, new(2026, 5, 1), "a term"));
        var (stored, twin) = ((await FindAsync(id))!, (await FindAsync(other))!);
        var session = Store.OpenSession(what == "content of another tenant" ? Fresh.Tenant() : Tenant);
        await using var _ = session;
        var forged = stored with
        {
            State = what switch
            {
                "content of another subject" => twin.State,
                "former content" => former.State,
                "plain content" => """{"status":"Registered"}""",
                "cut content" => stored.State[..^9] + "\"",
                _ => stored.State,
            },
            Journal = what switch
            {
                "entry of another subject" => stored.Journal.SetItem(1, stored.Journal[1] with { Event = twin.Journal[1].Event }),
                "entry of another place" => stored.Journal.SetItem(1, stored.Journal[1] with { Event = stored.Journal[0].Event }),
                "plain entry" => stored.Journal.SetItem(1, stored.Journal[1] with { Event = null }),
                _ => stored.Journal,
            },
        };
        var change = session.Tenant == Tenant
            ? new SubjectChange(stored, forged, []) { Rewrites = new([], []) }
            : new SubjectChange(null, forged, []);
        await session.CommitAsync([change], Cancel);

        await using var reading = new ProtectedStore(Store, Protector(Old)).OpenSession(session.Tenant);
        var refused = await Assert.ThrowsAsync<ContentProtectionException>(() => reading.FindAsync(id, Cancel));
        Assert.Contains(id.ToString(), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Imported_it_is_encrypted_too()
    {
        await using var host = Host(Old);
        var id = await host.MarkedAsync(_words, ConfidentialityLevel.TopSecret);
        var record = await RecordAsync(id, Old);
        var there = Fresh.Tenant();
        var store = new ProtectedStore(Store, Protector(Old));
        Assert.Equal(ImportResult.Stored, Assert.Single(await store.ImportAsync(there, [record], Cancel)).Result);
        await AssertShowsAsync(false);
        await using var session = store.OpenSession(there);
        Same.Record(record, await session.FindAsync(id, Cancel));
    }

    private static AesGcmContentProtector Protector(ContentKey present, params ImmutableArray<ContentKey> former) => new(new(present, former));

    private SecretHost Host(ContentKey present, params ImmutableArray<ContentKey> former) =>
        new(Store, Tenant, _clock, tracking => tracking.ProtectContent(Protector(present, former)));

    private async Task<SubjectRecord> RecordAsync(SubjectId id, ContentKey present, params ImmutableArray<ContentKey> former)
    {
        await using var session = new ProtectedStore(Store, Protector(present, former)).OpenSession(Tenant);
        return (await session.FindAsync(id, Cancel))!;
    }

    private async Task AssertRefusedAsync(SubjectId id, string because, ContentKey key)
    {
        var refused = await Assert.ThrowsAsync<ContentProtectionException>(() => RecordAsync(id, key));
        Assert.Contains(id.ToString(), refused.Message, StringComparison.Ordinal);
        Assert.Equal(because, Assert.IsType<ContentProtectionException>(refused.InnerException).Code);
    }

    /// <summary>Apart from the Chinese half, which a database may escape, the words are ASCII.</summary>
    private async Task AssertShowsAsync(bool shows) =>
        Assert.Equal(shows, (await Fixture.DumpAsync()).Contains(_words[^32..], StringComparison.Ordinal));
}
