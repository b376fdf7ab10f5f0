using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Checkout;

/// <summary>
/// Who sells, as invoices name it, from a time on. Never changed: an invoice shows who sold when its order was placed.
/// </summary>
public sealed class Seller : ITenantOwned
{
    public const int MaxAddress = 500,
        MaxNote = 500;

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public DateTimeOffset From { get; init; }

    /// <summary>Null for the company's own.</summary>
    public string? Name { get; init; }
    public string? Address { get; init; }
    public string? TaxNumber { get; init; }
    public string? NoteEn { get; init; }
    public string? NoteAr { get; init; }

    public string? Note(string language) => language == "ar" ? NoteAr ?? NoteEn : NoteEn ?? NoteAr;
}
