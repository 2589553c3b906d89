using ClientTracking.Errors;
using ClientTracking.Storage.Conformance.Records;
using Xunit;

namespace ClientTracking.Storage.Conformance.Suites;

/// <summary>A command that is sent twice is carried out once.</summary>
/// <remarks>
/// Rulings: a command id stands in the journal of one subject of the tenant. A second commit with it ends in
/// <see cref="ConcurrencyConflictException"/>, however late it comes and however many come at once; equality is ordinal.
/// </remarks>
public abstract class CommandIdConformance<TFixture>(TFixture fixture) : StoreSuite<TFixture>(fixture) where TFixture : StoreFixture
{
    [Fact]
    public async Task A_command_cannot_be_carried_out_on_two_subjects()
    {
        var (first, command) = (Sample.Subject(), Fresh.Command());
        await CommitAsync(first.Birth());
        await CommitAsync(first.To(first.Next(command: command)));
        var other = Sample.Subject(command: command);

        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => CommitAsync(other.Birth()));

        Assert.Null(await FindAsync(other.Id));
        Assert.Equal(first.Id, (await AskAsync(session => session.FindByCommandAsync(command, Cancel)))?.Id);
    }

    [Fact]
    public async Task A_command_stays_known_however_much_happens_afterwards()
    {
        var command = Fresh.Command();
        var subject = Sample.Subject(command: command);
        await CommitAsync(subject.Birth());
        for (var i = 0; i < 5; i++)
        {
            var next = subject.Next(command: Fresh.Command());
            await CommitAsync(subject.To(next));
            subject = next;
        }

        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => CommitAsync(Sample.Subject(command: command).Birth()));

        Same.Record(subject, await AskAsync(session => session.FindByCommandAsync(command, Cancel)));
    }

    [Fact]
    public async Task Of_parallel_senders_of_one_command_exactly_one_is_heard()
    {
        var command = Fresh.Command();
        var hosts = await CreateHostsAsync(4);
        var subjects = Enumerable.Range(0, 16).Select(_ => Sample.Subject(command: command)).ToList();

        var outcomes = await Task.WhenAll(subjects.Select((subject, i) => Task.Run(async () =>
        {
            await using var session = hosts[i % hosts.Length].OpenSession(Tenant);
            return await Record.ExceptionAsync(() => session.CommitAsync([subject.Birth()], Cancel));
        })));

        var winner = Assert.Single(Enumerable.Range(0, 16), i => outcomes[i] is null);
        Assert.All(outcomes.Where(outcome => outcome is not null), outcome => Assert.IsType<ConcurrencyConflictException>(outcome));
        Assert.Equal(subjects[winner].Id, (await AskAsync(session => session.FindByCommandAsync(command, Cancel)))?.Id);
    }

    [Fact]
    public async Task Command_ids_are_equal_by_ordinal_comparison_alone()
    {
        var (lower, upper) = (Sample.Subject(command: new CommandId("order-a")), Sample.Subject(command: new CommandId("order-A")));

        await CommitAsync(lower.Birth());
        await CommitAsync(upper.Birth());

        Assert.Equal(lower.Id, (await AskAsync(session => session.FindByCommandAsync(new("order-a"), Cancel)))?.Id);
        Assert.Equal(upper.Id, (await AskAsync(session => session.FindByCommandAsync(new("order-A"), Cancel)))?.Id);
    }
}
