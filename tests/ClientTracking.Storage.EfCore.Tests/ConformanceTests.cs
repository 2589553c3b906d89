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

public sealed class SqliteCommandIdConformance(SqliteFixture fixture) : CommandIdConformance<SqliteFixture>(fixture);

public sealed class SqliteFailureConformance(SqliteFixture fixture) : FailureConformance<SqliteFixture>(fixture);

public sealed class SqliteGapFreeConformance(SqliteFixture fixture) : GapFreeConformance<SqliteFixture>(fixture);

public sealed class SqliteGapsAllowedConformance(SqliteFixture fixture) : GapsAllowedConformance<SqliteFixture>(fixture);

public sealed class SqliteNumberLedgerConformance(SqliteFixture fixture) : NumberLedgerConformance<SqliteFixture>(fixture);

public sealed class SqliteObligationQueryConformance(SqliteFixture fixture) : ObligationQueryConformance<SqliteFixture>(fixture);

public sealed class SqliteOutboxConformance(SqliteFixture fixture) : OutboxConformance<SqliteFixture>(fixture);

public sealed class SqliteRoundTripConformance(SqliteFixture fixture) : RoundTripConformance<SqliteFixture>(fixture);

public sealed class SqliteSeveralSubjectsConformance(SqliteFixture fixture) : SeveralSubjectsConformance<SqliteFixture>(fixture);

public sealed class SqliteSubjectConformance(SqliteFixture fixture) : SubjectConformance<SqliteFixture>(fixture);

public sealed class SqliteSubjectFilterConformance(SqliteFixture fixture) : SubjectFilterConformance<SqliteFixture>(fixture);

public sealed class SqliteSubjectPagingConformance(SqliteFixture fixture) : SubjectPagingConformance<SqliteFixture>(fixture);

public sealed class SqliteTenancyConformance(SqliteFixture fixture) : TenancyConformance<SqliteFixture>(fixture);

public sealed class SqliteTrackerConformance(SqliteFixture fixture) : TrackerConformance<SqliteFixture>(fixture);

public sealed class SqliteVersionConformance(SqliteFixture fixture) : VersionConformance<SqliteFixture>(fixture);

public sealed class SqliteDueConformance(SqliteFixture fixture) : DueConformance<SqliteFixture>(fixture);

public sealed class SqliteFollowUps(SqliteFixture fixture) : FollowUpConformance<SqliteFixture>(fixture);
