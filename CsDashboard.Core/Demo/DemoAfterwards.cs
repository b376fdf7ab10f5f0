using System.Text;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Marketplace.Deliveries;
using CsDashboard.Marketplace.Payments;
using CsDashboard.Marketplace.Returns;
using CsDashboard.Marketplace.Reviews;

namespace CsDashboard.Demo;

/// <summary>
/// What follows a purchase: reviews and questions in both languages, some of which wait for the team, returns in every state, an order in
/// two parcels, and the keys and files of what nobody sends.
/// </summary>
public sealed class DemoAfterwards(
    Checkouts checkouts,
    OwnOrders orders,
    OrderPayments payments,
    Products products,
    ProductFiles files,
    LicenceKeys keys,
    GoodsReturns returns,
    ProductReviews reviews,
    ProductQuestions questions
)
{
    private const int Preset = 14;
    private static readonly int[] Courses = [11, 12, 13],
        Things = [15, 17, 19, 21, 26, 29, 31, 32];

    private sealed record Said(List<Opinion> Reviews, List<Wonder> Questions);

    private sealed record Opinion(int Product, int Stars, string Language, string Title, string Text, string? Reply = null);

    private sealed record Wonder(int Product, string Language, string Text, string? Answer = null, string? Buyer = null);

    /// <summary>The whole of it; the first customer has a bit of everything.</summary>
    public async Task Fill(
        Actor admin,
        Actor agent,
        IReadOnlyList<(Actor Actor, string Language)> customers,
        DateTimeOffset now,
        Func<Actor, DateTimeOffset, Actor> at
    )
    {
        await Shelve(at(admin, now.AddDays(-120)));
        await Return(agent, [.. customers.Select(c => c.Actor)], now, at);
        await Send(agent, customers[0].Actor, now, at);
        var said = DemoCompany.Read<Said>("posts");
        await Review(said.Reviews, agent, customers, now, at);
        await Ask(said.Questions, agent, customers, now, at);
    }

    // Keys in the pool and files to download.
    private async Task Shelve(Actor admin)
    {
        var preset = await products.Known(admin, Preset);
        var some = string.Join(
            '\n',
            Enumerable.Range(1, 25).Select(i => $"CALM-{i * 7919 % 10_000:0000}-{i * 104_729 % 100_000:00000}-GRID")
        );
        await keys.Fill(admin, Preset, preset.Product.Variants[0].Id, some);
        foreach (var course in Courses)
        {
            var text = $"Thank you for choosing this.\n\nThe lessons of product {course} stand in this file.\n";
            await files.Add(admin, course, "lessons.txt", new MemoryStream(Encoding.UTF8.GetBytes(text)));
        }
    }

    // Eight returns, from one that was just asked for to those that are finished.
    private async Task Return(Actor agent, List<Actor> customers, DateTimeOffset now, Func<Actor, DateTimeOffset, Actor> at)
    {
        ReturnStatus[][] ways =
        [
            [],
            [],
            [ReturnStatus.Approved],
            [ReturnStatus.Approved, ReturnStatus.InTransit],
            [ReturnStatus.Approved, ReturnStatus.InTransit, ReturnStatus.Received],
            [ReturnStatus.Approved, ReturnStatus.InTransit, ReturnStatus.Received, ReturnStatus.Refunded],
            [ReturnStatus.Rejected],
            [ReturnStatus.Approved, ReturnStatus.Received, ReturnStatus.Refunded],
        ];
        ReturnReason[] reasons = [ReturnReason.NoLongerNeeded, ReturnReason.Defective, ReturnReason.WrongItem, ReturnReason.Damaged];
        string?[] texts = ["It doesn’t fit on my desk.", "It stopped working after a week.", null, "وصلت العلبة مكسورة."];
        foreach (var (i, way) in ways.Index())
        {
            var (buyer, began) = (customers[2 + 2 * i], now.AddDays(-18 + i));
            var order = await Buy(agent, buyer, began, at, Things[i], quantity: 1 + i % 2);
            foreach (var step in new[] { OrderStatus.Processing, OrderStatus.Shipped, OrderStatus.Delivered })
                await orders.Move(at(agent, began.AddDays(1 + (int)step)), order.Id, step);
            var asked = at(buyer, began.AddDays(7));
            var made = await returns.Request(
                asked,
                buyer.CustomerId!.Value,
                order.Number,
                new ReturnInput { Reason = Word.Of(reasons[i % reasons.Length]), Description = texts[i % texts.Length] }
            );
            foreach (var (j, step) in way.Index())
                await returns.Move(
                    at(agent, began.AddDays(7.2 + j)),
                    made.Return.SequenceNumber,
                    new ReturnMove
                    {
                        To = step,
                        Note = step == ReturnStatus.Rejected ? "The seal was broken and parts were missing." : null,
                    }
                );
        }
    }

    // An order of which a part is on its way, and one of goods that come at once.
    private async Task Send(Actor agent, Actor customer, DateTimeOffset now, Func<Actor, DateTimeOffset, Actor> at)
    {
        var order = await Buy(agent, customer, now.AddDays(-3), at, Things[0], 3);
        await orders.Send(
            at(agent, now.AddDays(-1)),
            order.Id,
            new ParcelInput
            {
                Items = [new ParcelItem(order.Lines[0].Id, 2)],
                Tracking = new TrackingInput
                {
                    Carrier = "DHL",
                    Number = "JD014600099120",
                    Url = "https://www.dhl.com/track?id=JD014600099120",
                },
            }
        );
        await Buy(agent, customer, now.AddDays(-2), at, Preset, 1);
        await Buy(agent, customer, now.AddDays(-2), at, Courses[0], 1);
    }

    private async Task Review(
        List<Opinion> said,
        Actor agent,
        IReadOnlyList<(Actor Actor, string Language)> customers,
        DateTimeOffset now,
        Func<Actor, DateTimeOffset, Actor> at
    )
    {
        foreach (var (i, opinion) in said.Index())
        {
            var (speakers, when) = (Speakers(customers, opinion.Language), now.AddDays(-60 + 1.9 * i));
            var author = at(speakers[(i + 3) % speakers.Count], when);
            var made = await reviews.Write(
                author,
                author.CustomerId!.Value,
                opinion.Product,
                new ReviewInput
                {
                    Rating = opinion.Stars,
                    Title = opinion.Title,
                    Comment = opinion.Text,
                }
            );
            if (opinion.Reply is { } reply)
                await reviews.Answer(at(agent, when.AddHours(6)), made.Review.Number, reply);
        }
    }

    private async Task Ask(
        List<Wonder> asked,
        Actor agent,
        IReadOnlyList<(Actor Actor, string Language)> customers,
        DateTimeOffset now,
        Func<Actor, DateTimeOffset, Actor> at
    )
    {
        foreach (var (i, wonder) in asked.Index())
        {
            var (speakers, when) = (Speakers(customers, wonder.Language), now.AddDays(-34 + 3 * i));
            var author = at(speakers[(i + 5) % speakers.Count], when);
            var made = await questions.Ask(author, author.CustomerId!.Value, wonder.Product, wonder.Text);
            if (wonder.Buyer is { } buyer)
                await questions.Give(at(speakers[(i + 7) % speakers.Count], when.AddHours(2)), made.Question.Number, buyer);
            if (wonder.Answer is { } answer)
                await questions.Give(at(agent, when.AddHours(4)), made.Question.Number, answer);
        }
    }

    private static List<Actor> Speakers(IReadOnlyList<(Actor Actor, string Language)> customers, string language) =>
        [.. customers.Where(c => c.Language == language).Select(c => c.Actor)];

    private async Task<OwnOrder> Buy(
        Actor agent,
        Actor customer,
        DateTimeOffset began,
        Func<Actor, DateTimeOffset, Actor> at,
        int product,
        int quantity
    )
    {
        var variant = (await products.Known(agent, product)).Product.Variants[0].Id;
        var placed = await checkouts.Place(
            at(customer, began),
            CartOwner.Customer(customer.CustomerId!.Value),
            DemoOrders.Input(variant, quantity, customer.Name)
        );
        return await payments.MarkPaid(at(agent, began.AddHours(5)), placed.Id);
    }
}
