using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers;

/// <summary>The record as messages know it: the CRM's newsletter, notifications and language have their one place here.</summary>
internal sealed class AddressesOfCustomers : ICustomerAddresses
{
    public async Task<IReadOnlyList<CustomerAddress>> Of(AppDb db, IReadOnlyCollection<Guid> customers) =>
        await db
            .Customers.Where(c => customers.Contains(c.Id))
            .Select(c => new CustomerAddress(c.Id, c.Name, c.Email, c.Phone, c.Language, c.TimeZone, c.Newsletter, c.Notifications))
            .ToListAsync();

    public async Task Consent(AppDb db, Guid customerId, bool newsletter, bool notifications, string language)
    {
        var customer = await CustomerRecords.Find(db, customerId);
        var before = customer.Facts;
        if (language != customer.Language)
            await db.Users.Where(u => u.CustomerId == customerId).ExecuteUpdateAsync(set => set.SetProperty(u => u.Language, language));
        (customer.Newsletter, customer.Notifications, customer.Language) = (newsletter, notifications, language);
        CustomerRecords.RecordChange(db, customer, before);
    }
}
