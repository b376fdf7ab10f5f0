using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Stock;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Marketplace;

/// <summary>The ledger of stock (contract: market, Stock), on each database.</summary>
public sealed class StockLedgerTests
{
    private static StockDemand[] Of(ProductView product, int quantity, Guid? line = null) =>
        [new(product.Product.Variants[0].Id, line ?? Guid.NewGuid(), quantity)];

    private static async Task<(StockItem Item, List<StockMove> Moves)> Read(House house, ProductView product)
    {
        await using var db = house.Store.Open(house.Amina);
        var id = product.Product.Variants[0].Id;
        return (
            await db.StockItems.SingleAsync(i => i.VariantId == id),
            await db.StockMoves.Where(m => m.VariantId == id).OrderBy(m => m.Number).ToListAsync()
        );
    }

    private static async Task AddUp(House house, ProductView product, int onHand, int reserved)
    {
        var (item, moves) = await Read(house, product);
        (item.OnHand, item.Reserved).ShouldBe((onHand, reserved));
        StockMoveKind[] held = [StockMoveKind.Reserved, StockMoveKind.Released];
        moves.Where(m => !held.Contains(m.Kind) && m.Kind != StockMoveKind.Scrapped).Sum(m => m.Quantity).ShouldBe(onHand);
        moves.Where(m => held.Contains(m.Kind) || m.Kind == StockMoveKind.Shipped).Sum(m => m.Quantity).ShouldBe(reserved);
        // Each begins where the one before ended.
        moves.Zip(moves.Skip(1)).ShouldAllBe(pair => pair.First.After == pair.Second.Before);
        moves[^1].After.ShouldBe(item.Available);
    }

