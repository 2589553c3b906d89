using ClientTracking.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClientTracking.Storage.EfCore.Tests;

/// <summary>What SQL Server has that the others have not, as far as it shows without one; <see cref="SqlServerStatementTests"/> has the statements.</summary>
public sealed class SqlServerTests
{
    private const int Clustered = 900;
    private const int Other = 1700;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A longer key only makes it warn; then the row that needs the length is refused.</summary>
    [Fact]
    public void No_key_is_longer_than_it_may_be()
    {
        using var context = Open(new(_ => null));
        var model = context.GetService<IDesignTimeModel>().Model;
        var keys = model.GetEntityTypes().SelectMany(type =>
            type.GetKeys().Select(key => (Name: key.GetName()!, key.Properties, Most: key.IsClustered() ?? true ? Clustered : Other))
                .Concat(type.GetIndexes().Select(index => (Name: index.GetDatabaseName()!, index.Properties, Most: index.IsClustered() ?? false ? Clustered : Other))));
        Assert.Empty(keys.Where(key => key.Properties.Sum(Bytes) > key.Most).Select(key => $"{key.Name}: {key.Properties.Sum(Bytes)}"));
    }

    /// <summary>Its client sends no more of a text than the parameter's size says, and says nothing of the rest.</summary>
    [Fact]
    public async Task No_text_is_cut_off_however_long()
    {
        await using var connection = new RecordingConnection(_ => null);
        await using var context = Open(connection);
        var state = $$"""{"gist":"{{new string('长', 5000)}}"}""";
        await new EfCoreTrackingStore<ClientTrackingDbContext>(context).ImportAsync(Sample.Tenant, [Sample.Born(1).After with { State = state }], Cancel);
        var texts = connection.Sent.SelectMany(sent => sent.Parameters).Where(parameter => parameter.Value is string).ToList();
        Assert.Contains(texts, text => (string)text.Value == state);
        Assert.All(texts, text => Assert.True(text.Size <= 0 || text.Size >= ((string)text.Value).Length, $"{text.ParameterName}: {text.Size}"));
    }

    /// <summary>What a person owes comes of two look-ups and is merged here; where SQL Server begins the next page, this one must have ended.</summary>
    [Fact]
    public async Task What_is_merged_here_has_the_order_of_the_database()
    {
        // From the front the first is the lesser; SQL Server compares the last six bytes first, where the second is.
        var (assigned, shared) = (new Guid("00000000-0000-0000-0000-000000000002"), new Guid("ffffffff-0000-0000-0000-000000000001"));
        await using var context = Open(new(statement =>
            statement.Contains("[c].[partner] = ", StringComparison.Ordinal) ? Row(shared)
            : statement.Contains("[c].[assignee] = ", StringComparison.Ordinal) ? Row(assigned)
            : null));
        await using var session = new EfCoreTrackingStore<ClientTrackingDbContext>(context).OpenSession(Sample.Tenant);

        var page = await session.QueryAsync(new ObligationQuery { Assignee = new PersonId("zhang"), Take = 1 }, Cancel);

        Assert.Equal(shared, Assert.Single(page.Items).Subject.Value);
        Assert.NotNull(page.Next);
    }

    /// <summary>In the order of the columns of the statement.</summary>
    private static object[] Row(Guid subject)
    {
        var none = DBNull.Value;
        var owed = Sample.Owed(1, Sample.Noon);
        return
        [
            "acme", subject, 1, none, none, RecordJson.Write(owed), Sample.Noon.ToUnixTimeMilliseconds(), "requirement", none, "Collector", "RF-33", 0, none,
        ];
    }

    /// <summary>UTF-16 is two bytes a unit; a text without a length counts as one that is too long for every key.</summary>
    private static int Bytes(IReadOnlyProperty column) => column.ClrType switch
    {
        { } type when type == typeof(string) => 2 * (column.GetMaxLength() ?? Other),
        { } type when type == typeof(Guid) => 16,
        { } type when type == typeof(int) || type == typeof(int?) => 4,
        _ => 8,
    };

    private static ClientTrackingDbContext Open(RecordingConnection connection) =>
        new(new DbContextOptionsBuilder<ClientTrackingDbContext>().UseSqlServer(connection).Options);
}
