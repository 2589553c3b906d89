using ClientTracking.Storage.Conformance;
using ClientTracking.Storage.Conformance.Suites;

namespace ClientTracking.Core.Tests.Storage;

public sealed class InMemoryEnrolment
{
    [Fact]
    public void Every_suite_runs_on_the_in_memory_store() => Assert.Empty(Enrolment.MissingIn(typeof(InMemoryEnrolment).Assembly));
}

public sealed class InMemorySubjects(InMemoryFixture fixture) : SubjectConformance<InMemoryFixture>(fixture);

public sealed class InMemoryVersions(InMemoryFixture fixture) : VersionConformance<InMemoryFixture>(fixture);

public sealed class InMemorySeveralSubjects(InMemoryFixture fixture) : SeveralSubjectsConformance<InMemoryFixture>(fixture);

public sealed class InMemoryCommandIds(InMemoryFixture fixture) : CommandIdConformance<InMemoryFixture>(fixture);

public sealed class InMemoryClaims(InMemoryFixture fixture) : ClaimConformance<InMemoryFixture>(fixture);
