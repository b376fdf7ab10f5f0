using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Marketplace;

/// <summary>Orders of things on the shelf, told as a shop tells them, and delivered.</summary>
internal static class Buying
{
    private static int number;

    /// <summary>A delivered order with so many of each thing.</summary>
    public static async Task<Order> Bought(
        this House house,
        Actor who,
        ProductView thing,
        int quantity = 1,
        string status = "delivered",
        params ProductView[] with
    )
    {
        var things = with.Prepend(thing).ToList();
        var (told, _) = await house
            .Get<Orders>()
            .Record(
                house.Karim with
                {
                    Role = Role.Service,
                    UserId = null,
                    Name = "Shop",
                },
                who.CustomerId!.Value,
                new OrderInput
                {
                    Number = $"BUY-{Interlocked.Increment(ref number)}",
                    Status = status,
                    Lines =
                    [
                        .. things.Select(t => new OrderLineInput
                        {
                            Name = t.Product.NameEn,
                            Quantity = quantity,
                            UnitPrice = t.Product.Price,
                            Sku = t.Product.Variants[0].Sku,
                        }),
                    ],
                }
            );
        // A shop's lines know nothing of our catalogue.
        return await house.Store.Write(
            house.Amina,
            async db =>
            {
                var order = await db.Orders.Include(o => o.Lines.OrderBy(l => l.Place)).SingleAsync(o => o.Id == told.Id);
                foreach (var (line, thing) in order.Lines.Zip(things))
                    (line.ProductId, line.VariantId) = (thing.Product.Id, thing.Product.Variants[0].Id);
                return order;
            }
        );
    }

    public static ReviewInput With(this ReviewInput input, int? stars)
    {
        input.Rating = stars;
        return input;
    }

    /// <summary>Erases a customer and all that is held of them.</summary>
    public static async Task Erase(this House house, Actor who)
    {
        var confirm = await house.Database.Ask(
            $"SELECT \"UniqueId\" FROM \"Customers\" WHERE lower(cast(\"Id\" AS text)) = '{who.CustomerId}'"
        );
        var begun = await house.Get<Erasures>().Begin(house.Amina, who.CustomerId!.Value, new ErasureInput { Confirm = confirm });
        await house.Get<Erasures>().Run(house.Amina, begun.Id);
        await house.Drain();
    }
}
