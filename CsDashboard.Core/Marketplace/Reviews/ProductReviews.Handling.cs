using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Reviews;

// What the team does with reviews.
public sealed partial class ProductReviews
{
    private const int MaxSize = 100;

    /// <summary>Those in a state, or all, the latest first. Invalid for a malformed cursor.</summary>
    public async Task<Page<ReviewView>> Queue(Actor actor, PostState? state = null, string? after = null, int size = 30)
    {
        actor.Demand(MarketRights.Sell);
        var (place, count) = (Cursor.Read(after), Math.Clamp(size, 1, MaxSize));
        await using var db = store.Open(actor);
        var reviews = db.Reviews.Where(r => state == null || r.State == state);
        if (place is { } p)
            reviews = reviews.Where(r => r.UpdatedAt < p.At || (r.UpdatedAt == p.At && r.Id < p.Id));
        var rows = await reviews
            .OrderByDescending(r => r.UpdatedAt)
            .ThenByDescending(r => r.Id)
            .Take(count + 1)
            .Join(db.Products, r => r.ProductId, p => p.Id, (r, p) => new { Review = r, Product = p })
            .OrderByDescending(r => r.Review.UpdatedAt)
            .ThenByDescending(r => r.Review.Id)
            .ToListAsync();
        return Page.Of(
            rows.ConvertAll(r => new ReviewView(r.Review, r.Product.Number, r.Product.Slug, r.Product.Name(actor.Language))),
            count,
            r => new(r.Review.UpdatedAt, r.Review.Id)
        );
    }

    /// <summary>How many wait for somebody.</summary>
    public async Task<int> Waiting(Actor actor)
    {
        actor.Demand(MarketRights.Sell);
        await using var db = store.Open(actor);
        return await db.Reviews.CountAsync(r => r.State == PostState.Held);
    }

    /// <summary>Publishes or turns down; the same again changes nothing. NotFound.</summary>
    public Task Decide(Actor actor, int number, bool publish)
    {
        actor.Demand(MarketRights.Sell);
        return store.Write(
            actor,
            async db =>
            {
                var review = await Find(db, number);
                var (before, weight) = (review.Facts, review.Weight);
                review.Decide(publish, actor.Now);
                if (review.Facts != before)
                    Settle(db, await db.Products.SingleAsync(p => p.Id == review.ProductId), review, before, weight);
            }
        );
    }

    /// <summary>
    /// What the company says to a review, below it for everybody; nothing takes it away. Invalid for more than 2,000 letters, NotFound.
    /// </summary>
    public Task Answer(Actor actor, int number, string? text)
    {
        actor.Demand(MarketRights.Sell);
        var said = new PostText { Text = text }.Read(optional: true);
        return store.Write(
            actor,
            async db =>
            {
                var review = await Find(db, number);
                if (review.Reply == said)
                    return;
                review.Answer(said, actor.Name, actor.Now);
                var about = await db.Products.SingleAsync(p => p.Id == review.ProductId);
                if (said is not null)
                    db.Record(new ReviewAnswered(review.Id, review.CustomerId, about.Number, about.Slug, about.NameEn, said));
            }
        );
    }

    /// <summary>Whether buyers alone may review; what others wrote before stays.</summary>
    public Task SetTerms(Actor actor, bool onlyBuyers)
    {
        actor.Demand(MarketRights.Manage);
        return store.Write(
            actor,
            async db =>
            {
                var terms = await db.ReviewTerms.SingleOrDefaultAsync();
                if ((terms?.OnlyBuyers ?? false) == onlyBuyers)
                    return;
                if (terms is null)
                    db.ReviewTerms.Add(terms = new ReviewTerms { TenantId = actor.TenantId });
                terms.OnlyBuyers = onlyBuyers;
                db.Record(new ReviewTermsChanged(actor.TenantId, onlyBuyers));
            }
        );
    }

    private static async Task<Review> Find(AppDb db, int number) =>
        await db.Reviews.SingleOrDefaultAsync(r => r.Number == number) ?? throw Refusal.NotFound();
}
