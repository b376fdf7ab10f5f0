using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement;

/// <summary>Why a voucher is not to be had now.</summary>
public enum VoucherWhy { None, Off, Used, Exhausted, Points }

/// <summary>Something of the company's that points buy: so many percent, or an amount, off an order. What a member got for points is an offer of their own.</summary>
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
    /// <summary>Its code is good for so long.</summary>
    public int ValidDays { get; private set; }
    /// <summary>Null for no limit, like <see cref="InAll"/>.</summary>
    public int? PerPerson { get; private set; }
    public int? InAll { get; private set; }
    /// <summary>How often it was redeemed.</summary>
    public int Taken { get; private set; }
    public bool IsOff { get; private set; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The first thing that is against it; what a person can't change comes before the points, which may still come.</summary>
    public VoucherWhy WhyNot(int mine, long available) =>
        IsOff ? VoucherWhy.Off : mine >= PerPerson ? VoucherWhy.Used : Taken >= InAll ? VoucherWhy.Exhausted : available < Cost ? VoucherWhy.Points : VoucherWhy.None;

    internal VoucherInput Facts => new() { Name = Name, NameAr = NameAr, Cost = Cost, Kind = Kind, Worth = Worth, MinPurchase = MinPurchase, ValidDays = ValidDays, PerPerson = PerPerson, InAll = InAll, IsOff = IsOff };

    /// <summary>Takes over a checked input. What members have already stays as it was.</summary>
    internal void Take(VoucherInput input, Discount discount)
    {
        (Name, NameAr, Cost, Kind, Worth) = (input.Name!.Trim(), input.NameAr!.Trim(), input.Cost, discount.Kind, discount.Worth);
        (MinPurchase, ValidDays, PerPerson, InAll, IsOff) = (decimal.Round(input.MinPurchase, 4), input.ValidDays, input.PerPerson, input.InAll, input.IsOff);
    }

    /// <summary>One was redeemed: an offer with this code that one person has, and nobody else gets.</summary>
    internal Offer Redeem(string code, DateTimeOffset now)
    {
        Taken++;
        return new Offer
        {
            VoucherId = Id, Code = code, Title = Name, TitleAr = NameAr, Discount = Discount,
            MinPurchase = MinPurchase, StartsAt = now, EndsAt = now.AddDays(ValidDays), InAll = 1, Taken = 1, CreatedAt = now,
        };
    }
}

/// <summary>What an admin says of a voucher.</summary>
public sealed record VoucherInput
{
    [Text(80)] public string? Name { get; set; }
    [Text(80)] public string? NameAr { get; set; }
    [Bounds(1, (int)PointsInput.Most)] public int Cost { get; set; } = 500;
    public OfferKind Kind { get; set; }
    [Amount] public decimal Worth { get; set; } = 10;
    [Amount] public decimal MinPurchase { get; set; }
    [Bounds(1, 365)] public int ValidDays { get; set; } = 90;
    [Bounds(1, 1_000)] public int? PerPerson { get; set; }
    [Bounds(1, 100_000_000)] public int? InAll { get; set; }
    public bool IsOff { get; set; }

    internal Discount DiscountIn(Currency currency) => Discount.Of(currency, Kind, Worth, OfferKind.Percent, OfferKind.Amount);
}

/// <summary>In the language of the person.</summary>
public sealed record VoucherView
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required int Cost { get; init; }
    public required Discount Discount { get; init; }
    public required decimal MinPurchase { get; init; }
    public required int ValidDays { get; init; }
    public required int? PerPerson { get; init; }
    public required int? InAll { get; init; }
    public required int Taken { get; init; }
    public required bool IsOff { get; init; }
}

/// <summary>A voucher as a member stands to it. Short is how many points are missing.</summary>
public sealed record VoucherForMember(VoucherView Voucher, int Mine, VoucherWhy Why, long Short)
{
    public bool IsOpen => Why == VoucherWhy.None;
}

/// <summary>One that a member has: its code, until when it is good, and the order it was used on.</summary>
public sealed record MyVoucher(string Code, string Name, Discount Discount, decimal MinPurchase, DateTimeOffset RedeemedAt, DateTimeOffset ExpiresAt, string? OrderNumber, decimal Savings)
{
    public bool IsOver(DateTimeOffset now) => OrderNumber is null && ExpiresAt <= now;
}
