using System.Collections.Immutable;
using System.Text;
using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using ClientTracking.Numbering;
using ClientTracking.Priorities;
using ClientTracking.Subjects;
using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore.Tests;

/// <summary>Every statement SQL Server would get, as a DBA reads it, against the committed ones. None was carried out by a server.</summary>
public sealed class SqlServerStatementTests
{
    private static readonly SubjectKind Requirement = new("requirement");
    private static readonly PersonId Zhang = new("zhang");
    private static readonly OutboxMessage Message = new(Sample.Notice(1, 1), "host", 0, null);
    private readonly StringBuilder _script = new();
    private bool _hasCounter;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_statements_are_the_committed_ones()
    {
        await SubjectsAsync();
        await ObligationsAsync();
        await NumbersAsync();
        await CommitsAsync();
        await OutboxAsync();
        await LogsAsync();
        Golden.Equal("Golden/statements.sqlserver.sql", _script.ToString());
    }

    private async Task SubjectsAsync()
    {
        await SessionAsync("a subject", session => session.FindAsync(Sample.Id(1), Cancel));
        await SessionAsync("a subject by number", session => session.FindByNumberAsync("需求报告表14061901", Cancel));
        await SessionAsync("a subject by command", session => session.FindByCommandAsync(new CommandId("c-1"), Cancel));
        await SessionAsync("a claim", session => session.FindByClaimAsync(new Claim("client", "甲"), Cancel));
        await SessionAsync("notices of a subject", session => session.NoticesAsync(Sample.Id(1), Cancel));
        var all = new SubjectQuery
        {
            Kind = Requirement,
            Statuses = ["open", "closed"],
            Grade = PriorityGrade.A,
            Owner = Zhang,
            Client = "甲",
            Closed = false,
            NumberPrefix = "需求",
            Series = "requirement",
            FromPeriod = "2014-06-19",
            ToPeriod = "2014-06-20",
        };
        var (byId, byNumber) = (PageCursor.Write("id", $"{Sample.Id(1)}"), PageCursor.Write("number", "requirement", "2014-06-19", "1"));
        await SessionAsync("subjects by id", session => session.QueryAsync(all with { After = byId }, Cancel));
        await SessionAsync("subjects by number", session => session.QueryAsync(new SubjectQuery { Order = SubjectOrder.Number, After = byNumber }, Cancel));
        await SessionAsync("subjects a reader may know", session => session.QueryAsync(new SubjectQuery { Reader = Reader(Enum.GetValues<AccessTest>()) }, Cancel));
        await StoreAsync("subjects that are due", store => store.FindDueAsync(Sample.Noon, new DueSubject(Sample.Tenant, Sample.Id(1), Sample.Noon), 10, Cancel));
    }

    private async Task ObligationsAsync()
    {
        var all = new ObligationQuery
        {
            DueFrom = Sample.Noon,
            DueBefore = Sample.Noon,
            Kind = Requirement,
            Subject = Sample.Id(1),
            Rule = "RF-33",
            Responsible = new Role("Collector"),
            Department = "研发部",
            Reader = Reader(AccessTest.Participant),
            After = PageCursor.Write("due", "0", $"{Sample.Id(1)}", "1"),
        };
        await SessionAsync("obligations", session => session.QueryAsync(all, Cancel));
        await SessionAsync("obligations of a person", session => session.QueryAsync(new ObligationQuery { Assignee = Zhang }, Cancel));
    }

    private async Task NumbersAsync()
    {
        await SessionAsync("the ledger", session => session.QueryAsync(
            new NumberQuery(Sample.Scope) { Reader = Reader(AccessTest.Participant), After = PageCursor.Write("serial", "1") }, Cancel));
        await SessionAsync("the first serial of a scope", session => session.TakeSerialAsync(Sample.Serial(1), Cancel));
        await SessionAsync("a serial that may leave a gap", session => session.TakeSerialAsync(Sample.Serial(1, NumberingMode.GapsAllowed), Cancel));
        await SessionAsync("a void serial", async session =>
        {
            await session.VoidAsync(Sample.Scope, 1, "误登记", Cancel);
            return true;
        });
    }

