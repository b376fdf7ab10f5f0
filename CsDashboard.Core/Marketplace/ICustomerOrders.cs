namespace CsDashboard.Marketplace;

/// <summary>A customer's orders, wherever they are kept: in the ledger here, or with the company's own order service.</summary>
public interface ICustomerOrders
{
    /// <summary>They are kept by another service, so reading takes as long as a network call.</summary>
    bool IsDistant => false;

    /// <summary>
    /// Staff read anybody's, customers their own. Invalid for a limit outside 1 to 100, a page below 1 or a status that is not one of the
    /// CRM's words.
    /// </summary>
    Task<CustomerOrders> Of(Actor actor, Guid customerId, int limit = 10, int page = 1, string? word = null);
}
