using CsDashboard.Marketplace;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

[SnakeCase]
public sealed class AddressBody
{
    public string? Name { get; set; }
    public string? Street { get; set; }
    public string? City { get; set; }
    public string? State { get; set; }
    public string? ZipCode { get; set; }

    /// <summary>Absent, it is the United States (contract: market, Shipping and tax).</summary>
    public string? Country { get; set; }

    internal PostalAddressInput Input =>
        new()
        {
            Name = Name,
            Street = Street,
            City = City,
            State = State,
            ZipCode = ZipCode,
            Country = string.IsNullOrWhiteSpace(Country) ? "US" : Country,
        };

    internal static AddressBody? Of(PostalAddress? address) =>
        address is null
            ? null
            : new()
            {
                Name = address.Name,
                Street = address.Street,
                City = address.City,
                State = address.State,
                ZipCode = address.ZipCode,
                Country = address.Country,
            };
}
