using System.Globalization;
using ClientTracking.CrashHost;
using ClientTracking.Numbering;
using ClientTracking.Obligations;
using ClientTracking.Requirements;
using ClientTracking.Storage;
using ClientTracking.Subjects;

namespace ClientTracking.Crash.Tests;

/// <summary>Looks at everything in a store and finds what is half-written, missing or there twice.</summary>
internal static class Census
{
    private static readonly SubjectKind Bare = new("test");
    private static readonly NumberScope Day = new(RequirementRegistered.Series, "2014-06-19");

    internal static async Task<List<SubjectRecord>> SubjectsAsync(ITrackingStore store, CancellationToken cancellationToken)
    {
        await using var session = store.OpenSession(Stores.Tenant);
        return await AllAsync(after => session.QueryAsync(new SubjectQuery { Take = 500, After = after }, cancellationToken));
    }

    /// <summary>Asserts that every subject is what its journal rebuilds, that obligations and ledger say the same, and that numbers have no gap.</summary>
    internal static async Task IsWholeAsync(ITrackingStore store, CancellationToken cancellationToken)
    {
        var subjects = await SubjectsAsync(store, cancellationToken);
        foreach (var record in subjects)
        {
            Assert.Equal(Enumerable.Range(1, (int)record.Version).Select(n => (long)n), record.Journal.Select(entry => entry.Sequence));
            var rebuilt = record.AsOf(record.Version);
            Assert.Equal(rebuilt.Obligations.AsEnumerable(), record.Obligations);
            Assert.Equal(rebuilt.Number, record.Number);
            if (record.Kind == RequirementKind.Instance.Kind)
                Assert.Equal(RecordJson.Write(RequirementKind.Instance.Replay(record, record.Version).Record.Search), RecordJson.Write(record.Search));
        }
        await using var session = store.OpenSession(Stores.Tenant);
        var owed = await AllAsync(after => session.QueryAsync(new ObligationQuery { Status = null, Take = 500, After = after }, cancellationToken));
        Assert.Equal(
            subjects.SelectMany(subject => subject.Obligations.Select(obligation => (subject.Id, obligation))).OrderBy(Key),
            owed.Select(row => (row.Subject, row.Obligation)).OrderBy(Key));
        var ledger = await AllAsync(after => session.QueryAsync(new NumberQuery(Day) { Take = 500, After = after }, cancellationToken));
        Assert.Equal(Enumerable.Range(1, ledger.Count).Select(n => (long)n), ledger.Select(entry => entry.Serial));
        Assert.All(ledger, entry => Assert.Equal(NumberUse.Used, entry.Use));
        Assert.Equal(
            subjects.Where(subject => subject.Number is not null).Select(subject => (subject.Number!.Text, (Guid?)subject.Id.Value)).Order(),
            ledger.Select(entry => (entry.Text!, entry.SubjectId)).Order());
    }

    /// <summary>The keys of all notices that the journals say were committed; only what tests store themselves has none.</summary>
    internal static async Task<HashSet<string>> NoticesOwedAsync(ITrackingStore store, CancellationToken cancellationToken)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var subject in await SubjectsAsync(store, cancellationToken))
            foreach (var entry in subject.Journal.Where(_ => subject.Kind != Bare))
                keys.UnionWith(KeysOf(subject, entry));
        return keys;
    }

    /// <summary>The keys but those of copies to the roles an event names, which are the kind's business.</summary>
    internal static IEnumerable<string> WithoutCopies(IEnumerable<string> keys) => keys.Where(key => !key.Contains("/to/", StringComparison.Ordinal));

    private static IEnumerable<string> KeysOf(SubjectRecord subject, JournalEntry entry) => entry.Name == "obligations.swept"
        ? entry.Obligations.Select(change => Text($"{subject.Id}/due/{change.After.Id}/{change.After.NoticedLevel}/{change.After.Revision}"))
        : entry.Obligations.Select(change => Text($"{subject.Id}/{entry.Sequence}/{change.After.Id}/{change.What.ToString().ToLowerInvariant()}"))
            .Prepend(Text($"{subject.Id}/{entry.Sequence}"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static (Guid, int) Key((SubjectId Subject, Obligation Obligation) owed) => (owed.Subject.Value, owed.Obligation.Id);

    private static async Task<List<T>> AllAsync<T>(Func<string?, Task<Page<T>>> query)
    {
        var all = new List<T>();
        string? after = null;
        do
        {
            var page = await query(after);
            all.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }
}
