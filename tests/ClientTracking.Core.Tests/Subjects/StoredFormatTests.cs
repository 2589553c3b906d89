using System.Runtime.CompilerServices;
using ClientTracking.Core.Tests.Requirements;
using ClientTracking.Core.Tests.Tracking;
using ClientTracking.Requirements;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Core.Tests.Subjects;

/// <summary>What is stored today must be readable for ever: the committed file is what an earlier program wrote.</summary>
/// <remarks>
/// With CLIENTTRACKING_ACCEPT=1 the file in the sources is written anew. Do so only where the difference is an addition that older records lack;
/// whatever else differs needs a higher <see cref="KindDefinition.SchemaVersion"/>, an upcaster, and a second file beside the old one.
/// </remarks>
public sealed class StoredFormatTests
{
    private const string File = "requirement.v1.json";

    [Fact]
    public async Task A_requirement_is_stored_in_the_committed_form()
    {
        await using var host = new TestHost(id: new Guid("0194fdc2-fa2f-7cc0-81d3-ff12045b73c8"));
        var record = await host.Stored(await host.Delivered(new LocalDate(2014, 6, 20)));
        var json = RecordJson.Write(record);
        if (Environment.GetEnvironmentVariable("CLIENTTRACKING_ACCEPT") == "1") await System.IO.File.WriteAllTextAsync(Path.Combine(Source(), File), json + '\n', TestContext.Current.CancellationToken);
        Assert.Equal((await Committed()).TrimEnd(), json);
    }

    [Fact]
    public async Task The_committed_form_is_read_and_its_journal_rebuilds_it()
    {
        var record = RecordJson.ReadSubject(await Committed());
        Assert.Equal((await Committed()).TrimEnd(), RecordJson.Write(record));
        Assert.Equal(record.State, RequirementKind.Instance.Replay(record, record.Version).Record.State);
    }

    private static Task<string> Committed() => System.IO.File.ReadAllTextAsync(Path.Combine(Source(), File), TestContext.Current.CancellationToken);

    private static string Source([CallerFilePath] string caller = "") => Path.GetDirectoryName(caller)!;
}
