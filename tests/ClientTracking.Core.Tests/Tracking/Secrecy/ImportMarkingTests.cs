using ClientTracking.Confidentiality;
using ClientTracking.Storage;
using ClientTracking.Tracking;
using ClientTracking.Tracking.Import;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static ClientTracking.Core.Tests.Deadlines.Clock;

namespace ClientTracking.Core.Tests.Tracking.Secrecy;

/// <summary>What is taken over from another system comes under the regulation like what is made here.</summary>
public sealed class ImportMarkingTests
{
    private static readonly SubjectId Id = new(new Guid(1, 0, 0, new byte[8]));

    [Fact]
    public async Task CL_03_What_is_imported_has_the_default_level_of_its_kind_from_the_day_it_was_made()
    {
        await using var host = OfficeHost.Create();
        Assert.Equal(ImportResult.Stored, (await ImportAsync(host, History)).Result);
        host.As("stranger");
        Assert.Null(await host.Ask(new GetSubject<Dossier>(Id)));
        host.As("concerned");
        Assert.NotNull(await host.Ask(new GetSubject<Dossier>(Id)));
        var record = await host.Stored(Id);
        Assert.Equal(("drafter", "design", At("2014-06-16 09:00")), (record.Secrecy!.Drafter.Value, record.Secrecy.Department, record.Secrecy.Marking.At));
        Assert.Equal(ConfidentialityLevel.Confidential, record.Secrecy.Marking.Level); // client files, CL-02
    }

    [Fact]
    public async Task CL_03_It_keeps_the_higher_level_the_other_system_gave_it()
    {
        await using var host = OfficeHost.Create();
        await ImportAsync(host, History with { Marking = new(DossierKind.Instance.Kind) { Level = ConfidentialityLevel.TopSecret } });
        Assert.Equal(ConfidentialityLevel.TopSecret, (await host.Stored(Id)).Secrecy!.Marking.Level);
    }

    [Fact]
    public async Task CL_02_A_level_below_the_default_is_a_fault_of_the_row()
    {
        await using var host = OfficeHost.Create();
        var row = await ImportAsync(host, History with { Marking = new(DossierKind.Instance.Kind) { Level = ConfidentialityLevel.Public } });
        Assert.Equal((ImportResult.Refused, "marking", "secrecy.below-default"), (row.Result, row.Faults[0].Path, row.Faults[0].Code));
    }

    private static HistoricSubject<Dossier> History => new(Id,
        [new(new DossierOpened("clinic", [new PersonId("concerned")], new LocalDate(2014, 6, 16)), At("2014-06-16 09:00"), new PersonId("drafter")) { Number = "D-14061601" }])
    { Department = "design" };

    private static async Task<ImportedRow> ImportAsync(TestHost host, HistoricSubject<Dossier> history)
    {
        await using var scope = host.Get<IServiceScopeFactory>().CreateAsyncScope();
        await foreach (var row in scope.ServiceProvider.GetRequiredService<HistoryImporter>().ImportAsync(new[] { history }.ToAsyncEnumerable()))
            return row;
        throw new InvalidOperationException("No row.");
    }
}
