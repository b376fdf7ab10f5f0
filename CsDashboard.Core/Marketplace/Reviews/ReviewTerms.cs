using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Reviews;

/// <summary>Who may review in a company; without a row everybody who is signed in.</summary>
public sealed class ReviewTerms : ITenantOwned
{
    public Guid TenantId { get; set; }
    public bool OnlyBuyers { get; set; }
}
