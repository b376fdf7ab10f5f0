using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Reviews;

/// <summary>
/// What customers say of products. Everybody reads what is published; the mean stands on the product, kept in the write of every review.
/// What the team does with them is in ProductReviews.Handling.
/// </summary>
public sealed partial class ProductReviews(Store store, ShelfReads shelves)
{
    // The fifth single star within an hour waits, if their accounts are new.
    private const int Burst = 5;
    private static readonly TimeSpan BurstTime = TimeSpan.FromHours(1),
        NewAccount = TimeSpan.FromDays(30);

    /// <summary>
    /// The published ones of a product, the latest first, for anybody. Invalid for a limit outside 1 to 100, NotFound for a product that is
    /// not on sale.
    /// </summary>
    public async Task<ReviewPage> List(Actor actor, int product, int skip = 0, int limit = 20)
    {
        ListPart.DemandSkip(skip, limit);
        return await shelves.Beside(actor, ("reviews", product, skip, limit), db => Read(db, product, skip, limit));
    }

    private static async Task<ReviewPage> Read(AppDb db, int product, int skip, int limit)
    {
        var id = (await Shelved.Find(db, product)).Id;
        var shown = db.Reviews.Where(r => r.ProductId == id && r.State == PostState.Published);
        var stars = await shown
            .GroupBy(r => r.Rating)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count);
        return new(
            await shown.OrderByDescending(r => r.CreatedAt).ThenByDescending(r => r.Number).Skip(skip).Take(limit).ToListAsync(),
            stars.Values.Sum(),
            [.. Enumerable.Range(1, 5).Select(n => stars.GetValueOrDefault(n))]
        );
    }

    /// <summary>
    /// What a customer said of a product, in whatever state (null for nothing yet), and whether they may say something: where only buyers
    /// may, others can't.
    /// </summary>
    public async Task<(Review? Review, bool May)> Mine(Actor actor, Guid customerId, int product)
    {
        actor.DemandFor(customerId, MarketRights.See);
        await using var db = store.Open(actor);
        var id = (await Shelved.Find(db, product)).Id;
        var own = await db.Reviews.SingleOrDefaultAsync(r => r.ProductId == id && r.CustomerId == customerId);
        return (own, own is not null || !await OnlyBuyers(db) || await DeliveredLines.Has(db, customerId, id));
    }

    /// <summary>
    /// A customer's review, written or written again; staff may for a customer. One that leads elsewhere (link, e-mail, phone number), or
    /// is one of a burst of single stars, waits for the team. Invalid, NotFound; Forbidden <c>review_buyers_only</c> where the company
    /// wants to hear from buyers alone.
    /// </summary>
    public Task<ReviewView> Write(Actor actor, Guid customerId, int product, ReviewInput input)
    {
        actor.DemandFor(customerId, MarketRights.Sell);
        input.CheckAll();
        return store.Write(
            actor,
            async db =>
            {
                var (about, author) = (await Shelved.Find(db, product), await CustomerRecords.Find(db, customerId));
                var review = await db.Reviews.SingleOrDefaultAsync(r => r.ProductId == about.Id && r.CustomerId == customerId);
                var (before, weight) = (review?.Facts, review?.Weight ?? (0, 0));
                var isBuyer = await DeliveredLines.Has(db, customerId, about.Id);
                if (review is null && !isBuyer && await OnlyBuyers(db))
                    throw Refusal.Forbidden(Words.Of("Review_BuyersOnly"), "review_buyers_only");
                if (review is null)
                    db.Reviews.Add(
                        review = new Review
                        {
                            Number = await Sequences.Next(db, "review"),
                            ProductId = about.Id,
                            CustomerId = customerId,
                            CreatedAt = actor.Now,
                        }
                    );
                var doubt = Screening.Of(input.Title, input.Comment) | await BurstOf(db, review, author, input);
                review.IsVerified = isBuyer;
                review.Write(input, PersonName.Short(author.Name), doubt, actor.Now);
                Settle(db, about, review, before, weight);
                return new ReviewView(review, about.Number, about.Slug, about.Name(actor.Language));
            }
        );
    }

    /// <summary>Whether only buyers may review, for whoever is in the company's shop.</summary>
    public async Task<bool> OnlyBuyers(Actor actor)
    {
        await using var db = store.Open(actor);
        return await OnlyBuyers(db);
    }

    private static async Task<bool> OnlyBuyers(AppDb db) => await db.ReviewTerms.AnyAsync(t => t.OnlyBuyers);

    // Product, points and history follow from what it was and is.
    private static void Settle(AppDb db, Product about, Review review, ReviewFacts? before, (int Stars, int Reviews) weight)
    {
        about.Rate(review.Weight.Stars - weight.Stars, review.Weight.Reviews - weight.Reviews);
        if (review.CustomerId is { } author)
            db.Record(new ReviewChanged(review.Id, review.Number, author, about.Id, about.NameEn, before, review.Facts));
    }

    private static async Task<PostDoubt> BurstOf(AppDb db, Review review, Customer author, ReviewInput input)
    {
        var (since, young) = (db.Actor.Now - BurstTime, db.Actor.Now - NewAccount);
        if (input.Rating != 1 || author.CreatedAt <= young)
            return PostDoubt.None;
        var accounts = db.Customers;
        var others = await db
            .Reviews.Where(r => r.ProductId == review.ProductId && r.Id != review.Id && r.Rating == 1 && r.UpdatedAt > since)
            .CountAsync(r => accounts.Any(c => c.Id == r.CustomerId && c.CreatedAt > young));
        return others + 1 >= Burst ? PostDoubt.Burst : PostDoubt.None;
    }
}
