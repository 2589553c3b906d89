using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClientTracking.Storage.EfCore;

/// <summary>Inserts many rows of several tables in the transaction that is open, past the change tracker.</summary>
/// <remarks>
/// PostgreSQL takes a column at a time as an array (<c>unnest</c>), and everything in one batch; elsewhere one prepared statement is carried out for each
/// row. Both need nothing of a provider but what every ADO.NET driver has.
/// </remarks>
internal sealed class RowInserts(DbContext context)
{
    private readonly List<(TableInsert Table, object[] Rows)> _tables = [];
    private readonly List<(string Text, (string Name, object Value)[] Values)> _statements = [];

    /// <summary>Adds rows of a table; they come after those added before, which they may refer to.</summary>
    internal RowInserts Add<TRow>(IEnumerable<TRow> rows) where TRow : class
    {
        object[] all = [.. rows];
        if (all.Length > 0) _tables.Add((TableInsert.Of<TRow>(context), all));
        return this;
    }

    /// <summary>Adds another statement, which comes after all rows.</summary>
    internal void AddLast(string text, (string Name, object Value)[] values) => _statements.Add((text, values));

    /// <summary>Carries everything out; it cannot be cancelled, as that would leave open what has arrived.</summary>
    internal async Task RunAsync()
    {
        if (context.IsPostgres())
        {
            await BatchAsync(_tables.Select(table => (table.Table.OfArrays, table.Table.Arrays(table.Rows))).Concat(_statements)).ConfigureAwait(false);
            return;
        }
        foreach (var (table, rows) in _tables) await EachAsync(table, rows).ConfigureAwait(false);
        foreach (var (text, values) in _statements)
        {
            var command = context.BareCommand(text, values);
            await using var _ = command.ConfigureAwait(false);
            await command.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task BatchAsync(IEnumerable<(string Text, (string Name, object Value)[] Values)> statements)
    {
        var batch = context.Database.GetDbConnection().CreateBatch();
        await using var _ = batch.ConfigureAwait(false);
        batch.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var (text, values) in statements)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = text;
            command.Parameters.Fill(command.CreateParameter, values);
            batch.BatchCommands.Add(command);
        }
        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
    }

    private async Task EachAsync(TableInsert table, object[] rows)
    {
        var command = context.BareCommand(table.OfValues, []);
        await using var _ = command.ConfigureAwait(false);
        foreach (var column in table.Columns) command.Parameters.Add(column.Parameter(command, null));
        foreach (var row in rows)
        {
            for (var i = 0; i < table.Columns.Length; i++)
            {
                var value = table.Columns[i].ValueOf(row);
                // A provider may size a parameter by its first text, and cut a longer one off.
                if (value is string) command.Parameters[i] = table.Columns[i].Parameter(command, value);
                else command.Parameters[i].Value = value ?? DBNull.Value;
            }
            await command.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }
}
