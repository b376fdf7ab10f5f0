namespace CsDashboard.Desk.Complaints;

/// <summary>A customer's complaints, wherever they are kept: tickets of that type here, or the company's own complaint service.</summary>
public interface ICustomerComplaints
{
    /// <summary>They are kept by another service, so reading takes as long as a network call.</summary>
    bool IsDistant => false;

    /// <summary>
    /// The newest first, at most <paramref name="limit"/> (1 to 100) in the status asked for, a word of the CRM; null means all.
    /// </summary>
    Task<CustomerComplaints> Of(Actor actor, Guid customerId, int limit = 10, string? word = null);
}
