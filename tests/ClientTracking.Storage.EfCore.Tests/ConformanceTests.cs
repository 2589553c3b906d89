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

public sealed class SqliteSeveralSubjectsConformance(SqliteFixture fixture) : SeveralSubjectsConformance<SqliteFixture>(fixture);

public sealed class SqliteSubjectConformance(SqliteFixture fixture) : SubjectConformance<SqliteFixture>(fixture);

public sealed class SqliteVersionConformance(SqliteFixture fixture) : VersionConformance<SqliteFixture>(fixture);
