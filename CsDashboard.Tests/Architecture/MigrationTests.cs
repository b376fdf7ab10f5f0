using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Architecture;

public sealed class MigrationTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public void The_migrations_have_everything_that_the_model_has(DatabaseKind kind)
    {
        using AppDb db = kind == DatabaseKind.Sqlite ? new SqliteDesign().CreateDbContext([]) : new PostgresDesign().CreateDbContext([]);
        db.Database.GetMigrations().ShouldNotBeEmpty();
        db.Database.HasPendingModelChanges()
            .ShouldBeFalse("The model has changed: add a migration for both databases (the commands stand in DesignTime.cs).");
    }

    [Fact]
    public void Every_row_that_has_a_company_is_filtered_by_it_or_known_to_be_global()
    {
        // Identity's tables are global, since an address signs in before its company is known.
        string[] global = ["User", "Session"];
        using var db = new SqliteDesign().CreateDbContext([]);
        db.Model.GetEntityTypes()
            .Where(e => e.FindProperty("TenantId") is not null && e.GetDeclaredQueryFilters().Count == 0)
            .Select(e => e.ClrType.Name)
            .Except(global)
            .ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task A_database_of_another_version_is_left_as_it_is_and_the_start_says_so(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Database.Ask(
            "INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('29990101000000_Later', '99.0')"
        );
        (await Should.ThrowAsync<InvalidOperationException>(() => house.Store.Prepare())).Message.ShouldContain("29990101000000_Later");
    }
}
