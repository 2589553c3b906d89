using System.Collections.Immutable;
using System.Globalization;
using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using ClientTracking.Storage.InMemory;
using ClientTracking.Tracking;
using ClientTracking.Tracking.Secrecy;

namespace ClientTracking.Core.Tests.Tracking.Secrecy;

/// <summary>CL-11: who asked for what on Secret and above is in the log, and the log does not lie unnoticed.</summary>
public sealed class LoggingTests
{
    private static readonly LogKey Key = new("2026", Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());

    [Fact]
    public async Task CL_11_Granted_and_refused_decisions_are_logged_with_who_what_when_and_why()
    {
        await using var host = OfficeHost.Create();
        var (secret, _) = await ReadPathTests.SecretAsync(host);
        await host.As("manager").Ask(new GetSubject<Dossier>(secret));
        await host.As("stranger").Ask(new GetSubject<Dossier>(secret));
        await Assert.ThrowsAsync<InvalidRequestException>(() => host.Send(new GrantAccess(secret, new("stranger"), new(2026, 3, 20))));
        await host.As("manager").Ask(new FindSubjects<Dossier>(new()));

        Assert.Equal(
            [
                ("manager", AccessAction.Read, true, "access.open.manager-in-charge"),
                ("stranger", AccessAction.Read, false, "access.closed.not-concerned"),
                ("stranger", AccessAction.Grant, false, "access.refused"),
                ("manager", AccessAction.Read, true, "access.open.manager-in-charge"),
            ],
            (await EntriesAsync(host, secret)).Select(entry => (entry.Decision.Person.Value, entry.Decision.Action, entry.Decision.IsAllowed, entry.Decision.Code)));
        Assert.All(await EntriesAsync(host, secret), entry => Assert.Equal((ConfidentialityLevel.Secret, host.Clock.GetCurrentInstant()), (entry.Decision.Level!.Value, entry.Decision.At)));
    }

    [Fact]
    public async Task CL_11_Below_Secret_nothing_is_logged()
    {
        await using var host = OfficeHost.Create();
        var id = await host.As("drafter").Send(new OpenDossier("clinic", new PersonId("concerned")));
        await host.As("concerned").Ask(new GetSubject<Dossier>(id));
        Assert.Empty(await EntriesAsync(host, id));
    }

    [Fact]
    public async Task What_cannot_be_logged_is_not_handed_out()
    {
        await using var host = OfficeHost.Create(tracking => tracking.AnchorAccessLogs<BrokenAnchor>());
        var (secret, _) = await ReadPathTests.SecretAsync(host);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => host.As("manager").Ask(new GetSubject<Dossier>(secret)));
    }

    /// <summary>Each way of tampering with what is stored, and what the check says of it.</summary>
    [Theory]
    [InlineData("none", null)]
    [InlineData("change", LogFindingKind.Changed)]
    [InlineData("delete", LogFindingKind.Missing)]
    [InlineData("insert", LogFindingKind.Inserted)]
    [InlineData("cut", LogFindingKind.CutTail)]
    [InlineData("recompute", LogFindingKind.Unsigned)]
    public async Task CL_11_Verify_finds_what_somebody_did_to_the_log(string how, LogFindingKind? found)
    {
        await using var host = OfficeHost.Create(tracking => tracking.SignAccessLogs(Key));
        var (secret, _) = await ReadPathTests.SecretAsync(host);
        foreach (var person in new[] { "stranger", "manager", "president" }) await host.As(person).Ask(new GetSubject<Dossier>(secret));

        var logs = ((InMemoryTrackingStore)host.Store).Logs;
        var key = (TestHost.Tenant, secret);
        var (head, entries) = logs.Logs[key];
        logs.Logs = logs.Logs.SetItem(key, how switch
        {
            "change" => (head, entries.SetItem(0, entries[0] with { Decision = entries[0].Decision with { IsAllowed = true } })),
            "delete" => (head, entries.RemoveAt(0)),
            "insert" => (head, entries.Add(AccessLog.Append(TestHost.Tenant, secret, entries[^1].Head, entries[0].Decision))),
            "cut" => (head, entries.RemoveAt(2)),
            "recompute" => Recomputed(secret, entries),
            _ => (head, entries),
        });

        var verified = await host.Use<AccessLogAudit, LogVerification>(audit => audit.VerifyAsync(TestHost.Tenant, secret, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(found is null, verified.IsIntact);
        if (found is { } kind) Assert.Contains(kind, verified.Findings.Select(finding => finding.Kind));
        else Assert.Equal(LogProof.Chain | LogProof.Complete | LogProof.Signed, verified.Proofs);
        Assert.NotEmpty(verified.Describe(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task CL_11_Readers_at_once_leave_one_chain()
    {
        await using var host = OfficeHost.Create();
        var (secret, _) = await ReadPathTests.SecretAsync(host);
        host.As("manager");
        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => host.Ask(new GetSubject<Dossier>(secret)))));
        var verified = await host.Use<AccessLogAudit, LogVerification>(audit => audit.VerifyAsync(TestHost.Tenant, secret, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal((32L, true), (verified.Count, verified.IsIntact));
    }

    private static (LogHead, ImmutableList<AccessEntry>) Recomputed(SubjectId subject, ImmutableList<AccessEntry> entries)
    {
        var (head, made) = (AccessLog.Empty(TestHost.Tenant, subject), ImmutableList<AccessEntry>.Empty);
        foreach (var entry in entries)
        {
            made = made.Add(AccessLog.Append(TestHost.Tenant, subject, head, entry.Decision with { IsAllowed = true }));
            head = made[^1].Head;
        }
        return (head, made);
    }

    private static Task<List<AccessEntry>> EntriesAsync(TestHost host, SubjectId subject) => host.Use<AccessLogAudit, List<AccessEntry>>(async audit =>
    {
        var entries = new List<AccessEntry>();
        await foreach (var entry in audit.ReadAsync(TestHost.Tenant, subject, TestContext.Current.CancellationToken)) entries.Add(entry);
        return entries;
    });

    private sealed class BrokenAnchor : IAccessLogAnchor
    {
        public ValueTask AnchorAsync(TenantId tenant, SubjectId subject, LogHead head, CancellationToken cancellationToken) =>
            throw new StorageUnavailableException(new IOException("the anchor is away"));
    }
}
