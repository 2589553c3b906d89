using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;

namespace ClientTracking.Storage.EfCore.Tests;

/// <summary>A SQL Server that is not there: it notes each statement with its parameters as the client would send them, and answers by a table.</summary>
/// <param name="answer">The row it gives to a statement, or how many rows the statement has changed; null: no row, and one changed.</param>
internal sealed class RecordingConnection(Func<string, object[]?> answer) : DbConnection
{
    private ConnectionState _state;

    internal List<(string Text, SqlParameter[] Parameters)> Sent { get; } = [];

    [AllowNull]
    public override string ConnectionString { get; set; } = "Server=nowhere;Database=tracking";

    public override string Database => "tracking";

    public override string DataSource => "nowhere";

    public override string ServerVersion => "16.00.1000";

    public override ConnectionState State => _state;

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    public override void Open() => _state = ConnectionState.Open;

    public override void Close() => _state = ConnectionState.Closed;

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new Transaction(this, isolationLevel);

    protected override DbCommand CreateDbCommand() => new Command(this);

    private object[]? Answer(Command command)
    {
        Sent.Add((command.CommandText, [.. command.Parameters.Cast<ICloneable>().Select(parameter => (SqlParameter)parameter.Clone())]));
        return answer(command.CommandText);
    }

    private DataTableReader Read(Command command)
    {
        using var table = new DataTable();
        if (Answer(command) is { } row)
        {
            foreach (var value in row) table.Columns.Add(null, value is DBNull ? typeof(object) : value.GetType());
            table.Rows.Add(row);
        }
        return table.CreateDataReader();
    }

    private sealed class Transaction(RecordingConnection connection, IsolationLevel isolation) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => isolation;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
        }

        public override void Rollback()
        {
        }
    }

    /// <summary>The parameters are the client's own, so that their types and sizes are.</summary>
    private sealed class Command(RecordingConnection connection) : DbCommand
    {
        private readonly SqlCommand _inner = new();

        [AllowNull]
        public override string CommandText { get; set; } = "";

        public override int CommandTimeout { get; set; }

        public override CommandType CommandType { get; set; } = CommandType.Text;

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get; set; }

        protected override DbConnection? DbConnection { get; set; } = connection;

        protected override DbParameterCollection DbParameterCollection => _inner.Parameters;

        protected override DbTransaction? DbTransaction { get; set; }

        public override void Cancel()
        {
        }

        public override void Prepare()
        {
        }

        public override int ExecuteNonQuery() => connection.Answer(this) is [int changed] ? changed : 1;

        public override object? ExecuteScalar() => connection.Answer(this)?[0];

        protected override DbParameter CreateDbParameter() => _inner.CreateParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => connection.Read(this);

        protected override void Dispose(bool disposing)
        {
            _inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
