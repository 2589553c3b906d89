using System.Reflection;
using ClientTracking.Storage.Conformance;
using ClientTracking.Storage.Conformance.Suites;

namespace ClientTracking.Storage.EfCore.Tests;

public sealed class EnrolmentTests
{
    [Fact]
    public void Every_suite_runs_on_every_database() => Assert.Empty(Enrolment.MissingIn(Assembly.GetExecutingAssembly()));
}

public sealed class SqliteClaimConformance(SqliteFixture fixture) : ClaimConformance<SqliteFixture>(fixture);

public sealed class PostgresClaimConformance(PostgresFixture fixture) : ClaimConformance<PostgresFixture>(fixture);

public sealed class SqliteCommandIdConformance(SqliteFixture fixture) : CommandIdConformance<SqliteFixture>(fixture);

public sealed class PostgresCommandIdConformance(PostgresFixture fixture) : CommandIdConformance<PostgresFixture>(fixture);

public sealed class SqliteFailureConformance(SqliteFixture fixture) : FailureConformance<SqliteFixture>(fixture);

public sealed class PostgresFailureConformance(PostgresFixture fixture) : FailureConformance<PostgresFixture>(fixture);

public sealed class SqliteGapFreeConformance(SqliteFixture fixture) : GapFreeConformance<SqliteFixture>(fixture);

public sealed class SqliteNumberedCommitConformance(SqliteFixture fixture) : NumberedCommitConformance<SqliteFixture>(fixture);

public sealed class PostgresGapFreeConformance(PostgresFixture fixture) : GapFreeConformance<PostgresFixture>(fixture);

public sealed class PostgresNumberedCommitConformance(PostgresFixture fixture) : NumberedCommitConformance<PostgresFixture>(fixture);

public sealed class SqliteGapsAllowedConformance(SqliteFixture fixture) : GapsAllowedConformance<SqliteFixture>(fixture);

public sealed class PostgresGapsAllowedConformance(PostgresFixture fixture) : GapsAllowedConformance<PostgresFixture>(fixture);

public sealed class SqliteNumberLedgerConformance(SqliteFixture fixture) : NumberLedgerConformance<SqliteFixture>(fixture);

public sealed class PostgresNumberLedgerConformance(PostgresFixture fixture) : NumberLedgerConformance<PostgresFixture>(fixture);

public sealed class SqliteObligationQueryConformance(SqliteFixture fixture) : ObligationQueryConformance<SqliteFixture>(fixture);

public sealed class PostgresObligationQueryConformance(PostgresFixture fixture) : ObligationQueryConformance<PostgresFixture>(fixture);

public sealed class SqliteOutboxConformance(SqliteFixture fixture) : OutboxConformance<SqliteFixture>(fixture);

public sealed class PostgresOutboxConformance(PostgresFixture fixture) : OutboxConformance<PostgresFixture>(fixture);

public sealed class SqliteRoundTripConformance(SqliteFixture fixture) : RoundTripConformance<SqliteFixture>(fixture);

public sealed class PostgresRoundTripConformance(PostgresFixture fixture) : RoundTripConformance<PostgresFixture>(fixture);

public sealed class SqliteSeveralSubjectsConformance(SqliteFixture fixture) : SeveralSubjectsConformance<SqliteFixture>(fixture);

public sealed class PostgresSeveralSubjectsConformance(PostgresFixture fixture) : SeveralSubjectsConformance<PostgresFixture>(fixture);

public sealed class SqliteSubjectConformance(SqliteFixture fixture) : SubjectConformance<SqliteFixture>(fixture);

public sealed class PostgresSubjectConformance(PostgresFixture fixture) : SubjectConformance<PostgresFixture>(fixture);

public sealed class SqliteSubjectFilterConformance(SqliteFixture fixture) : SubjectFilterConformance<SqliteFixture>(fixture);

public sealed class PostgresSubjectFilterConformance(PostgresFixture fixture) : SubjectFilterConformance<PostgresFixture>(fixture);

