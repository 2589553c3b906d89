using ClientTracking.Errors;
using ClientTracking.Storage.Conformance.Records;
using Xunit;

namespace ClientTracking.Storage.Conformance.Suites;

/// <summary>Loading subjects, and saving them with a version check.</summary>
/// <remarks>
/// Rulings: a new subject has version 1. A change names the version it read; the stored one must be that very version, or the commit ends in
/// <see cref="ConcurrencyConflictException"/> and nothing is written. What is not there is null, never an error.
/// </remarks>
public abstract class SubjectConformance<TFixture>(TFixture fixture) : StoreSuite<TFixture>(fixture) where TFixture : StoreFixture
{
    [Fact]
    public async Task A_new_subject_is_found_by_id_number_and_command_with_version_1()
    {
        var number = Sample.Number(Fresh.Scope(), 7);
        var command = Fresh.Command();
        var subject = Sample.Subject(command: command, number: number);

        await CommitAsync(subject.Birth());

        Assert.Equal(1, (await FindAsync(subject.Id))?.Version);
        Same.Record(subject, await FindAsync(subject.Id));
        Same.Record(subject, await AskAsync(session => session.FindByNumberAsync(number.Text, Cancel)));
        Same.Record(subject, await AskAsync(session => session.FindByCommandAsync(command, Cancel)));
    }

    [Fact]
    public async Task What_is_not_there_is_null()
    {
        await using var session = Open();

        Assert.Null(await session.FindAsync(Fresh.Id(), Cancel));
        Assert.Null(await session.FindByNumberAsync("no such number", Cancel));
        Assert.Null(await session.FindByCommandAsync(Fresh.Command(), Cancel));
        Assert.Null(await session.FindByClaimAsync(new("scope", "key"), Cancel));
        Assert.Equal(Tenant, session.Tenant);
    }

    [Fact]
    public async Task A_change_replaces_the_state_and_adds_to_the_journal()
    {
        var first = Sample.Subject(command: Fresh.Command());
        var second = first.Next("done", Fresh.Command());
        var third = second.Next("archived", number: Sample.Number(Fresh.Scope(), 1));

        await CommitAsync(first.Birth());
        await CommitAsync(first.To(second));
        await CommitAsync(second.To(third));

        Same.Record(third, await FindAsync(first.Id));
        Same.Record(third, await AskAsync(session => session.FindByCommandAsync(first.Journal[0].Command!.Value, Cancel)));
        Same.Record(third, await AskAsync(session => session.FindByNumberAsync(third.Number!.Text, Cancel)));
    }

    [Fact]
    public async Task A_session_reads_what_was_committed_before_it_was_opened_on_any_host()
    {
        var other = (await CreateHostsAsync(1))[0];
        var subject = Sample.Subject();

        await CommitAsync(subject.Birth());

        await using var session = other.OpenSession(Tenant);
        Same.Record(subject, await session.FindAsync(subject.Id, Cancel));
    }

    [Fact]
    public async Task A_commit_that_is_cancelled_before_it_begins_writes_nothing()
    {
        var subject = Sample.Subject();
        await using var session = Open();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.CommitAsync([subject.Birth()], new(canceled: true)));

        Assert.Null(await FindAsync(subject.Id));
    }
}
