namespace CsDashboard.Marketplace.Checkout;

/// <summary>Who sells, as admins write it for invoices.</summary>
public sealed class SellerInput
{
    /// <summary>None for the company's own name.</summary>
    [Line(200, Optional = true)]
    public string? Name { get; set; }

    [Text(Seller.MaxAddress, Optional = true)]
    public string? Address { get; set; }

    [Line(60, Optional = true)]
    public string? TaxNumber { get; set; }

    [Text(Seller.MaxNote, Optional = true)]
    public string? NoteEn { get; set; }

    [Text(Seller.MaxNote, Optional = true)]
    public string? NoteAr { get; set; }

    public static SellerInput Of(Seller? seller) =>
        new()
        {
            Name = seller?.Name,
            Address = seller?.Address,
            TaxNumber = seller?.TaxNumber,
            NoteEn = seller?.NoteEn,
            NoteAr = seller?.NoteAr,
        };

    internal Seller From(DateTimeOffset now) =>
        new()
        {
            From = now,
            Name = Blank(Name),
            Address = Blank(Address?.ReplaceLineEndings("\n")),
            TaxNumber = Blank(TaxNumber),
            NoteEn = Blank(NoteEn),
            NoteAr = Blank(NoteAr),
        };

    internal (string?, string?, string?, string?, string?) Said => (Name, Address, TaxNumber, NoteEn, NoteAr);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
