namespace CsDashboard.Marketplace;

/// <summary>Who carries a parcel, and how it is followed.</summary>
public sealed class TrackingInput
{
    [Line(60, Optional = true)]
    public string? Carrier { get; set; }

    [Line(100, Optional = true)]
    public string? Number { get; set; }

    [Text(500, Optional = true)]
    public string? Url { get; set; }

    internal void CheckAll()
    {
        this.Checked();
        (Carrier, Number, Url) = (Blank(Carrier), Blank(Number), Blank(Url));
        if (Url is not null && !(Uri.TryCreate(Url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"))
            throw Refusal.Invalid("url", Words.Of("Tracking_Url"));
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
