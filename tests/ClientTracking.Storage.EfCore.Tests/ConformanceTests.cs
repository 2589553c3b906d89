using System.Reflection;
using ClientTracking.Storage.Conformance;

namespace ClientTracking.Storage.EfCore.Tests;

public sealed class EnrolmentTests
{
    [Fact]
    public void Every_suite_runs_on_every_database() => Assert.Empty(Enrolment.MissingIn(Assembly.GetExecutingAssembly()));
}
