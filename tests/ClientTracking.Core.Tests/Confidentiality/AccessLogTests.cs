using System.Collections.Immutable;
using System.Globalization;
using ClientTracking.Confidentiality;
using NodaTime;

namespace ClientTracking.Core.Tests.Confidentiality;

/// <summary>The access log finds every change, and says what it proves: CL-11.</summary>
public sealed class AccessLogTests
{
    private static readonly TenantId Tenant = new("acme");
    private static readonly SubjectId Subject = new(new Guid("0194fdc2-fa2f-7cc0-81d3-ff12045b73c8"));
    private static readonly LogKey Key = new("2026", Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());
    private static readonly LogKey OtherKey = new("2026", Enumerable.Range(1, 32).Select(i => (byte)i).ToArray());

    [Theory, Trait("rule", "CL-11")]
    [InlineData(ConfidentialityLevel.TopSecret, true)]
    [InlineData(ConfidentialityLevel.Secret, true)]
    [InlineData(ConfidentialityLevel.Confidential, false)]
    [InlineData(ConfidentialityLevel.Internal, false)]
    public void CL_11_decisions_on_secret_and_above_are_logged(ConfidentialityLevel level, bool logged)
    {
        Assert.Equal(logged, Company.Policy.IsLogged(new(Company.Contract) { Level = level }, Company.Now));
        Assert.False(Company.Policy.IsLogged(new(Company.Contract) { Level = level, DeclassifiesAt = Company.Now }, Company.Now));
    }

    [Fact, Trait("rule", "CL-11")]
    public void CL_11_an_entry_says_who_what_when_and_why()
    {
        var record = new AccessFields(Company.Contract) { Level = ConfidentialityLevel.Secret };
        var decision = Company.Policy.Decide(Company.Who("stranger"), record, AccessAction.Read, Company.Now);
        Assert.Equal(
            new(Company.Person("stranger"), AccessAction.Read, false, "CL-04", "access.closed.not-concerned", ConfidentialityLevel.Secret, Company.Now),
            LoggedDecision.Of(decision, Company.Who("stranger"), record, Company.Now));
    }

    [Fact, Trait("rule", "CL-11")]
    public void CL_11_an_untouched_log_proves_as_much_as_the_evidence_allows()
    {
        var log = Write(5);
        Assert.Equal(LogProof.Chain, Verify(log, new()).Proofs);
        Assert.Equal(LogProof.Chain | LogProof.Complete, Verify(log, new() { Head = log[^1].Head }).Proofs);
        var all = Verify(log, new() { Head = log[^1].Head, Anchors = [log[2].Head], Keys = [Key] });
        Assert.Equal((5L, true, LogProof.Chain | LogProof.Complete | LogProof.Anchored | LogProof.Signed), (all.Count, all.IsIntact, all.Proofs));
        Assert.Equal(4, all.Describe(CultureInfo.InvariantCulture).Split('\n').Length);
        Assert.True(Verify([], new() { Head = AccessLog.Empty(Tenant, Subject) }).IsIntact);
    }

    [Fact, Trait("rule", "CL-11")]
    public void CL_11_every_changed_part_of_every_entry_is_found()
    {
        var log = Write(3);
        Func<AccessEntry, AccessEntry>[] changes =
        [
            entry => entry with { Decision = entry.Decision with { Person = new("someone-else") } },
            entry => entry with { Decision = entry.Decision with { Action = AccessAction.Find } },
            entry => entry with { Decision = entry.Decision with { IsAllowed = !entry.Decision.IsAllowed } },
            entry => entry with { Decision = entry.Decision with { Rule = "CL-99" } },
            entry => entry with { Decision = entry.Decision with { Code = "other" } },
            entry => entry with { Decision = entry.Decision with { Level = null } },
            entry => entry with { Decision = entry.Decision with { At = entry.Decision.At + Duration.FromMilliseconds(1) } },
            entry => entry with { Previous = new(new string('0', 64)) },
            entry => entry with { KeyId = null },
            entry => entry with { Digest = new(new string('0', 64)) },
        ];
        for (var i = 0; i < log.Length; i++)
            foreach (var change in changes)
                Assert.Contains(new LogFinding(i + 1, LogFindingKind.Changed), Verify(log.SetItem(i, change(log[i])), new()).Findings);
    }

