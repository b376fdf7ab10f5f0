using System.Text;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Deliveries;
using CsDashboard.Marketplace.Payments;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Marketplace;

/// <summary>Keys are given once each, files are downloaded so often and so long; what goes back ends both.</summary>
public sealed class DigitalGoodsTests
{
    [Theory, EachDatabase]
    public async Task Ten_keys_and_eleven_orders_at_once_the_eleventh_waits_and_is_served_first(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Sells();
        var preset = await Keys(house);
        await Fill(house, preset, 1, 10);
        var orders = new List<Guid>();
        for (var i = 0; i < 11; i++)
            orders.Add((await house.Buy(house.David, preset.Product.Variants[0].Id)).Id);
        await Task.WhenAll(orders.Select(id => Task.Run(() => house.Get<OrderPayments>().MarkPaid(house.Karim, id))));
        await Task.WhenAll(house.Drain(), house.Drain());
        await house.Drain();

        var given = await Task.WhenAll(orders.Select(id => Mine(house, id)));
        given.SelectMany(g => g.Keys).Select(k => k.Text).Order().ShouldBe(Enumerable.Range(1, 10).Select(Key).Order());
        var waiting = given.Index().Single(g => g.Item.Waiting == 1).Index;
        (await Status(house, orders[waiting])).ShouldBe(OrderStatus.Confirmed);
        (await Status(house, orders[(waiting + 1) % 11])).ShouldBe(OrderStatus.Delivered);
        (
            await house.Database.Ask("SELECT COUNT(*) FROM \"Notifications\" WHERE \"Kind\" = 'keys_lacking' AND \"Channel\" = 'InApp'")
        ).ShouldBe("1");

        var filled = await Fill(house, preset, 10, 12);
        (filled.Added, filled.Known, filled.Served).ShouldBe((2, 1, 1));
        (await Mine(house, orders[waiting])).Keys.Single().Text.ShouldBe(Key(11));
        (await Status(house, orders[waiting])).ShouldBe(OrderStatus.Delivered);
        (await house.Get<LicenceKeys>().Pools(house.Amina, preset.Product.Number))
            .Single()
            .ShouldBe(new PoolView(preset.Product.Variants[0].Id, "", Free: 1, Given: 11, Waiting: 0));
    }

    [Theory, EachDatabase]
    public async Task A_refund_revokes_keys_and_files_and_no_key_is_given_twice(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Sells();
        var (preset, course) = (await Keys(house), await Files(house));
        await Fill(house, preset, 1, 2);
        await house.Get<ProductFiles>().Add(house.Amina, course.Product.Number, "lesson.zip", Bytes("lesson"));
        var (first, lessons) = (await Paid(house, preset), await Paid(house, course));
        var (key, file) = ((await Mine(house, first)).Keys.Single().Text, (await Mine(house, lessons)).Files.Single());
        (await Text(house, file.Word)).ShouldBe("lesson");
        foreach (var id in new[] { first, lessons })
        {
            var order = await house.Get<OwnOrders>().Get(house.Karim, id.ToString());
            await house.Get<OrderPayments>().Refund(house.Karim, id, order.Refundable);
        }
        await house.Drain();
        var back = await Mine(house, first);
        (back.IsTakenBack, back.Keys.Single().Text).ShouldBe((true, "…" + key[^4..]));
        (await Mine(house, lessons)).Files.Single().Word.ShouldBeNull();
        (await Till.Refused(() => house.Get<DigitalGoods>().Download(file.Word))).Code.ShouldBe("download_over");
        var second = await Paid(house, preset);
        (await Mine(house, second)).Keys.Single().Text.ShouldNotBe(key);
        (await Mine(house, await Paid(house, preset))).Waiting.ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task A_download_counts_and_its_link_ends(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Sells();
        var course = await Files(house);
        await house.Get<ProductFiles>().Add(house.Amina, course.Product.Number, "lesson.zip", Bytes("lesson"));
        var order = await Paid(house, course);
        (await Status(house, order)).ShouldBe(OrderStatus.Delivered);
        var (goods, word) = (house.Get<DigitalGoods>(), (await Mine(house, order)).Files.Single().Word);
        for (var i = 0; i < FileGrant.Each; i++)
            await Text(house, word);
        (await Till.Refused(() => goods.Download(word))).Code.ShouldBe("download_over");
        var used = await Mine(house, order);
        (used.Left, used.Files.Single().Word).ShouldBe((0, null));
        house.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(2));
        foreach (var wrong in new[] { word, null, "", "x", word + "x", new string('a', 5_000) })
            (await Till.Refused(() => goods.Download(wrong))).Kind.ShouldBe(RefusalKind.NotFound);
        // A second order has downloads of its own, until its year is over.
        var other = await Paid(house, course);
        house.Clock.Advance(TimeSpan.FromDays(FileGrant.Days) - TimeSpan.FromMinutes(1));
        var late = (await Mine(house, other)).Files.Single().Word;
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        (await Till.Refused(() => goods.Download(late))).Code.ShouldBe("download_over");
    }

