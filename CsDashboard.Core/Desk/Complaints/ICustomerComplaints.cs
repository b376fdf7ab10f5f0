namespace CsDashboard.Desk.Complaints;

/// <summary>A customer's complaints, wherever they are kept: tickets of that type here, or the company's own complaint service.</summary>
public interface ICustomerComplaints
{
    /// <summary>They lie with another service: reading takes as long as a network does.</summary>
    bool IsDistant => false;

    /// <summary>The newest first, at most <paramref name="limit"/> (1 to 100) in the status asked for, a word of 004; none stands for all.</summary>
    Task<CustomerComplaints> Of(Actor actor, Guid customerId, int limit = 10, string? word = null);
}
