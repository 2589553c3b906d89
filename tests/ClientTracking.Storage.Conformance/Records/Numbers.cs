using System.Collections.Immutable;
using ClientTracking.Numbering;

namespace ClientTracking.Storage.Conformance.Records;

/// <summary>What the numbering suites do over and over.</summary>
internal static class Numbers
{
    /// <summary>Takes a serial, and commits a new subject that has it.</summary>
    internal static async Task<DocumentNumber> NumberAsync(
        this ITrackingSession session, NumberScope scope, NumberingMode mode, CancellationToken cancellationToken, CommandId? command = null)
    {
        var id = Fresh.Id();
        var serial = await session.TakeSerialAsync(Sample.Ask(scope, mode, id), cancellationToken);
        var number = Sample.Number(scope, serial);
        await session.CommitAsync([Sample.Subject(id, command, number).Birth()], cancellationToken);
        return number;
    }

    /// <summary>The whole ledger of a scope, in small pages.</summary>
    internal static async Task<ImmutableArray<NumberEntry>> LedgerAsync(
        this ITrackingSession session, NumberScope scope, CancellationToken cancellationToken)
    {
        var entries = ImmutableArray.CreateBuilder<NumberEntry>();
        string? after = null;
        do
        {
            var page = await session.QueryAsync(new NumberQuery(scope) { Take = 20, After = after }, cancellationToken);
            entries.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return entries.ToImmutable();
    }
}