    [Theory, EachDatabase]
    public async Task Keys_lie_sealed_and_only_their_buyer_sees_them(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Sells();
        var (preset, course, number) = (await Keys(house), await Files(house), 0);
        number = preset.Product.Number;
        await Fill(house, preset, 1, 2);
        (await house.Database.Ask("SELECT COUNT(*) FROM \"LicenceKeys\" WHERE \"Sealed\" LIKE '%KEY-%'")).ShouldBe("0");
        var (order, goods, keys) = (await Paid(house, preset), house.Get<DigitalGoods>(), house.Get<LicenceKeys>());
        (await goods.Known(house.Karim, order)).Single().Keys.Single().Text.ShouldBe("…0001");
        (await goods.Of(house.Karim, house.David.Cart(), order)).Single().Keys.Single().Text.ShouldBe("…0001");
        (await Till.Refused(() => goods.Of(house.Sara, house.Sara.Cart(), order))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Till.Refused(() => goods.Known(house.David, order))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await Till.Refused(() => goods.Known(house.Olga, order))).Kind.ShouldBe(RefusalKind.NotFound);
        foreach (var who in new[] { house.Karim, house.David })
        {
            (await Till.Refused(() => keys.Pools(who, number))).Kind.ShouldBe(RefusalKind.Forbidden);
            (await Till.Refused(() => Fill(house, preset, 1, 1, who))).Kind.ShouldBe(RefusalKind.Forbidden);
            (await Till.Refused(() => house.Get<ProductFiles>().List(who, course.Product.Number))).Kind.ShouldBe(RefusalKind.Forbidden);
        }
        (await Till.Refused(() => keys.Pools(house.Omar, number))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Till.Refused(() => keys.Pools(house.Amina, course.Product.Number))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Till.Refused(() => keys.Fill(house.Amina, number, Guid.NewGuid(), "A"))).Kind.ShouldBe(RefusalKind.NotFound);
        foreach (var wrong in new[] { null, " \n ", new string('k', LicenceKey.MaxText + 1) })
            (await Till.Refused(() => keys.Fill(house.Amina, number, preset.Product.Variants[0].Id, wrong)))
                .Fields[0]
                .Field.ShouldBe("keys");
        // A table: the first column counts, quotes and doubles are passed over.
        var filled = await keys.Fill(house.Amina, number, preset.Product.Variants[0].Id, "\"A-1\",2026\nA-1;x\r\n\nB-2\tz\n");
        (filled.Added, filled.Known).ShouldBe((2, 0));
        (await keys.Empty(house.Amina, number, preset.Product.Variants[0].Id)).ShouldBe(3);
        await goods.SendAgain(house.Karim, order, (await goods.Known(house.Karim, order)).Single().LineId);
        await house.Drain();
        (
            await house.Database.Ask("SELECT COUNT(*) FROM \"Notifications\" WHERE \"Kind\" = 'order_keys' AND \"Channel\" = 'InApp'")
        ).ShouldBe("2");
        (
            await house.Database.Ask("SELECT COUNT(*) FROM \"Notifications\" WHERE \"Title\" LIKE '%KEY-%' OR \"Content\" LIKE '%KEY-%'")
        ).ShouldBe("0");
    }

    [Theory, EachDatabase]
    public async Task Files_are_kept_by_kind_count_and_size(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (files, course) = (house.Get<ProductFiles>(), (await Files(house)).Product.Number);
        (await Till.Refused(() => files.Add(house.Amina, course, "empty.zip", Bytes("")))).Fields[0].Field.ShouldBe("file");
        (await Till.Refused(() => files.Add(house.Amina, 999, "a.zip", Bytes("a")))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Till.Refused(() => files.Add(house.Karim, course, "a.zip", Bytes("a")))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await Till.Refused(() => files.Add(house.Omar, course, "a.zip", Bytes("a")))).Kind.ShouldBe(RefusalKind.NotFound);
        for (var i = 0; i < ProductFiles.Most; i++)
            await files.Add(house.Amina, course, $"{i}.ex5", Bytes("a"));
        (await Till.Refused(() => files.Add(house.Amina, course, "more.ex5", Bytes("a")))).Kind.ShouldBe(RefusalKind.Conflict);
        var kept = await files.List(house.Amina, course);
        await files.Remove(house.Amina, course, kept[0].Id);
        (await files.List(house.Amina, course)).Count.ShouldBe(ProductFiles.Most - 1);
        (await Till.Refused(() => files.Remove(house.Amina, course, kept[0].Id))).Kind.ShouldBe(RefusalKind.NotFound);
    }

    private static string Key(int number) => $"KEY-{number:0000}";

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static Task<ProductView> Keys(House house) => house.Thing("Bot preset", 20, with: input => Of(input, GoodsKind.Key));

    private static Task<ProductView> Files(House house) => house.Thing("Course", 50, with: input => Of(input, GoodsKind.File));

    private static void Of(ProductInput input, GoodsKind kind)
    {
        input.Kind = kind;
        input.Variants[0].Stock = null;
    }

    private static Task<PoolFilled> Fill(House house, ProductView preset, int from, int to, Actor? who = null) =>
        house
            .Get<LicenceKeys>()
            .Fill(
                who ?? house.Amina,
                preset.Product.Number,
                preset.Product.Variants[0].Id,
                string.Join('\n', Enumerable.Range(from, to - from + 1).Select(Key))
            );

    private static async Task<Guid> Paid(House house, ProductView thing)
    {
        var placed = await house.Buy(house.David, thing.Product.Variants[0].Id);
        await house.Get<OrderPayments>().MarkPaid(house.Karim, placed.Id);
        await house.Drain();
        return placed.Id;
    }

    private static async Task<DigitalLine> Mine(House house, Guid order) =>
        (await house.Get<DigitalGoods>().Of(house.David, house.David.Cart(), order)).Single();

    private static async Task<OrderStatus> Status(House house, Guid order) =>
        (await house.Get<OwnOrders>().Get(house.Karim, order.ToString())).Status;

    private static async Task<string> Text(House house, string? word)
    {
        var file = await house.Get<DigitalGoods>().Download(word);
        using var reader = new StreamReader(file.Content);
        return await reader.ReadToEndAsync();
    }
}
