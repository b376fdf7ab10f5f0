using CsDashboard.Accounts;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers;

public sealed partial class CustomerRecords
{
    /// <summary>
    /// A record for a userId of an outside service; sent again, or by two at once, there is one (contract: crm, New records). A record that
    /// has the address and no such id yet is linked. Conflict when the address belongs to another userId. True says that there was one
    /// before.
    /// </summary>
    public async Task<(CustomerDetail Customer, bool Existed)> Create(Actor actor, NewCustomer input)
    {
        actor.Demand(CustomerRights.Report);
        input.Checked();
        var outsideId = Blank(input.OutsideId) ?? throw Refusal.Invalid("userId", Words.Of("Text_Required"));
        return await store.Write(
            actor,
            async db =>
            {
                var email = Emails.Normalise(input.Email);
                var customer = await db.Customers.SingleOrDefaultAsync(c => c.OutsideId == outsideId);
                var existed = customer is not null;
                customer ??= await db.Customers.SingleOrDefaultAsync(c => c.NormalizedEmail == email && c.OutsideId == null);
                if (customer is null)
                    customer = await Add(db, input);
                else if (!existed)
                {
                    (customer.OutsideId, existed) = (outsideId, true);
                    customer.Touch(actor);
                    db.Record(new CustomerLinked(customer.Id, customer.Name, outsideId));
                }
                await db.SaveChangesAsync();
                // One that was merged into another leads there, as all of its names do.
                if (customer.MergedInto is { } winner)
                    customer = await Find(db, winner);
                return (await CustomerLists.Detail(db, customer), existed);
            }
        );
    }

    /// <summary>
    /// Sets the figures that are sent, as they are sent; amounts are in the company's currency. Invalid for a negative one, and for a day
    /// that is still to come.
    /// </summary>
    public async Task<CustomerDetail> SetFigures(Actor actor, Guid customerId, FiguresInput input)
    {
        actor.Demand(CustomerRights.Report);
        input.Checked();
        input.LastOrderDate?.NotAfter(actor.Now + Times.ClocksDiffer, "lastOrderDate");
        input.LastComplaintDate?.NotAfter(actor.Now + Times.ClocksDiffer, "lastComplaintDate");
        return await store.Write(
            actor,
            async db =>
            {
                var customer = await Find(db, customerId);
                var before = customer.Figures;
                var after = before with
                {
                    TotalOrders = input.TotalOrders ?? before.TotalOrders,
                    TotalOrderValue = input.TotalOrderValue is { } value ? decimal.Round(value, 4) : before.TotalOrderValue,
                    LastOrderAt = input.LastOrderDate?.ToUniversalTime() ?? before.LastOrderAt,
                    TotalComplaints = input.TotalComplaints ?? before.TotalComplaints,
                    OpenComplaints = input.OpenComplaints ?? before.OpenComplaints,
                    LastComplaintAt = input.LastComplaintDate?.ToUniversalTime() ?? before.LastComplaintAt,
                };
                if (customer.Count(after, reported: true))
                    db.Record(new CustomerFiguresSet(customerId, customer.Name, before, after));
                return await CustomerLists.Detail(db, customer);
            }
        );
    }

    /// <summary>The customer behind the userId of an outside service, or the id of an account of ours. NotFound otherwise.</summary>
    public async Task<Guid> ResolveUser(Actor actor, string? userId)
    {
        actor.Demand(CustomerRights.See);
        var text = userId?.Trim() ?? "";
        if (text.Length is 0 or > 100 || !TextAttribute.CanBeStored(text))
            throw Refusal.NotFound(Words.Of("Customer_NotFound"));
        await using var db = store.Open(actor);
        var found = await db.Customers.Where(c => c.OutsideId == text).Select(c => (Guid?)(c.MergedInto ?? c.Id)).SingleOrDefaultAsync();
        if (found is null && Guid.TryParse(text, out var id))
            found = await db.Users.Where(u => u.Id == id).Select(u => u.CustomerId).SingleOrDefaultAsync();
        return found ?? throw Refusal.NotFound(Words.Of("Customer_NotFound"));
    }
}
