using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClientTracking.Storage.EfCore;

/// <summary>The statements that insert into one table of the engine, with the names the model gives it; worked out once per model.</summary>
internal sealed class TableInsert
{
    private const string Annotation = "ClientTracking:Insert";

    private TableInsert(IEntityType type, ISqlGenerationHelper sql)
    {
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        Columns = [.. type.GetProperties().Where(property => property.ValueGenerated == ValueGenerated.Never).Select((property, i) => new Column(property, $"@p{i}"))];
        var names = Columns.Select(column => sql.DelimitIdentifier(column.Property.GetColumnName(table)!));
        var into = $"INSERT INTO {sql.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", names)})";
        var places = string.Join(", ", Columns.Select(column => column.Place));
        OfValues = $"{into} VALUES ({places})";
        var values = string.Join(", ", Columns.Select((column, i) => $"c{i}::{column.Property.GetColumnType()}"));
        OfArrays = $"{into} SELECT {values} FROM unnest({places}) AS t({string.Join(", ", Columns.Select((_, i) => $"c{i}"))})";
    }

    /// <summary>All columns but those the database fills itself.</summary>
    internal Column[] Columns { get; }

    /// <summary>Inserts one row; each place takes a value.</summary>
    internal string OfValues { get; }

    /// <summary>Inserts many rows, on PostgreSQL; each place takes an array.</summary>
    internal string OfArrays { get; }

    /// <summary>The values of each place of <see cref="OfArrays"/>.</summary>
    internal (string Name, object Value)[] Arrays(object[] rows) => [.. Columns.Select(column => (column.Place, (object)column.ArrayOf(rows)))];

    internal static TableInsert Of<TRow>(DbContext context) => context.Model.FindEntityType(typeof(TRow))!.GetOrAddRuntimeAnnotationValue(
        Annotation, static on => new TableInsert(on!.Type, on.Sql), new Origin(context.Model.FindEntityType(typeof(TRow))!, context.GetService<ISqlGenerationHelper>()));

    private sealed record Origin(IEntityType Type, ISqlGenerationHelper Sql);

    internal sealed class Column(IProperty property, string place)
    {
        private readonly IClrPropertyGetter _getter = property.GetGetter();

        internal IProperty Property => property;

        internal string Place => place;

        internal object? ValueOf(object row) => _getter.GetClrValue(row);

        internal Array ArrayOf(object[] rows)
        {
            var values = Array.CreateInstance(property.ClrType, rows.Length);
            for (var i = 0; i < rows.Length; i++) values.SetValue(ValueOf(rows[i]), i);
            return values;
        }

        internal DbParameter Parameter(DbCommand command, object? value) =>
            property.GetRelationalTypeMapping().CreateParameter(command, place, value, property.IsNullable);
    }
}