    [Fact, Trait("rule", "CL-11")]
    public void CL_11_a_removed_entry_is_found()
    {
        var log = Write(4);
        Assert.Equal([new(2, LogFindingKind.Missing)], Verify(log.RemoveAt(1), new()).Findings);
        Assert.Equal([new(1, LogFindingKind.Missing)], Verify(log.RemoveAt(0), new()).Findings);
    }

    [Fact, Trait("rule", "CL-11")]
    public void CL_11_an_entry_put_in_is_found_renumbered_or_not()
    {
        var log = Write(3);
        var foreign = AccessLog.Append(Tenant, Subject, log[0].Head, Decided("intruder"), null);
        Assert.Contains(new(2, LogFindingKind.Inserted), Verify(log.Insert(2, foreign), new()).Findings);
        ImmutableArray<AccessEntry> renumbered = [log[0], foreign, log[1] with { Sequence = 3 }, log[2] with { Sequence = 4 }];
        Assert.Equal(
            [new(3, LogFindingKind.Changed), new(3, LogFindingKind.Unlinked), new(4, LogFindingKind.Changed)],
            Verify(renumbered, new()).Findings);
        var late = AccessLog.Append(Tenant, Subject, log[2].Head, Decided("late"), Key);
        Assert.Equal([new(4, LogFindingKind.Inserted)], Verify(log.Add(late), new() { Head = log[2].Head }).Findings);
    }

    [Fact, Trait("rule", "CL-11")]
    public void CL_11_swapped_entries_and_entries_of_another_log_are_found()
    {
        var log = Write(3);
        Assert.NotEmpty(Verify([log[1], log[0], log[2]], new()).Findings);
        Assert.NotEmpty(AccessLog.Verify(new("other"), Subject, log, new()).Findings);
        var other = new SubjectId(new Guid("0194fdc2-fa2f-7cc0-81d3-ff12045b73c9"));
        Assert.Contains(new(1, LogFindingKind.Unlinked), AccessLog.Verify(Tenant, other, [.. log.Select(entry => entry with { Subject = other })], new()).Findings);
    }

    [Fact, Trait("rule", "CL-11")]
    public void CL_11_a_cut_tail_is_found_against_the_head_and_against_an_anchor_only()
    {
        var log = Write(4);
        var cut = log.RemoveRange(2, 2);
        Assert.True(Verify(cut, new()).IsIntact);
        Assert.False(Verify(cut, new()).Proofs.HasFlag(LogProof.Complete));
        Assert.Equal([new(3, LogFindingKind.CutTail)], Verify(cut, new() { Head = log[^1].Head }).Findings);
        Assert.Equal([new(3, LogFindingKind.CutTail)], Verify(cut, new() { Head = cut[^1].Head, Anchors = [log[3].Head] }).Findings);
        Assert.Equal([new(1, LogFindingKind.CutTail)], Verify([], new() { Head = log[^1].Head }).Findings);
    }

    [Fact, Trait("rule", "CL-11")]
    public void CL_11_a_recomputed_chain_is_found_against_an_anchored_head_or_by_its_signatures()
    {
        var log = Write(4);
        var forged = Forge(log, null);
        Assert.True(Verify(forged, new() { Head = forged[^1].Head }).IsIntact);
        Assert.Equal([new(4, LogFindingKind.Recomputed)], Verify(forged, new() { Head = log[^1].Head }).Findings);
        Assert.Equal([new(3, LogFindingKind.Recomputed)], Verify(forged, new() { Head = forged[^1].Head, Anchors = [log[2].Head] }).Findings);
        Assert.Equal([1, 2, 3, 4], Unsigned(forged));
        Assert.Equal([1, 2, 3, 4], Unsigned(Forge(log, OtherKey)));
        Assert.Equal([2, 3, 4], Unsigned([log[0], .. log.Skip(1).Select(entry => entry with { Mac = log[0].Mac })]));

        static IEnumerable<long> Unsigned(IEnumerable<AccessEntry> log) => Verify(log, new() { Keys = [Key] }).Findings
            .Where(finding => finding.Kind == LogFindingKind.Unsigned).Select(finding => finding.Sequence);
    }

