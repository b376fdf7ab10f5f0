using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Figures;

/// <summary>What other rooms may have counted of a customer, and figures of customers show.</summary>
public enum Tally
{
    Points,
    Referrals,
    Reviews,
}