public sealed class SqliteSubjectPagingConformance(SqliteFixture fixture) : SubjectPagingConformance<SqliteFixture>(fixture);

public sealed class PostgresSubjectPagingConformance(PostgresFixture fixture) : SubjectPagingConformance<PostgresFixture>(fixture);

public sealed class SqliteTenancyConformance(SqliteFixture fixture) : TenancyConformance<SqliteFixture>(fixture);

public sealed class PostgresTenancyConformance(PostgresFixture fixture) : TenancyConformance<PostgresFixture>(fixture);

public sealed class SqliteTrackerConformance(SqliteFixture fixture) : TrackerConformance<SqliteFixture>(fixture);

public sealed class SqliteStatementConformance(SqliteFixture fixture) : StatementConformance<SqliteFixture>(fixture);

public sealed class PostgresTrackerConformance(PostgresFixture fixture) : TrackerConformance<PostgresFixture>(fixture);

public sealed class PostgresStatementConformance(PostgresFixture fixture) : StatementConformance<PostgresFixture>(fixture);

public sealed class SqliteVersionConformance(SqliteFixture fixture) : VersionConformance<SqliteFixture>(fixture);

public sealed class PostgresVersionConformance(PostgresFixture fixture) : VersionConformance<PostgresFixture>(fixture);

public sealed class SqliteDueConformance(SqliteFixture fixture) : DueConformance<SqliteFixture>(fixture);

public sealed class SqliteFollowUps(SqliteFixture fixture) : FollowUpConformance<SqliteFixture>(fixture);

public sealed class PostgresFollowUps(PostgresFixture fixture) : FollowUpConformance<PostgresFixture>(fixture);

public sealed class PostgresDueConformance(PostgresFixture fixture) : DueConformance<PostgresFixture>(fixture);

public sealed class SqliteImportConformance(SqliteFixture fixture) : ImportConformance<SqliteFixture>(fixture);

public sealed class PostgresImportConformance(PostgresFixture fixture) : ImportConformance<PostgresFixture>(fixture);

public sealed class SqliteReaderFilterConformance(SqliteFixture fixture) : ReaderFilterConformance<SqliteFixture>(fixture);

public sealed class PostgresReaderFilterConformance(PostgresFixture fixture) : ReaderFilterConformance<PostgresFixture>(fixture);

public sealed class SqliteRedactionConformance(SqliteFixture fixture) : RedactionConformance<SqliteFixture>(fixture);

public sealed class PostgresRedactionConformance(PostgresFixture fixture) : RedactionConformance<PostgresFixture>(fixture);

public sealed class SqliteSearchTextConformance(SqliteFixture fixture) : SearchTextConformance<SqliteFixture>(fixture);

public sealed class PostgresSearchTextConformance(PostgresFixture fixture) : SearchTextConformance<PostgresFixture>(fixture);

public sealed class SqliteAccessLogConformance(SqliteFixture fixture) : AccessLogConformance<SqliteFixture>(fixture);

public sealed class PostgresAccessLogConformance(PostgresFixture fixture) : AccessLogConformance<PostgresFixture>(fixture);

public sealed class SqliteSettlementConformance(SqliteFixture fixture) : SettlementConformance<SqliteFixture>(fixture);

public sealed class PostgresSettlementConformance(PostgresFixture fixture) : SettlementConformance<PostgresFixture>(fixture);

public sealed class SqliteProtectionConformance(SqliteFixture fixture) : ProtectionConformance<SqliteFixture>(fixture);

public sealed class PostgresProtectionConformance(PostgresFixture fixture) : ProtectionConformance<PostgresFixture>(fixture);

public sealed class SqlitePersons(SqliteFixture fixture) : PersonConformance<SqliteFixture>(fixture);

public sealed class PostgresPersons(PostgresFixture fixture) : PersonConformance<PostgresFixture>(fixture);