    [Theory, EachDatabase]
    public async Task Of_two_hundred_buyers_of_twenty_exactly_twenty_get_one(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var mug = await house.Thing(stock: 20);
        async Task<string?> Buy()
        {
            try
            {
                await house.Store.Write(house.Sara, db => StockLedger.Reserve(db, Guid.NewGuid(), Of(mug, 1)));
                return null;
            }
            catch (Refusal refusal)
            {
                return refusal.Code;
            }
        }
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Buy()));
        outcomes.Count(o => o is null).ShouldBe(20);
        outcomes.Count(o => o == "sold_out").ShouldBe(180);
        await AddUp(house, mug, 20, 20);
        (await house.Get<Products>().Of(house.Sara, mug.Product.Number)).ShouldSatisfyAllConditions(
            p => p.Available.ShouldBe(0),
            p => p.Product.IsSoldOut.ShouldBeTrue()
        );
    }

    [Theory, EachDatabase]
    public async Task Two_lines_of_one_variant_are_summed_and_nothing_of_an_order_stays_that_lacks_one(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (mug, pen) = (await house.Thing(stock: 5), await house.Thing("Pen", stock: 50));
        var refused = await Should.ThrowAsync<Refusal>(() =>
            house.Store.Write(
                house.Sara with
                {
                    Language = "en",
                },
                db => StockLedger.Reserve(db, Guid.NewGuid(), [.. Of(pen, 10), .. Of(mug, 3), .. Of(mug, 3)])
            )
        );
        (refused.Kind, refused.Code).ShouldBe((RefusalKind.Conflict, "sold_out"));
        refused.Message.ShouldContain("Mug");
        refused.Message.ShouldContain("5");
        await AddUp(house, mug, 5, 0);
        await AddUp(house, pen, 50, 0);
        await house.Store.Write(house.Sara, db => StockLedger.Reserve(db, Guid.NewGuid(), [.. Of(mug, 3), .. Of(mug, 2)]));
        await AddUp(house, mug, 5, 5);
    }

    [Theory, EachDatabase]
    public async Task What_comes_again_moves_nothing(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (mug, order) = (await house.Thing(stock: 10), Guid.NewGuid());
        var (line, parcel, back) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        async Task Twice(Func<AppDb, Task> act)
        {
            await house.Store.Write(house.Karim, act);
            await house.Store.Write(house.Karim, act);
        }
        await Twice(db => StockLedger.Reserve(db, order, Of(mug, 4, line)));
        await AddUp(house, mug, 10, 4);
        await Twice(db => StockLedger.Ship(db, order, Of(mug, 3, parcel)));
        await AddUp(house, mug, 7, 1);
        await Twice(db => StockLedger.Release(db, order));
        await AddUp(house, mug, 7, 0);
        await Twice(db => StockLedger.PutBack(db, order, Of(mug, 2, back), StockMoveKind.Returned, "Too small"));
        await AddUp(house, mug, 9, 0);
        await Twice(db => StockLedger.PutBack(db, order, Of(mug, 1), StockMoveKind.Scrapped, "Broken"));
        await AddUp(house, mug, 9, 0);
        // Released, it may be held again, for what was paid late.
        await Twice(db => StockLedger.Reserve(db, order, Of(mug, 4, line)));
        await AddUp(house, mug, 9, 4);
        await Twice(db => StockLedger.Release(db, order));
        await AddUp(house, mug, 9, 0);
    }

    [Theory, EachDatabase]
    public async Task What_was_never_held_ships_only_if_it_is_there(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var mug = await house.Thing(stock: 5);
        await house.Store.Write(house.Sara, db => StockLedger.Reserve(db, Guid.NewGuid(), Of(mug, 3)));
        (
            await Should.ThrowAsync<Refusal>(() => house.Store.Write(house.Karim, db => StockLedger.Ship(db, Guid.NewGuid(), Of(mug, 3))))
        ).Code.ShouldBe("sold_out");
        await house.Store.Write(house.Karim, db => StockLedger.Ship(db, Guid.NewGuid(), Of(mug, 2)));
        await AddUp(house, mug, 3, 3);
    }

    [Theory, EachDatabase]
    public async Task Back_orders_are_taken_and_files_are_always_there(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var mug = await house.Thing(stock: 1, with: p => p.Variants[0].Policy = StockPolicy.BackOrder);
        await house.Store.Write(house.Sara, db => StockLedger.Reserve(db, Guid.NewGuid(), Of(mug, 3)));
        await AddUp(house, mug, 1, 3);
        var view = await house.Get<Products>().Of(house.Sara, mug.Product.Number);
        (view.Available, view.Product.IsSoldOut, view.Stock.Values.Single().Level).ShouldBe((0, false, StockLevel.PreOrder));
        var input = Shelf.Input(stock: null);
        input.Variants = [new() { Id = mug.Product.Variants[0].Id, Price = 10 }];
        (await Should.ThrowAsync<Refusal>(() => house.Get<Products>().Save(house.Amina, mug.Product.Number, input))).Code.ShouldBe(
            "stock_owed"
        );
        var file = await house.Thing(
            "Guide",
            with: p =>
            {
                p.Kind = GoodsKind.File;
                p.Variants[0].Stock = null;
            }
        );
        await house.Store.Write(house.Sara, db => StockLedger.Reserve(db, Guid.NewGuid(), Of(file, 100)));
        (await house.Get<Products>().Of(house.Sara, file.Product.Number)).Available.ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task The_database_itself_promises_no_more_than_there_is(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var mug = await house.Thing(stock: 5);
        await Should.ThrowAsync<Exception>(() =>
            house.Store.Write(house.Product, db => db.StockItems.ExecuteUpdateAsync(set => set.SetProperty(i => i.Reserved, 6)))
        );
        await AddUp(house, mug, 5, 0);
    }

    [Theory, EachDatabase]
    public async Task Levels_that_change_are_told_and_small_steps_are_not(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var mug = await house.Thing(stock: 20);
        foreach (var quantity in new[] { 1, 1, 14, 4 })
            await house.Store.Write(house.Sara, db => StockLedger.Reserve(db, Guid.NewGuid(), Of(mug, quantity)));
        var told = (await house.Events(house.Nour)).Select(e => e.Happening()).OfType<StockChanged>().ToList();
        told.Select(c => (c.From, c.To, c.Level))
            .ShouldBe([(0, 20, StockLevel.InStock), (18, 4, StockLevel.LowStock), (4, 0, StockLevel.OutOfStock)]);
        told.ShouldAllBe(c => c.ProductId == mug.Product.Id);
        // Admins hear of the two that matter, agents of none.
        await house.Drain();
        await using var db = house.Store.Open(house.Product);
        var notices = await db
            .Notifications.Where(n => n.Kind == "stock_low" && n.Channel == Channel.Bell)
            .OrderBy(n => n.Id)
            .ToListAsync();
        notices.Select(n => n.Title).ShouldBe(["“Mug” is running low: 4 left", "“Mug” is sold out"]);
        notices.ShouldAllBe(n => n.UserId == house.Amina.UserId);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public async Task Nobody_demands_nothing_or_everything(int quantity)
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var mug = await house.Thing();
        (
            await Should.ThrowAsync<Refusal>(() =>
                house.Store.Write(house.Sara, db => StockLedger.Reserve(db, Guid.NewGuid(), Of(mug, quantity)))
            )
        )
            .Fields[0]
            .Field.ShouldBe("quantity");
    }
}
