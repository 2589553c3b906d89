using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClientTracking.Storage.EfCore.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public async Task The_store_works_in_the_context_of_the_scope()
    {
        using var file = new SqliteFile();
        var services = new ServiceCollection();
        services.AddDbContext<CrmContext>(options => options.UseSqlite(file.ConnectionString));
        services.AddClientTracking(tracking => tracking.UseEntityFrameworkCore<CrmContext>());
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var crm = scope.ServiceProvider.GetRequiredService<CrmContext>();
        await crm.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);

        crm.Customers.Add(new Customer { Name = "仁和医院" });
        await using var session = scope.ServiceProvider.GetRequiredService<ITrackingStore>().OpenSession(Sample.Tenant);
        await session.CommitAsync([Sample.Born(1)], TestContext.Current.CancellationToken);

        Assert.Equal(1, await crm.Customers.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task With_a_factory_only_every_session_has_its_own_context()
    {
        using var file = new SqliteFile();
        var services = new ServiceCollection();
        services.AddSingleton<IDbContextFactory<CrmContext>>(new Contexts(file));
        services.AddClientTracking(tracking => tracking.UseEntityFrameworkCore<CrmContext>());
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await using (var crm = new Contexts(file).CreateDbContext()) await crm.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);

        var store = scope.ServiceProvider.GetRequiredService<ITrackingStore>();
        await using var first = store.OpenSession(Sample.Tenant);
        await using var second = store.OpenSession(Sample.Tenant);
        await first.CommitAsync([Sample.Born(1)], TestContext.Current.CancellationToken);
        Assert.NotNull(await second.FindAsync(Sample.Id(1), TestContext.Current.CancellationToken));
    }

    private sealed class Contexts(SqliteFile file) : IDbContextFactory<CrmContext>
    {
        public CrmContext CreateDbContext() => new(file.Options<CrmContext>());
    }
}
