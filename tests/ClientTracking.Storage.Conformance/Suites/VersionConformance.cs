using ClientTracking.Errors;
using ClientTracking.Storage.Conformance.Records;
using Xunit;

namespace ClientTracking.Storage.Conformance.Suites;

/// <summary>Nobody overwrites what somebody else has changed meanwhile.</summary>
/// <remarks>
/// Rulings: the loser of a race gets <see cref="ConcurrencyConflictException"/> and leaves no trace, whatever the race was for: the version
/// of a subject, its id, or a number. A number text and a (scope, serial) belong to one subject of the tenant each.
/// </remarks>
public abstract class VersionConformance<TFixture>(TFixture fixture) : StoreSuite<TFixture>(fixture) where TFixture : StoreFixture
{
    [Fact]
    public async Task A_lost_update_is_refused()
    {
        var read = Sample.Subject();
        await CommitAsync(read.Birth());
        var winner = read.Next("won");
        await CommitAsync(read.To(winner));

        await ConflictAsync(read.To(read.Next("lost", Fresh.Command())));

        Same.Record(winner, await FindAsync(read.Id));
    }

    [Fact]
    public async Task Of_parallel_changes_of_one_version_exactly_one_is_kept()
    {
        var read = Sample.Subject();
        await CommitAsync(read.Birth());
        var hosts = await CreateHostsAsync(4);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () =>
        {
            await using var session = hosts[i % hosts.Length].OpenSession(Tenant);
            return await Record.ExceptionAsync(() => session.CommitAsync([read.To(read.Next($"status {i}"))], Cancel));
        })));

        var winner = Assert.Single(Enumerable.Range(0, 16), i => outcomes[i] is null);
        Assert.All(outcomes.Where(outcome => outcome is not null), outcome => Assert.IsType<ConcurrencyConflictException>(outcome));
        Same.Record(read.Next($"status {winner}"), await FindAsync(read.Id));
    }

    [Fact]
    public async Task A_new_subject_cannot_have_the_id_of_another()
    {
        var first = Sample.Subject();
        await CommitAsync(first.Birth());

        await ConflictAsync(Sample.Subject(first.Id, Fresh.Command()).Birth());

        Same.Record(first, await FindAsync(first.Id));
    }

    [Fact]
    public async Task A_subject_that_is_not_there_cannot_be_changed()
    {
        var never = Sample.Subject();

        await ConflictAsync(never.To(never.Next()));

        Assert.Null(await FindAsync(never.Id));
    }

    [Fact]
    public async Task A_version_ahead_of_the_stored_one_is_a_conflict_too()
    {
        var first = Sample.Subject();
        await CommitAsync(first.Birth());
        var second = first.Next();

        await ConflictAsync(second.To(second.Next()));

        Same.Record(first, await FindAsync(first.Id));
    }

    [Fact]
    public async Task A_number_text_belongs_to_one_subject()
    {
        var number = Sample.Number(Fresh.Scope(), 1);
        var first = Sample.Subject(number: number);
        await CommitAsync(first.Birth());
        var second = Sample.Subject(number: new(Fresh.Scope(), 1, number.Text, number.Bare));

        await ConflictAsync(second.Birth());

        Assert.Null(await FindAsync(second.Id));
        Same.Record(first, await AskAsync(session => session.FindByNumberAsync(number.Text, Cancel)));
    }

    [Fact]
    public async Task A_serial_of_a_scope_belongs_to_one_subject()
    {
        var number = Sample.Number(Fresh.Scope(), 1);
        await CommitAsync(Sample.Subject(number: number).Birth());
        var second = Sample.Subject(number: new(number.Scope, 1, "another text", "1"));

        await ConflictAsync(second.Birth());

        Assert.Null(await FindAsync(second.Id));
        Assert.Null(await AskAsync(session => session.FindByNumberAsync("another text", Cancel)));
    }

    [Fact]
    public async Task Numbers_are_equal_by_ordinal_comparison_alone()
    {
        var scope = Fresh.Scope();
        // "é" in two forms, and two letters a collation may take for equal.
        var texts = new[] { "N-a", "N-A", "N-\u00e9", "N-e\u0301", "N-a " };
        var subjects = texts.Select((text, i) => Sample.Subject(number: new(scope, i + 1, text, "1"))).ToList();

        foreach (var subject in subjects) await CommitAsync(subject.Birth());

        foreach (var subject in subjects)
            Assert.Equal(subject.Id, (await AskAsync(session => session.FindByNumberAsync(subject.Number!.Text, Cancel)))?.Id);
    }

    private async Task ConflictAsync(SubjectChange change)
    {
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => CommitAsync(change));
        foreach (var command in change.NewEntries.Select(entry => entry.Command).OfType<CommandId>())
            Assert.Null(await AskAsync(session => session.FindByCommandAsync(command, Cancel)));
    }
}
