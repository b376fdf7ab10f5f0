using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Foundation;

public sealed class SqliteTests
{
    [Fact]
    public async Task Readers_and_the_writer_run_with_the_settings_that_durability_needs()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using (var reader = house.Store.Open(house.Karim))
            await ShouldBeDurable(reader);
        await house.Store.Write(house.Karim, ShouldBeDurable);
    }

    [Fact]
    public async Task Preparing_twice_does_no_harm()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house.Store.Prepare();
        await house.Store.Prepare();
        (await house.Get<Users>().Me(house.Karim)).Name.ShouldBe("Karim");
    }

    [Fact]
    public async Task A_full_disk_refuses_writes_in_a_sentence_while_reading_goes_on_and_room_helps()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        // The writing connection may not grow by a single page.
        await house.Store.Write(house.Karim, db => Pragma(db, "max_page_count=1"));
        var writes = Enumerable
            .Range(0, 10)
            .Select(i =>
                house.Store.Write(
                    house.Karim,
                    db =>
                    {
                        db.Record(new UserEnabled(Guid.Empty, new string('x', 100_000)));
                        return Task.CompletedTask;
                    }
                )
            )
            .ToList();
        foreach (var write in writes)
            (await Should.ThrowAsync<Refusal>(write)).Kind.ShouldBe(RefusalKind.Unavailable);

        (await house.Get<Users>().Me(house.Karim)).Name.ShouldBe("Karim");
        (await house.Events(house.Nour)).ShouldNotContain(e => e.Kind == nameof(UserEnabled));

        await house.Store.Write(house.Karim, db => Pragma(db, "max_page_count=1000000"));
        await house.Store.Write(
            house.Karim,
            db =>
            {
                db.Record(new UserEnabled(Guid.Empty, new string('x', 100_000)));
                return Task.CompletedTask;
            }
        );
        (await house.Events(house.Nour)).ShouldContain(e => e.Kind == nameof(UserEnabled));
    }

    [Fact]
    public async Task Instants_come_back_as_they_went_and_sort_as_times()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        (await house.Database.Ask("SELECT typeof(\"At\") FROM \"Events\" LIMIT 1")).ShouldBe("integer");
    }

    private static async Task ShouldBeDurable(AppDb db)
    {
        (await Pragma(db, "journal_mode")).ShouldBe("wal");
        (await Pragma(db, "synchronous")).ShouldBe("2");
        (await Pragma(db, "foreign_keys")).ShouldBe("1");
    }

    private static async Task<string> Pragma(AppDb db, string pragma)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA " + pragma;
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) ?? "";
    }
}