    /// <summary>The commit finds no row where it moves the counter, and so looks for what it has collided with.</summary>
    private async Task CommitsAsync()
    {
        await SessionAsync("a commit that collides", async session =>
        {
            var serial = await session.TakeSerialAsync(Sample.Serial(1), Cancel);
            var commit = session.CommitAsync([Sample.Born(1, serial, new Claim("client", "甲"))], Cancel);
            return await Assert.ThrowsAsync<ConcurrencyConflictException>(() => commit);
        });
        await StoreAsync("an import", store => store.ImportAsync(Sample.Tenant, [Sample.Born(1, 1, new Claim("client", "甲")).After], Cancel));
    }

    private async Task OutboxAsync()
    {
        await StoreAsync("a lease", store => store.Outbox.LeaseAsync("host", Sample.Noon, Sample.Noon, 10, Cancel));
        await DoAsync("a delivered notice", store => store.Outbox.DeliveredAsync(Message, Cancel));
        await DoAsync("a failed notice", store => store.Outbox.FailedAsync(Message, "no answer", Sample.Noon, Cancel));
        await StoreAsync("notices set aside", store => store.Outbox.SetAsideAsync(Sample.Tenant, 10, Cancel));
        await StoreAsync("a notice put back", store => store.Outbox.RequeueAsync(Message, Sample.Noon, Cancel));
    }

    private async Task LogsAsync()
    {
        var decision = new LoggedDecision(Zhang, AccessAction.Read, true, "CL-12", "access.read", ConfidentialityLevel.Secret, Sample.Noon);
        var first = AccessLog.Append(Sample.Tenant, Sample.Id(1), AccessLog.Empty(Sample.Tenant, Sample.Id(1)), decision);
        foreach (var entry in new[] { first, AccessLog.Append(Sample.Tenant, Sample.Id(1), first.Head, decision) })
            await DoAsync($"entry {entry.Sequence} of an access log", store => store.AccessLogs.AppendAsync(entry, Cancel));
        await StoreAsync("the head of an access log", store => store.AccessLogs.FindHeadAsync(Sample.Tenant, Sample.Id(1), Cancel));
        await StoreAsync("an access log", store => store.AccessLogs.ReadAsync(Sample.Tenant, Sample.Id(1), 0, 10, Cancel));
    }

    private static ReaderFilter Reader(params AccessTest[] tests)
    {
        var office = new Office(Zhang, Rank.DepartmentHead, "研发部");
        ImmutableArray<AccessClause> clauses =
        [
            .. tests.Select(test => new AccessClause(test, [ConfidentialityLevel.Secret])
            {
                AfterTerm = true,
                Unmarked = true,
                OnlyAwaiting = test == AccessTest.Drafter,
                Granters = new([new PersonId("li")], true, [office]),
            }),
        ];
        return new() { Person = Zhang, Now = Sample.Noon, Offices = [office], Kinds = [new(Requirement, clauses)] };
    }

    private Task DoAsync(string what, Func<EfCoreTrackingStore<ClientTrackingDbContext>, Task> work) => StoreAsync(what, async store =>
    {
        await work(store);
        return true;
    });

    private Task SessionAsync<T>(string what, Func<ITrackingSession, Task<T>> work) => StoreAsync(what, async store =>
    {
        await using var session = store.OpenSession(Sample.Tenant);
        return await work(session);
    });

    private async Task StoreAsync<T>(string what, Func<EfCoreTrackingStore<ClientTrackingDbContext>, Task<T>> work)
    {
        await using var connection = new RecordingConnection(Answer);
        await using var context = new ClientTrackingDbContext(new DbContextOptionsBuilder<ClientTrackingDbContext>().UseSqlServer(connection).Options);
        await work(new(context));
        _script.Append("-- ").Append(what).Append('\n');
        foreach (var (text, _) in connection.Sent) _script.Append(text.ReplaceLineEndings("\n").TrimEnd()).Append("\nGO\n\n");
    }

    /// <summary>There is no counter before the first serial; then it stands at 0. One notice waits. Otherwise everything is empty.</summary>
    private object[]? Answer(string statement)
    {
        if (statement.StartsWith("INSERT INTO [client_tracking_counters]", StringComparison.Ordinal)) _hasCounter = true;
        if (statement.StartsWith("SELECT TOP(2) [c].[last]", StringComparison.Ordinal)) return [0L];
        if (statement.StartsWith("SELECT TOP(@p) [c].[position]", StringComparison.Ordinal)) return [1L];
        if (statement.StartsWith("SELECT CASE", StringComparison.Ordinal)) return [false];
        return statement.Contains("SET [c].[last]", StringComparison.Ordinal) && !_hasCounter ? [0] : null;
    }
}
