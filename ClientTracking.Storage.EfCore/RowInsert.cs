using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClientTracking.Storage.EfCore;

/// <summary>Inserts a row at once. <c>SaveChanges</c> would also write what the host has pending, before the host means it to.</summary>
internal static class RowInsert
{
    internal static Task InsertAsync<TRow>(this DbContext context, TRow row, CancellationToken cancellationToken) where TRow : class
    {
        var type = context.Model.FindEntityType(typeof(TRow))!;
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var sql = context.GetService<ISqlGenerationHelper>();
        using var factory = context.Database.GetDbConnection().CreateCommand();
        var filled = type.GetProperties()
            .Select(property => (Property: property, Value: property.PropertyInfo!.GetValue(row)))
            .Where(pair => pair.Value is not null)
            .ToList();
        var columns = filled.Select(pair => sql.DelimitIdentifier(pair.Property.GetColumnName(table)!));
        var places = filled.Select((_, i) => $"{{{i}}}");
        var values = filled
            .Select((pair, i) => pair.Property.GetRelationalTypeMapping().CreateParameter(factory, sql.GenerateParameterName($"value{i}"), pair.Value))
            .ToList();
        var into = sql.DelimitIdentifier(table.Name, table.Schema);
        var statement = $"INSERT INTO {into} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", places)})";
        return context.Database.ExecuteSqlRawAsync(statement, values, cancellationToken);
    }
}
