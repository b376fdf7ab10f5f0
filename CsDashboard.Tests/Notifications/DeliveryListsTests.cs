using System.Net;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using CsDashboard.Security;
using CsDashboard.Tests.Desk;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Notifications;

/// <summary>What left the house, as a list of the company, and as its file.</summary>
public sealed class DeliveryListsTests(TestApp app) : IClassFixture<TestApp>
{
    private static Notification Message(Channel channel, string title, string? address, DateTimeOffset at, Guid? customer = null) =>
        new()
        {
            Channel = channel,
            Kind = "told_message",
            Topic = NoticeTopic.Offers,
            Title = title,
            Content = "What it says",
            Address = address,
            AddressName = address is null ? null : "Sara",
            CustomerId = customer,
            CreatedAt = at,
        };

    private static async Task Sent(Store store, Actor actor, DateTimeOffset now)
    {
        var (sent, failed, held) = (
            Message(Channel.Email, "A receipt", "Sara@example.com", now.AddDays(-3), actor.CustomerId),
            Message(Channel.Sms, "A code", "+966500000001", now.AddDays(-2)),
            Message(Channel.Email, "An offer", "david@example.com", now.AddDays(-1))
        );
        sent.MarkSent(now);
        failed.MarkFailed("The gateway said no", now, null);
        held.HoldBack(Hold.TopicOff);
        await store.Write(
            actor,
            db =>
            {
                db.AddRange(sent, failed, held, Message(Channel.Bell, "A bell", null, now));
                return Task.CompletedTask;
            }
        );
    }

    [Theory, EachDatabase]
    public async Task What_left_the_house_is_found_narrowed_and_exported_with_a_record(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (lists, now) = (house.Get<DeliveryLists>(), house.Clock.Now());
        await Sent(house.Store, house.Amina, now);
        async Task<List<string>> Found(DeliveryFilter filter, ListPlace? place = null) =>
            [.. (await lists.List(house.Amina, filter, place)).Items.Select(m => m.Title)];

        (await Found(new())).ShouldBe(["An offer", "A code", "A receipt"], "Newest first, and nothing of the bell.");
        (await Found(new() { Search = "SARA@ receipt" })).ShouldBe(["A receipt"]);
        (await Found(new() { Search = "%" })).ShouldBeEmpty();
        (await Found(new() { Channel = "sms" })).ShouldBe(["A code"]);
        (await Found(new() { Status = "held" })).ShouldBe(["An offer"]);
        (
            await Found(
                new()
                {
                    Topic = "offers",
                    From = now.AddDays(-2.5),
                    To = now.AddDays(-1.5),
                }
            )
        ).ShouldBe(["A code"]);
        var first = new ListPlace
        {
            Sort = "at",
            Skip = 1,
            Take = 1,
        };
        (await Found(new(), first)).ShouldBe(["A code"]);
        var failed = (await lists.List(house.Amina, new() { Status = "failed" })).Items.ShouldHaveSingleItem();
        (failed.Error, failed.Address, failed.Attempts).ShouldBe(("The gateway said no", "+966500000001", 0));
        foreach (
            var (field, filter, sort) in new (string, DeliveryFilter, string)[]
            {
                ("channel", new() { Channel = "push" }, "at"),
                ("status", new() { Status = "lost" }, "at"),
                ("topic", new() { Topic = "weather" }, "at"),
                ("sort", new(), "address"),
            }
        )
            (await Should.ThrowAsync<Refusal>(() => lists.List(house.Amina, filter, new ListPlace { Sort = sort })))
                .Fields.ShouldHaveSingleItem()
                .Field.ShouldBe(field);

        (await lists.Export(house.Amina, new() { Search = "a" }, first).ToListAsync())
            .ConvertAll(m => m.Title)
            .ShouldBe(["A receipt", "A code", "An offer"], "All of them, whatever page is open.");
        var told = (await house.Events(house.Nour)).Single(e => e.Kind == nameof(DeliveriesExported));
        EventSentence.Of(told, "en").ShouldBe("3 sent messages were exported");
        told.After.ShouldNotBeNull().ShouldContain("search=a");
        await house.Drain();
        (await house.Get<SecurityCases>().List(house.Amina, new CaseFilter()))
            .Items.ShouldHaveSingleItem("A list of addresses that leaves is watched.")
            .Severity.ShouldBe(Severity.Medium);

        foreach (var wrong in new[] { house.Karim, house.Sara })
        {
            (await Should.ThrowAsync<Refusal>(() => lists.List(wrong, new()))).Kind.ShouldBe(RefusalKind.Forbidden);
            (await Should.ThrowAsync<Refusal>(async () => await lists.Export(wrong, new(), first).ToListAsync())).Kind.ShouldBe(
                RefusalKind.Forbidden
            );
        }
        (await lists.List(house.Omar, new())).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_index_stands_behind_its_order()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var db = house.Store.Open(house.Amina);
        var rows = DeliveryLists.Of(db, new DeliveryFilter()).OrderByDescending(n => n.CreatedAt).ThenByDescending(n => n.Id);
        await db.Database.OpenConnectionAsync();
        await using var command = rows.CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync();
        var plan = "";
        while (await reader.ReadAsync())
            plan += reader.GetString(3) + "\n";
        plan.ShouldContain("IX_Notifications_Sent");
        plan.ShouldNotContain("TEMP B-TREE");
    }

    [Fact]
    public async Task The_file_is_for_admins_of_the_company_and_refuses_what_there_is_not()
    {
        await Sent(app.Get<Store>(), app.Amina, DateTimeOffset.UnixEpoch.AddYears(55));
        var amina = await app.Browser(app.Amina);
        using var response = await amina.GetAsync("app/notifications/export.csv?status=failed&sort=at&skip=50&columns=to");
        response.Content.Headers.ContentDisposition!.FileName.ShouldNotBeNull().ShouldMatch("^\"?messages-[0-9]{8}-[0-9]{6}.csv");
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n");
        lines[0].TrimStart('\uFEFF').ShouldBe("time,channel,name,address,message,about,status,reason,sent,error");
        lines[1].ShouldContain(",sms,Sara,");
        lines[1].ShouldEndWith(",A code,offers,failed,,,The gateway said no");
        foreach (var wrong in new[] { app.Karim, app.Sara })
        {
            using var refused = await (await app.Browser(wrong)).GetAsync("app/notifications/export.csv");
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
        using (var token = await app.Client(app.Amina).GetAsync("app/notifications/export.csv"))
            token.StatusCode.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden);
        foreach (var query in new[] { "status=lost", "sort=address", "channel=push", "from=2026-99-99" })
        {
            using var bad = await amina.GetAsync("app/notifications/export.csv?" + query);
            bad.StatusCode.ShouldBe(HttpStatusCode.BadRequest, query);
        }
        (await (await app.Browser(app.Omar)).GetStringAsync("app/notifications/export.csv")).ShouldNotContain("A code");
    }
}