    [Fact, Trait("rule", "CL-11")]
    public void CL_11_entries_from_before_the_host_gave_a_key_need_no_signature()
    {
        var first = AccessLog.Append(Tenant, Subject, AccessLog.Empty(Tenant, Subject), Decided("p0"));
        ImmutableArray<AccessEntry> log = [first, AccessLog.Append(Tenant, Subject, first.Head, Decided("p1"), Key)];
        Assert.True(Verify(log, new() { Keys = [Key], SignedFrom = 2 }).IsIntact);
        Assert.Equal([new(1, LogFindingKind.Unsigned)], Verify(log, new() { Keys = [Key] }).Findings);
    }

    [Fact, Trait("rule", "CL-11")]
    public void CL_11_texts_that_run_together_alike_do_not_digest_alike()
    {
        var head = AccessLog.Empty(Tenant, Subject);
        var one = AccessLog.Append(Tenant, Subject, head, Decided("p") with { Rule = "CL-1", Code = "1x" });
        var other = AccessLog.Append(Tenant, Subject, head, Decided("p") with { Rule = "CL-11", Code = "x" });
        Assert.NotEqual(one.Digest, other.Digest);
        Assert.NotEqual(AccessLog.Empty(new("ab"), Subject), AccessLog.Empty(new("a"), Subject));
    }

    [Fact, Trait("rule", "CL-11")]
    public void CL_11_the_bytes_of_version_1_never_change()
    {
        // A log written today must verify for as long as it is kept. Worked out apart from this code, from the written form of the bytes.
        var entry = AccessLog.Append(Tenant, Subject, AccessLog.Empty(Tenant, Subject), Decided("p0") with { At = Company.Now + Duration.FromTicks(9) }, Key);
        Assert.Equal("75ccdf0eafb8f88dbb285a2971633de88b917f1b6dc77e61fc95437ca0a20195", entry.Previous.Value);
        Assert.Equal("e4ea97475045632dae3c7410085ce18ae55256d1b021a09bf911048fa6344ce7", entry.Digest.Value);
        Assert.Equal("9b44794f3a6d825dfc59a76e2ff432c517d748b575bf53f6e4f7bc668907b170", entry.Mac!.Value.Value);
    }

    private static LogVerification Verify(IEnumerable<AccessEntry> entries, LogEvidence evidence) => AccessLog.Verify(Tenant, Subject, entries, evidence);

    private static LoggedDecision Decided(string person) =>
        new(new(person), AccessAction.Read, true, "CL-04", "access.open.leadership", ConfidentialityLevel.Secret, Company.Now);

    private static ImmutableArray<AccessEntry> Write(int count)
    {
        var log = ImmutableArray.CreateBuilder<AccessEntry>();
        var head = AccessLog.Empty(Tenant, Subject);
        for (var i = 0; i < count; i++)
        {
            log.Add(AccessLog.Append(Tenant, Subject, head, Decided($"p{i}"), Key));
            head = log[^1].Head;
        }

        return log.ToImmutable();
    }

    /// <summary>The same log with other people in it, computed anew by somebody with another key or none.</summary>
    private static ImmutableArray<AccessEntry> Forge(ImmutableArray<AccessEntry> log, LogKey? key)
    {
        var forged = ImmutableArray.CreateBuilder<AccessEntry>();
        var head = AccessLog.Empty(Tenant, Subject);
        foreach (var entry in log)
        {
            forged.Add(AccessLog.Append(Tenant, Subject, head, entry.Decision with { Person = new("innocent") }, key));
            head = forged[^1].Head;
        }

        return forged.ToImmutable();
    }
}
