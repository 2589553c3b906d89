using ClientTracking.Storage.Conformance;
using ClientTracking.Storage.Conformance.Suites;

namespace ClientTracking.Storage.Mongo.Tests;

public sealed class Enrolments
{
    [Fact]
    public void Every_suite_runs_on_MongoDB() => Assert.Empty(Enrolment.MissingIn(typeof(Enrolments).Assembly));
}

public sealed class ReplicaSetClaim(ReplicaSetFixture fixture) : ClaimConformance<ReplicaSetFixture>(fixture);

public sealed class StandaloneClaim(StandaloneFixture fixture) : ClaimConformance<StandaloneFixture>(fixture);

public sealed class ReplicaSetCommandId(ReplicaSetFixture fixture) : CommandIdConformance<ReplicaSetFixture>(fixture);

public sealed class StandaloneCommandId(StandaloneFixture fixture) : CommandIdConformance<StandaloneFixture>(fixture);

public sealed class ReplicaSetDue(ReplicaSetFixture fixture) : DueConformance<ReplicaSetFixture>(fixture);

public sealed class StandaloneDue(StandaloneFixture fixture) : DueConformance<StandaloneFixture>(fixture);

public sealed class ReplicaSetFailure(ReplicaSetFixture fixture) : FailureConformance<ReplicaSetFixture>(fixture);

public sealed class StandaloneFailure(StandaloneFixture fixture) : FailureConformance<StandaloneFixture>(fixture);

public sealed class ReplicaSetGapFree(ReplicaSetFixture fixture) : GapFreeConformance<ReplicaSetFixture>(fixture);

public sealed class ReplicaSetNumberedCommit(ReplicaSetFixture fixture) : NumberedCommitConformance<ReplicaSetFixture>(fixture);

public sealed class StandaloneGapFree(StandaloneFixture fixture) : GapFreeConformance<StandaloneFixture>(fixture);

public sealed class StandaloneNumberedCommit(StandaloneFixture fixture) : NumberedCommitConformance<StandaloneFixture>(fixture);

public sealed class ReplicaSetGapsAllowed(ReplicaSetFixture fixture) : GapsAllowedConformance<ReplicaSetFixture>(fixture);

public sealed class StandaloneGapsAllowed(StandaloneFixture fixture) : GapsAllowedConformance<StandaloneFixture>(fixture);

public sealed class ReplicaSetImport(ReplicaSetFixture fixture) : ImportConformance<ReplicaSetFixture>(fixture);

public sealed class StandaloneImport(StandaloneFixture fixture) : ImportConformance<StandaloneFixture>(fixture);

public sealed class ReplicaSetNumberLedger(ReplicaSetFixture fixture) : NumberLedgerConformance<ReplicaSetFixture>(fixture);

public sealed class StandaloneNumberLedger(StandaloneFixture fixture) : NumberLedgerConformance<StandaloneFixture>(fixture);

public sealed class ReplicaSetObligationQuery(ReplicaSetFixture fixture) : ObligationQueryConformance<ReplicaSetFixture>(fixture);

public sealed class StandaloneObligationQuery(StandaloneFixture fixture) : ObligationQueryConformance<StandaloneFixture>(fixture);

public sealed class ReplicaSetOutbox(ReplicaSetFixture fixture) : OutboxConformance<ReplicaSetFixture>(fixture);

public sealed class StandaloneOutbox(StandaloneFixture fixture) : OutboxConformance<StandaloneFixture>(fixture);

public sealed class ReplicaSetRoundTrip(ReplicaSetFixture fixture) : RoundTripConformance<ReplicaSetFixture>(fixture);

public sealed class StandaloneRoundTrip(StandaloneFixture fixture) : RoundTripConformance<StandaloneFixture>(fixture);

public sealed class ReplicaSetSeveralSubjects(ReplicaSetFixture fixture) : SeveralSubjectsConformance<ReplicaSetFixture>(fixture);

public sealed class StandaloneSeveralSubjects(StandaloneFixture fixture) : SeveralSubjectsConformance<StandaloneFixture>(fixture);

