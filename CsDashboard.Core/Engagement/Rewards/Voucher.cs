using CsDashboard.Customers;
using CsDashboard.Engagement.Offers;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Rewards;

/// <summary>
/// Something that points buy from the company: a percentage or an amount off an order. What a member gets for the points is an offer of
/// their own.
/// </summary>
public sealed class Voucher : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public string Name { get; private set; } = "";
    public string NameAr { get; private set; } = "";

    /// <summary>Points.</summary>
    public int Cost { get; private set; }

    /// <summary>Percent or Amount.</summary>
    public Discount Discount => new(Kind, Worth);
    private OfferKind Kind { get; set; }
    private decimal Worth { get; set; }
    public decimal MinPurchase { get; private set; }

    /// <summary>How many days its code is valid.</summary>
    public int ValidDays { get; private set; }

    /// <summary>Null for no limit, like <see cref="InAll"/>.</summary>
    public int? PerPerson { get; private set; }
    public int? InAll { get; private set; }

    /// <summary>How often it was redeemed.</summary>
    public int Taken { get; private set; }
    public bool IsOff { get; private set; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The first reason against it; what a person can't change comes before missing points, which may still come.</summary>
    public VoucherWhy WhyNot(int mine, long available) =>
        IsOff ? VoucherWhy.Off
        : mine >= PerPerson ? VoucherWhy.Used
        : Taken >= InAll ? VoucherWhy.Exhausted
        : available < Cost ? VoucherWhy.Points
        : VoucherWhy.None;

    internal VoucherInput Facts =>
        new()
        {
            Name = Name,
            NameAr = NameAr,
            Cost = Cost,
            Kind = Kind,
            Worth = Worth,
            MinPurchase = MinPurchase,
            ValidDays = ValidDays,
            PerPerson = PerPerson,
            InAll = InAll,
            IsOff = IsOff,
        };

    /// <summary>Takes over a checked input. Vouchers that members already have stay as they were.</summary>
    internal void Take(VoucherInput input, Discount discount)
    {
        (Name, NameAr, Cost, Kind, Worth) = (input.Name!.Trim(), input.NameAr!.Trim(), input.Cost, discount.Kind, discount.Worth);
        (MinPurchase, ValidDays, PerPerson, InAll, IsOff) = (
            decimal.Round(input.MinPurchase, 4),
            input.ValidDays,
            input.PerPerson,
            input.InAll,
            input.IsOff
        );
    }

    /// <summary>Redeems one: an offer with this code that one person has and nobody else can get.</summary>
    internal Offer Redeem(string code, DateTimeOffset now)
    {
        Taken++;
        return new Offer
        {
            VoucherId = Id,
            Code = code,
            Title = Name,
            TitleAr = NameAr,
            Discount = Discount,
            MinPurchase = MinPurchase,
            StartsAt = now,
            EndsAt = now.AddDays(ValidDays),
            InAll = 1,
            Taken = 1,
            CreatedAt = now,
        };
    }
}
