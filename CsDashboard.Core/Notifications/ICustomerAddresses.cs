using CsDashboard.Foundation.Storage;

namespace CsDashboard.Notifications;

/// <summary>How a customer is reached, and the two consents that the record keeps (rules.md 004).</summary>
public sealed record CustomerAddress(Guid Id, string Name, string Email, string? Phone, string Language, string TimeZone, bool Newsletter, bool Notifications);

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