public sealed class ReplicaSetSubject(ReplicaSetFixture fixture) : SubjectConformance<ReplicaSetFixture>(fixture);

public sealed class StandaloneSubject(StandaloneFixture fixture) : SubjectConformance<StandaloneFixture>(fixture);

public sealed class ReplicaSetSubjectFilter(ReplicaSetFixture fixture) : SubjectFilterConformance<ReplicaSetFixture>(fixture);

public sealed class StandaloneSubjectFilter(StandaloneFixture fixture) : SubjectFilterConformance<StandaloneFixture>(fixture);

public sealed class ReplicaSetSubjectPaging(ReplicaSetFixture fixture) : SubjectPagingConformance<ReplicaSetFixture>(fixture);

public sealed class StandaloneSubjectPaging(StandaloneFixture fixture) : SubjectPagingConformance<StandaloneFixture>(fixture);

public sealed class ReplicaSetTenancy(ReplicaSetFixture fixture) : TenancyConformance<ReplicaSetFixture>(fixture);

public sealed class StandaloneTenancy(StandaloneFixture fixture) : TenancyConformance<StandaloneFixture>(fixture);

public sealed class ReplicaSetTracker(ReplicaSetFixture fixture) : TrackerConformance<ReplicaSetFixture>(fixture);

public sealed class ReplicaSetStatements(ReplicaSetFixture fixture) : StatementConformance<ReplicaSetFixture>(fixture);

public sealed class StandaloneTracker(StandaloneFixture fixture) : TrackerConformance<StandaloneFixture>(fixture);

public sealed class StandaloneStatements(StandaloneFixture fixture) : StatementConformance<StandaloneFixture>(fixture);

public sealed class ReplicaSetVersion(ReplicaSetFixture fixture) : VersionConformance<ReplicaSetFixture>(fixture);

public sealed class StandaloneVersion(StandaloneFixture fixture) : VersionConformance<StandaloneFixture>(fixture);

public sealed class ReplicaSetFollowUp(ReplicaSetFixture fixture) : FollowUpConformance<ReplicaSetFixture>(fixture);

public sealed class StandaloneFollowUp(StandaloneFixture fixture) : FollowUpConformance<StandaloneFixture>(fixture);

public sealed class ReplicaSetReaderFilter(ReplicaSetFixture fixture) : ReaderFilterConformance<ReplicaSetFixture>(fixture);

public sealed class StandaloneReaderFilter(StandaloneFixture fixture) : ReaderFilterConformance<StandaloneFixture>(fixture);

public sealed class ReplicaSetRedaction(ReplicaSetFixture fixture) : RedactionConformance<ReplicaSetFixture>(fixture);

public sealed class StandaloneRedaction(StandaloneFixture fixture) : RedactionConformance<StandaloneFixture>(fixture);

public sealed class ReplicaSetSearchText(ReplicaSetFixture fixture) : SearchTextConformance<ReplicaSetFixture>(fixture);

public sealed class StandaloneSearchText(StandaloneFixture fixture) : SearchTextConformance<StandaloneFixture>(fixture);

public sealed class ReplicaSetAccessLog(ReplicaSetFixture fixture) : AccessLogConformance<ReplicaSetFixture>(fixture);

public sealed class StandaloneAccessLog(StandaloneFixture fixture) : AccessLogConformance<StandaloneFixture>(fixture);

public sealed class ReplicaSetSettlement(ReplicaSetFixture fixture) : SettlementConformance<ReplicaSetFixture>(fixture);

public sealed class StandaloneSettlement(StandaloneFixture fixture) : SettlementConformance<StandaloneFixture>(fixture);

public sealed class ReplicaSetProtection(ReplicaSetFixture fixture) : ProtectionConformance<ReplicaSetFixture>(fixture);

public sealed class StandaloneProtection(StandaloneFixture fixture) : ProtectionConformance<StandaloneFixture>(fixture);

public sealed class ReplicaSetPersons(ReplicaSetFixture fixture) : PersonConformance<ReplicaSetFixture>(fixture);

public sealed class StandalonePersons(StandaloneFixture fixture) : PersonConformance<StandaloneFixture>(fixture);
