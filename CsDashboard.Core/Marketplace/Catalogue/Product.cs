using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Catalogue;

/// <summary>
/// What the shop sells, in up to two languages. Its prices are those of its variants; the cheapest stands here beside, since lists are
/// sorted by it.
/// </summary>
public sealed partial class Product : ITenantOwned
{
    public const int MaxName = 200,
        MaxSummary = 500,
        MaxText = 20_000;

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }

    /// <summary>What people and the API call it: 1, 2, 3 … in the company.</summary>
    public int Number { get; init; }

    /// <summary>The name in addresses: lower-case letters, digits and hyphens; unique in the company.</summary>
    public required string Slug { get; set; }
    public GoodsKind Kind { get; set; }
    public ProductState State { get; private set; }

    /// <summary>When what is published is first shown; null for at once.</summary>
    public DateTimeOffset? PublishAt { get; private set; }
    public Guid? CategoryId { get; set; }
    public string? Brand { get; set; }

    /// <summary>As <see cref="TagWords"/> stores them.</summary>
    public string TagText { get; set; } = "";
    public bool IsFeatured { get; set; }
    public bool IsDeal { get; set; }
    public bool IsTrending { get; set; }

    /// <summary>Searches and shelves leave it out, though it is on sale: its page and its orders stay.</summary>
    public bool IsHidden { get; set; }

    /// <summary>How often its page was opened.</summary>
    public int Views { get; private set; }

    /// <summary>The price of the cheapest variant that is for sale, in the company's currency.</summary>
    public decimal Price { get; private set; }

    /// <summary>What that one cost before, or costs elsewhere; only ever above the price.</summary>
    public decimal? ComparePrice { get; private set; }

    /// <summary>Nothing is left of any variant that is for sale, kept by the ledger of stock: lists show it last.</summary>
    public bool IsSoldOut { get; internal set; }
    public int RatingSum { get; private set; }
    public int RatingCount { get; private set; }

    /// <summary>The mean of its reviews in hundredths of a star; 0 without any.</summary>
    public int Rating { get; private set; }

    /// <summary>Access: the membership tier that the buyer gets, and for how many days.</summary>
    public string? Tier { get; set; }
    public int? AccessDays { get; set; }

    /// <summary>The file that it came with.</summary>
    public Guid? ImportId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public List<ProductVariant> Variants { get; private init; } = [];

    /// <summary>Anybody sees it and may buy it.</summary>
    public bool IsOnSale(DateTimeOffset now) => State == ProductState.Published && (PublishAt is null || PublishAt <= now);

    public void Publish(DateTimeOffset? at) => (State, PublishAt) = (ProductState.Published, at);

    /// <summary>Back to a draft, from wherever it was.</summary>
    public void Withdraw() => (State, PublishAt) = (ProductState.Draft, null);

    public void Archive() => (State, PublishAt) = (ProductState.Archived, null);

    /// <summary>A review says so many stars, or takes some back; or one more or fewer is there.</summary>
    internal void Rate(int stars, int reviews)
    {
        (RatingSum, RatingCount) = (RatingSum + stars, RatingCount + reviews);
        Rating = RatingCount == 0 ? 0 : (int)decimal.Round(100m * RatingSum / RatingCount, Money.Rule);
    }

    /// <summary>What another program counted of it. Its stars only while nobody has reviewed it here.</summary>
    internal void Told(decimal? stars, int? reviews, int? views)
    {
        Views = views ?? Views;
        if (stars is not { } mean)
            return;
        RatingCount = reviews ?? 1;
        RatingSum = (int)decimal.Round(mean * RatingCount, Money.Rule);
        Rating = (int)decimal.Round(mean * 100, Money.Rule);
    }

    /// <summary>It is new, complete, and in this state.</summary>
    internal void Arrive(ProductState state, DateTimeOffset now)
    {
        Become(state, null);
        TakePrice();
        Fold();
        Changed(now);
    }

    /// <summary>Published at once, or at a time.</summary>
    internal void Become(ProductState state, DateTimeOffset? publishAt) =>
        (State, PublishAt) = (state, state == ProductState.Published ? publishAt : null);

    /// <summary>Each change is later than the one before, whatever the clock says, since the time identifies the version.</summary>
    internal void Changed(DateTimeOffset now) => UpdatedAt = now > UpdatedAt ? now : UpdatedAt.AddMilliseconds(1);

    /// <summary>Takes its price over from the cheapest variant that is for sale.</summary>
    internal void TakePrice()
    {
        if (Variants.Where(v => v.IsActive).DefaultIfEmpty(Variants.FirstOrDefault()).MinBy(v => v?.Price) is { } cheapest)
            (Price, ComparePrice) = (cheapest.Price, cheapest.ComparePrice);
    }
}
