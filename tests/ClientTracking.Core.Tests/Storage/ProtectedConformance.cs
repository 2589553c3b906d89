using ClientTracking.Storage.Conformance.Suites;

namespace ClientTracking.Core.Tests.Storage;

public sealed class ProtectedSubjects(ProtectedFixture fixture) : SubjectConformance<ProtectedFixture>(fixture);

public sealed class ProtectedVersions(ProtectedFixture fixture) : VersionConformance<ProtectedFixture>(fixture);

public sealed class ProtectedSeveralSubjects(ProtectedFixture fixture) : SeveralSubjectsConformance<ProtectedFixture>(fixture);

public sealed class ProtectedCommandIds(ProtectedFixture fixture) : CommandIdConformance<ProtectedFixture>(fixture);

public sealed class ProtectedClaims(ProtectedFixture fixture) : ClaimConformance<ProtectedFixture>(fixture);

public sealed class ProtectedGapFree(ProtectedFixture fixture) : GapFreeConformance<ProtectedFixture>(fixture);

public sealed class ProtectedNumberedCommit(ProtectedFixture fixture) : NumberedCommitConformance<ProtectedFixture>(fixture);

public sealed class ProtectedGapsAllowed(ProtectedFixture fixture) : GapsAllowedConformance<ProtectedFixture>(fixture);

public sealed class ProtectedNumberLedger(ProtectedFixture fixture) : NumberLedgerConformance<ProtectedFixture>(fixture);

public sealed class ProtectedRoundTrips(ProtectedFixture fixture) : RoundTripConformance<ProtectedFixture>(fixture);

public sealed class ProtectedTenancy(ProtectedFixture fixture) : TenancyConformance<ProtectedFixture>(fixture);

public sealed class ProtectedSubjectFilters(ProtectedFixture fixture) : SubjectFilterConformance<ProtectedFixture>(fixture);

public sealed class ProtectedSubjectPaging(ProtectedFixture fixture) : SubjectPagingConformance<ProtectedFixture>(fixture);

public sealed class ProtectedObligationQueries(ProtectedFixture fixture) : ObligationQueryConformance<ProtectedFixture>(fixture);

public sealed class ProtectedOutboxes(ProtectedFixture fixture) : OutboxConformance<ProtectedFixture>(fixture);

public sealed class ProtectedFailures(ProtectedFixture fixture) : FailureConformance<ProtectedFixture>(fixture);

public sealed class ProtectedTracker(ProtectedFixture fixture) : TrackerConformance<ProtectedFixture>(fixture);

public sealed class ProtectedStatements(ProtectedFixture fixture) : StatementConformance<ProtectedFixture>(fixture);

public sealed class ProtectedDue(ProtectedFixture fixture) : DueConformance<ProtectedFixture>(fixture);

public sealed class ProtectedFollowUps(ProtectedFixture fixture) : FollowUpConformance<ProtectedFixture>(fixture);

public sealed class ProtectedImport(ProtectedFixture fixture) : ImportConformance<ProtectedFixture>(fixture);

public sealed class ProtectedReaderFilter(ProtectedFixture fixture) : ReaderFilterConformance<ProtectedFixture>(fixture);

public sealed class ProtectedAccessLog(ProtectedFixture fixture) : AccessLogConformance<ProtectedFixture>(fixture);

public sealed class ProtectedSettlement(ProtectedFixture fixture) : SettlementConformance<ProtectedFixture>(fixture);

public sealed class ProtectedProtection(ProtectedFixture fixture) : ProtectionConformance<ProtectedFixture>(fixture);

public sealed class ProtectedPersons(ProtectedFixture fixture) : PersonConformance<ProtectedFixture>(fixture);

public sealed class ProtectedRedaction(ProtectedFixture fixture) : RedactionConformance<ProtectedFixture>(fixture);

public sealed class ProtectedSearchText(ProtectedFixture fixture) : SearchTextConformance<ProtectedFixture>(fixture);
