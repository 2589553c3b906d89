using ClientTracking.Storage;

namespace ClientTracking.Benchmarks.Storage;

/// <summary>Saving a new subject with six obligations, a number and a journal entry, against the same rows by prepared ADO.NET in one transaction.</summary>
internal static class SaveRun
{
    private const int Times = 500;

    internal static async Task RunAsync(Database database)
    {
        await using var context = database.CreateDbContext();
        var raw = new RawRecords(context);
        var (ours, theirs) = (Records.Scope("ours"), Records.Scope("raw"));
        long serial = 0;
        var (mine, bare) = await Figures.MedianAsync(
            5,
            async () =>
            {
                for (var i = 0; i < Times; i++)
                {
                    await using var session = database.Store.OpenSession(Records.Tenant);
                    await session.CommitAsync([new SubjectChange(null, Records.Born(ours, ++serial, 6), [])], default);
                }
            },
            async () =>
            {
                for (var i = 0; i < Times; i++)
                {
                    var rows = raw.With([Records.Born(theirs, ++serial, 6)]);
                    await using var connection = await database.OpenAsync();
                    await rows.InsertAsync(connection);
                }
            });
        Figures.Print(database.Name, "save a subject with six obligations", mine / bare, "≤ 2.5", Figures.Text($"{mine / Times * 1e6:0} µs, raw {bare / Times * 1e6:0} µs"));
    }
}
