using CsDashboard.Foundation.Storage;

namespace CsDashboard.Notifications;

/// <summary>
/// The part of customers' records that messages need; provided by the room of customers, which stands above this one.
/// Consents and language have one place, the record, so that the CRM's calls and the preferences can't contradict each other.
/// </summary>
public interface ICustomerAddresses
{
    Task<IReadOnlyList<CustomerAddress>> Of(AppDb db, IReadOnlyCollection<Guid> customers);

    /// <summary>Inside a write.</summary>
    Task Consent(AppDb db, Guid customerId, bool newsletter, bool notifications, string language);
}
