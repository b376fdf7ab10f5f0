using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Foundation;

public sealed class StoreTests
{
    [Theory, EachDatabase]
    public async Task A_write_that_fails_at_its_end_keeps_nothing_of_its_beginning(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var heard = 0;
        using var listening = house.Feed.Listen(Topic.Room(house.Nour, "Accounts"), _ => heard++);
        var before = (await house.Events(house.Nour)).Count;

        var fault = await Should.ThrowAsync<InvalidTimeZoneException>(() =>
            house.Store.Write(
                house.Karim,
                async db =>
                {
                    (await db.Users.SingleAsync(u => u.Id == house.Karim.UserId)).Name = "Half";
                    db.Record(new UserEnabled(house.Karim.UserId!.Value, "Half"));
                    await db.SaveChangesAsync();
                    throw new InvalidTimeZoneException("in the middle");
                }
            )
        );

        fault.Message.ShouldBe("in the middle");
        (await house.Get<Users>().Me(house.Karim)).Name.ShouldBe("Karim");
        (await house.Events(house.Nour)).Count.ShouldBe(before);
        heard.ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task Every_third_of_fifty_writes_at_once_fails_and_its_neighbours_are_kept(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var writes = Enumerable
            .Range(0, 50)
            .Select(i =>
                house.Store.Write(
                    house.Karim,
                    async db =>
                    {
                        db.Record(new UserEnabled(Guid.Empty, Named(i)));
                        await db.SaveChangesAsync();
                        if (i % 3 == 0)
                            throw new ArithmeticException(Named(i));
                        return i;
                    }
                )
            )
            .ToList();

        for (var i = 0; i < writes.Count; i++)
        {
            if (i % 3 == 0)
                (await Should.ThrowAsync<ArithmeticException>(writes[i])).Message.ShouldBe(Named(i));
            else
                (await writes[i]).ShouldBe(i);
        }

        var kept = (await house.Events(house.Nour)).Select(e => e.Happening()).OfType<UserEnabled>().Select(e => e.Name);
        kept.ShouldBe(Enumerable.Range(0, 50).Where(i => i % 3 != 0).Select(Named), ignoreOrder: true);
    }

    [Theory, EachDatabase]
    public async Task A_broken_constraint_is_the_fault_of_its_own_write_alone(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var good = Enumerable
            .Range(0, 5)
            .Select(i =>
                house.Store.Write(
                    house.Karim,
                    db =>
                    {
                        db.Record(new UserEnabled(Guid.Empty, Named(i)));
                        return Task.CompletedTask;
                    }
                )
            )
            .ToList();
        var bad = house.Store.Write(
            house.Karim,
            db =>
            {
                db.UsersEverywhere.Add(
                    new User
                    {
                        Name = "Twin",
                        TenantId = house.Nour,
                        NormalizedEmail = "lena@example.com",
                    }
                );
                return Task.CompletedTask;
            }
        );
        var later = house.Store.Write(
            house.Karim,
            db =>
            {
                db.Record(new UserEnabled(Guid.Empty, Named(5)));
                return Task.CompletedTask;
            }
        );

        await Should.ThrowAsync<DbUpdateException>(bad);
        await Task.WhenAll([.. good, later]);
        (await house.Events(house.Nour)).Count(e => e.Kind == nameof(UserEnabled)).ShouldBe(6);
    }

    [Theory, EachDatabase]
    public async Task A_write_inside_a_write_is_refused_and_nothing_of_either_is_kept(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var refused = await Should.ThrowAsync<InvalidOperationException>(() =>
            house.Store.Write(
                house.Karim,
                async db =>
                {
                    db.Record(new UserEnabled(Guid.Empty, "outer"));
                    // With a time-out, since on SQLite it would wait for itself.
                    await house
                        .Store.Write(
                            house.Karim,
                            inner =>
                            {
                                inner.Record(new UserEnabled(Guid.Empty, "inner"));
                                return Task.CompletedTask;
                            }
                        )
                        .WaitAsync(TimeSpan.FromSeconds(10));
                }
            )
        );
        refused.Message.ShouldContain("inside a write");
        (await house.Events(house.Nour)).ShouldNotContain(e => e.Kind == nameof(UserEnabled));

        await house.Store.Write(
            house.Karim,
            db =>
            {
                db.Record(new UserEnabled(Guid.Empty, "after"));
                return Task.CompletedTask;
            }
        );
        (await house.Events(house.Nour)).Count(e => e.Kind == nameof(UserEnabled)).ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task Sixteen_writers_at_once_lose_nothing_and_record_in_one_order(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var started = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(async writer =>
                {
                    for (var i = 0; i < 10; i++)
                        await house.Store.Write(
                            house.Karim,
                            db =>
                            {
                                db.Record(new UserEnabled(Guid.Empty, $"{writer}/{i}"));
                                return Task.CompletedTask;
                            }
                        );
                })
        );
        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(20));

        var names = (await house.Events(house.Nour)).Select(e => e.Happening()).OfType<UserEnabled>().Select(e => e.Name).ToList();
        names.Count.ShouldBe(160);
        foreach (var writer in Enumerable.Range(0, 16))
            names
                .Where(n => n.StartsWith($"{writer}/", StringComparison.Ordinal))
                .ShouldBe(Enumerable.Range(0, 10).Select(i => $"{writer}/{i}"));
    }

