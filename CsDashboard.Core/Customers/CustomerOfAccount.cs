using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers;

/// <summary>What customers change of their account (name, language, zone) is true of the record too.</summary>
public sealed class CustomerOfAccount : IHandle<ProfileChanged>
{
    public async Task Handle(Recorded<ProfileChanged> happening, AppDb db)
    {
        var (user, to) = (happening.Event.UserId, happening.Event.To);
        if (await db.Users.Where(u => u.Id == user).Select(u => u.CustomerId).SingleOrDefaultAsync() is not { } id)
            return;
        var customer = await db.Customers.SingleAsync(c => c.Id == id);
        var before = customer.Facts;
        (customer.Name, customer.Language, customer.TimeZone) = (to.Name, to.Language, to.TimeZone);
        CustomerRecords.RecordChange(db, customer, before);
    }
}
