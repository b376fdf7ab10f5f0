using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers;

/// <summary>Makes customers findable for staff, by name, e-mail, phone and their other names.</summary>
public sealed class CustomerIndex(ISearchIndex index) : IHandle<CustomerAdded>
{
    internal const string Kind = "customer";

    public async Task Handle(Recorded<CustomerAdded> happening, AppDb db)
    {
        var id = happening.Event.CustomerId;
        var customer = await db.Customers.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id);
        if (customer is null) return;
        var names = $"{customer.Email}\n{customer.Phone}\n{customer.Number}\n{customer.UniqueId}\n{customer.PublicId}";
        await index.Put(db, new SearchDoc(Kind, id, Audience.Staff, customer.CreatedAt, customer.Name, names) { CustomerId = id });
    }
}