    [Theory, EachDatabase]
    public async Task No_update_is_lost_when_four_writers_of_two_processes_count_up_the_same_row(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        // SQLite has one process.
        await using var beside = house.Again();
        var stores = kind == DatabaseKind.Postgres ? new[] { house.Store, beside.Store } : [house.Store];
        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(async writer =>
                {
                    for (var i = 0; i < 8; i++)
                        await stores[writer % stores.Length]
                            .Write(
                                house.Karim,
                                async db =>
                                {
                                    var row = await db.Customers.SingleAsync(c => c.Id == house.David.CustomerId);
                                    row.Phone = (int.Parse(row.Phone ?? "0", CultureInfo.InvariantCulture) + 1).ToString(
                                        CultureInfo.InvariantCulture
                                    );
                                }
                            );
                })
        );
        await using var read = house.Store.Open(house.Karim);
        (await read.Customers.SingleAsync(c => c.Id == house.David.CustomerId)).Phone.ShouldBe("32");
    }

    [Theory, EachDatabase]
    public async Task A_write_that_was_cancelled_while_it_waited_is_not_done(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() =>
            house.Store.Write(
                house.Karim,
                db =>
                {
                    db.Record(new UserEnabled(Guid.Empty, "late"));
                    return Task.CompletedTask;
                },
                cancelled.Token
            )
        );
        (await house.Events(house.Nour)).ShouldNotContain(e => e.Kind == nameof(UserEnabled));
    }

    [Theory, EachDatabase]
    public async Task What_a_look_gives_is_not_saved(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await using (var db = house.Store.Open(house.Karim))
        {
            (await db.Customers.SingleAsync(c => c.Name == "David")).Name = "Changed";
            await db.SaveChangesAsync();
        }
        await using var again = house.Store.Open(house.Karim);
        (await again.Customers.AnyAsync(c => c.Name == "Changed")).ShouldBeFalse();
    }

    [Theory, EachDatabase]
    public async Task Listeners_hear_of_a_write_after_its_commit(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var seen = new List<int>();
        using var listening = house.Feed.Listen(
            Topic.Room(house.Nour, "Accounts"),
            _ =>
            {
                // Another connection sees only what is committed.
                using var connection = house.Database.Connect().GetAwaiter().GetResult();
                using var command = connection.CreateCommand();
                command.CommandText = "SELECT COUNT(*) FROM \"Events\" WHERE \"Kind\" = 'UserEnabled'";
                seen.Add(Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture));
            }
        );
        await house.Store.Write(
            house.Karim,
            db =>
            {
                db.Record(new UserEnabled(Guid.Empty, "once"));
                return Task.CompletedTask;
            }
        );
        seen.ShouldBe([1]);
    }

    [Theory, EachDatabase]
    public async Task A_recorded_event_says_who_did_what_when_and_what_it_was_before(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        house.Clock.AdvanceMinutes(7);
        await house
            .Get<Users>()
            .ChangeProfile(
                house.Karim,
                new ProfileInput
                {
                    Name = "Karim K.",
                    Language = "ar",
                    TimeZone = "Asia/Riyadh",
                }
            );

        var row = (await house.Events(house.Nour))[^1];
        row.Kind.ShouldBe(nameof(ProfileChanged));
        row.Room.ShouldBe("Accounts");
        row.At.ShouldBe(house.Clock.GetUtcNow());
        row.UserId.ShouldBe(house.Karim.UserId);
        row.ActorName.ShouldBe("Karim");
        row.ActorRole.ShouldBe(Role.Agent);
        row.Address.ShouldBe("203.0.113.7");
        row.SubjectKind.ShouldBe("user");
        row.SubjectId.ShouldBe(house.Karim.UserId!.Value);
        row.Before.ShouldBe("""{"name":"Karim","language":"en","timeZone":"UTC","digits":null}""");
        row.After.ShouldBe("""{"name":"Karim K.","language":"ar","timeZone":"Asia/Riyadh","digits":null}""");
        row.Happening()
            .ShouldBe(new ProfileChanged(house.Karim.UserId!.Value, new("Karim", "en", "UTC"), new("Karim K.", "ar", "Asia/Riyadh")));
    }

    [Theory, EachDatabase]
    public async Task A_change_that_changes_nothing_leaves_no_event(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var before = (await house.Events(house.Nour)).Count;
        await house
            .Get<Users>()
            .ChangeProfile(
                house.Karim,
                new ProfileInput
                {
                    Name = " Karim ",
                    Language = "en",
                    TimeZone = "UTC",
                }
            );
        (await house.Events(house.Nour)).Count.ShouldBe(before);
    }

    private static string Named(int i) => i.ToString(CultureInfo.InvariantCulture);
}
