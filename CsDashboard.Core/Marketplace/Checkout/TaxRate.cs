using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Checkout;

/// <summary>The tax on goods by where the bill goes: a state, else its country, else everywhere.</summary>
public sealed class TaxRate : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }

    /// <summary>Two letters; empty for everywhere.</summary>
    public string Country { get; init; } = "";

    /// <summary>As addresses have it, in capitals; empty for the whole country.</summary>
    public string State { get; init; } = "";

    /// <summary>A fraction: 0.0825 for 8.25 %.</summary>
    public decimal Rate { get; set; }
}
