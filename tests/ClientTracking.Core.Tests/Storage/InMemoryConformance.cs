using ClientTracking.Storage.Conformance;
using ClientTracking.Storage.Conformance.Suites;

namespace ClientTracking.Core.Tests.Storage;

public sealed class InMemoryEnrolment
{
    [Fact]
    public void Every_suite_runs_on_the_in_memory_store() => Assert.Empty(Enrolment.MissingIn(typeof(InMemoryEnrolment).Assembly));

    [Fact]
    public void A_project_without_a_fixture_has_forgotten_every_suite()
    {
        var missing = Enrolment.MissingIn(typeof(Enrolment).Assembly);

        Assert.Contains("ClaimConformance for any fixture", missing);
        Assert.Contains("GapFreeConformance for any fixture", missing);
    }
}

public sealed class InMemorySubjects(InMemoryFixture fixture) : SubjectConformance<InMemoryFixture>(fixture);

public sealed class InMemoryVersions(InMemoryFixture fixture) : VersionConformance<InMemoryFixture>(fixture);

public sealed class InMemorySeveralSubjects(InMemoryFixture fixture) : SeveralSubjectsConformance<InMemoryFixture>(fixture);

public sealed class InMemoryCommandIds(InMemoryFixture fixture) : CommandIdConformance<InMemoryFixture>(fixture);

public sealed class InMemoryClaims(InMemoryFixture fixture) : ClaimConformance<InMemoryFixture>(fixture);

public sealed class InMemoryGapFree(InMemoryFixture fixture) : GapFreeConformance<InMemoryFixture>(fixture);

public sealed class InMemoryNumberedCommit(InMemoryFixture fixture) : NumberedCommitConformance<InMemoryFixture>(fixture);

public sealed class InMemoryGapsAllowed(InMemoryFixture fixture) : GapsAllowedConformance<InMemoryFixture>(fixture);

public sealed class InMemoryNumberLedger(InMemoryFixture fixture) : NumberLedgerConformance<InMemoryFixture>(fixture);

public sealed class InMemoryRoundTrips(InMemoryFixture fixture) : RoundTripConformance<InMemoryFixture>(fixture);

public sealed class InMemoryTenancy(InMemoryFixture fixture) : TenancyConformance<InMemoryFixture>(fixture);

public sealed class InMemorySubjectFilters(InMemoryFixture fixture) : SubjectFilterConformance<InMemoryFixture>(fixture);

public sealed class InMemorySubjectPaging(InMemoryFixture fixture) : SubjectPagingConformance<InMemoryFixture>(fixture);

public sealed class InMemoryObligationQueries(InMemoryFixture fixture) : ObligationQueryConformance<InMemoryFixture>(fixture);

public sealed class InMemoryOutboxes(InMemoryFixture fixture) : OutboxConformance<InMemoryFixture>(fixture);

public sealed class InMemoryFailures(InMemoryFixture fixture) : FailureConformance<InMemoryFixture>(fixture);

public sealed class InMemoryTracker(InMemoryFixture fixture) : TrackerConformance<InMemoryFixture>(fixture);

public sealed class InMemoryStatements(InMemoryFixture fixture) : StatementConformance<InMemoryFixture>(fixture);

public sealed class InMemoryDue(InMemoryFixture fixture) : DueConformance<InMemoryFixture>(fixture);

public sealed class InMemoryFollowUps(InMemoryFixture fixture) : FollowUpConformance<InMemoryFixture>(fixture);

public sealed class InMemoryImport(InMemoryFixture fixture) : ImportConformance<InMemoryFixture>(fixture);

public sealed class InMemoryReaderFilter(InMemoryFixture fixture) : ReaderFilterConformance<InMemoryFixture>(fixture);

public sealed class InMemoryRedaction(InMemoryFixture fixture) : RedactionConformance<InMemoryFixture>(fixture);

public sealed class InMemorySearchText(InMemoryFixture fixture) : SearchTextConformance<InMemoryFixture>(fixture);

public sealed class InMemoryAccessLog(InMemoryFixture fixture) : AccessLogConformance<InMemoryFixture>(fixture);

public sealed class InMemorySettlement(InMemoryFixture fixture) : SettlementConformance<InMemoryFixture>(fixture);

public sealed class InMemoryProtection(InMemoryFixture fixture) : ProtectionConformance<InMemoryFixture>(fixture);

public sealed class InMemoryPersons(InMemoryFixture fixture) : PersonConformance<InMemoryFixture>(fixture);
