using System.ComponentModel.DataAnnotations;

namespace CsDashboard.Marketplace;

/// <summary>An address as somebody types it or a program sends it.</summary>
public sealed class PostalAddressInput
{
    [Line(100, Optional = true)]
    public string? Name { get; set; }

    [Line(200, Optional = true)]
    public string? Street { get; set; }

    [Line(100, Optional = true)]
    public string? City { get; set; }

    [Line(100, Optional = true)]
    public string? State { get; set; }

    [Line(20, Optional = true)]
    public string? ZipCode { get; set; }

    [Line(100, Optional = true)]
    public string? Country { get; set; }

    /// <summary>Invalid with every part named that is wrong, and with those that are missing where the goods are sent there.</summary>
    internal PostalAddress Read(string field, bool isWhole)
    {
        var wrong = new List<FieldError>();
        try
        {
            this.Checked();
        }
        catch (Refusal refusal)
        {
            wrong.AddRange(refusal.Fields);
        }
        if (isWhole)
            wrong.AddRange(
                new[] { (Street, "street"), (City, "city"), (Country, "country") }
                    .Where(part => string.IsNullOrWhiteSpace(part.Item1))
                    .Select(part => new FieldError(part.Item2, Words.Of("Text_Required")))
            );
        if (wrong.Count > 0)
            throw Refusal.Invalid([.. wrong.Select(w => w with { Field = $"{field}.{w.Field}" })]);
        return new()
        {
            Name = Blank(Name),
            Street = Blank(Street),
            City = Blank(City),
            State = Blank(State),
            ZipCode = Blank(ZipCode),
            Country = Countries.Of(Country)?.Code ?? Blank(Country),
        };
    }

    public static PostalAddressInput Of(PostalAddress address) =>
        new()
        {
            Name = address.Name,
            Street = address.Street,
            City = address.City,
            State = address.State,
            ZipCode = address.ZipCode,
            Country = address.Country,
        };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
