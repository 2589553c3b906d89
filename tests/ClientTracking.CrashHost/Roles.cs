using System.Globalization;
using ClientTracking.Errors;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.CrashHost;

/// <summary>What one process does; every line it prints is something it was told by the store.</summary>
internal sealed class Roles(ITrackingStore store, TextWriter output)
{
    private static readonly Instant Moment = Instant.FromUtc(2014, 6, 19, 2, 0);

    internal Task RunAsync(string role, string[] more) => role switch
    {
        "write" => WriteAsync(),
        "number" => NumberAsync(Count(more[0])),
        "claim" => ClaimAsync(Count(more[0])),
        "update" => UpdateAsync(new SubjectId(Guid.Parse(more[0])), Count(more[1])),
        "sweep" => UseAsync(host => host.SweepAsync()),
        "dispatch" => UseAsync(host => host.DispatchAsync()),
        _ => throw new ArgumentException($"There is no role '{role}'.", nameof(role)),
    };

    /// <summary>Everything a host does, over and over, until it is killed.</summary>
    private Task WriteAsync() => UseAsync(async host =>
    {
        while (true)
        {
            var (subject, _) = await host.NumberAsync(Acknowledge);
            await host.DecideAsync(subject, Acknowledge);
            await host.SweepAsync();
            await host.DispatchAsync();
        }
    });

    private Task NumberAsync(int count) => UseAsync(async host =>
    {
        for (var i = 0; i < count; i++) await host.NumberAsync(Acknowledge);
        return count;
    });

    private async Task ClaimAsync(int count)
    {
        for (var key = 0; key < count; key++)
        {
            var claim = new Claim("client-owner", key.ToString(CultureInfo.InvariantCulture));
            var born = Born(new SearchFields("open") { Claims = [claim] });
            try
            {
                await CommitAsync(new(null, born, []));
                Say("OWN", claim.Key, born.Id);
            }
            catch (ClaimTakenException)
            {
                // Another process was faster.
            }
        }
    }

    private async Task UpdateAsync(SubjectId id, int count)
    {
        while (count > 0)
        {
            await using var session = store.OpenSession(Stores.Tenant);
            var before = (await session.FindAsync(id, default))!;
            try
            {
                await session.CommitAsync([new(before, before.After(Entry(before.Version + 1), before.State, before.Search), [])], default);
                Say("UPDATED", before.Version + 1);
                count--;
            }
            catch (ConcurrencyConflictException)
            {
                // Another process was faster.
            }
        }
    }

    /// <summary>A small subject as the engine would make it.</summary>
    internal static SubjectRecord Born(SearchFields search) => SubjectRecord
        .Unborn(new SubjectId(Guid.CreateVersion7()), new SubjectKind("test"), "test", 1).After(Entry(1), "{}", search);

    private static JournalEntry Entry(long sequence) =>
        new() { Sequence = sequence, Name = "happened", At = Moment, RecordedAt = Moment, By = new PersonId("zhang") };

    private static int Count(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private async Task CommitAsync(SubjectChange change)
    {
        await using var session = store.OpenSession(Stores.Tenant);
        await session.CommitAsync([change], default);
    }

    private async Task UseAsync(Func<TrackingHost, Task<int>> work)
    {
        await using var host = new TrackingHost(store, notice => Say("TOLD", notice.Key));
        Say("COUNT", await work(host));
    }

    private void Acknowledge(CommandId command, SubjectId subject, string? number) => Say("DONE", command, subject, number ?? "-");

    internal void Say(params object[] words)
    {
        output.WriteLine(string.Join(' ', words));
        output.Flush();
    }
}
