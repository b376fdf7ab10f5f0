using CsDashboard.Foundation.Storage;

namespace CsDashboard.Notifications;

/// <summary>
/// The records of customers, as far as messages to them need them; the room of customers, which stands above this one, gives it.
/// Consents and language have one place, the record, so that 004 and the preferences can't say two things.
/// </summary>
public interface ICustomerAddresses
{
    Task<IReadOnlyList<CustomerAddress>> Of(AppDb db, IReadOnlyCollection<Guid> customers);

    /// <summary>Inside a write.</summary>
    Task Consent(AppDb db, Guid customerId, bool newsletter, bool notifications, string language);
}
