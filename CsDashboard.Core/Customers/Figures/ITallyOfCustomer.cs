using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Figures;

/// <summary>A room that counts one of them says it here; what no room counts is 0.</summary>
public interface ITallyOfCustomer
{
    Tally Of { get; }

    Task<long> Count(AppDb db, Guid customerId);
}
