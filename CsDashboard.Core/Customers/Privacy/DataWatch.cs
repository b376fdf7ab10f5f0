using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using CsDashboard.Security;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Privacy;

/// <summary>
/// Raises an alert when personal data leaves the house (contract: membership, Security): all data of one customer, taken by staff (low), or
/// by the customer soon after a sign-in from a new device nearby that staff have not cleared (medium); a list of customers, against the
/// account that took it (medium).
/// </summary>
public sealed class DataWatch(SecurityJournal journal)
    : IHandle<CustomerExported>,
        IHandle<CustomersExported>,
        IHandle<DeliveriesExported>,
        IHandle<UsersExported>
{
    // For a day after its first sign-in a device is new.
    private static readonly TimeSpan New = TimeSpan.FromDays(1);

    public async Task Handle(Recorded<CustomerExported> happening, AppDb db)
    {
        var (e, block) = (happening.Event, Devices.Block(happening.Address));
        var customer = await db
            .Customers.Where(c => c.Id == e.CustomerId && c.ErasedAt == null)
            .Select(c => (Guid?)(c.MergedInto ?? c.Id))
            .SingleOrDefaultAsync();
        if (customer is null || e.ByCustomer && !await FromNewDevice(db, happening, block))
            return;
        await journal.Raise(
            db,
            happening,
            new Suspect(AlertType.DataAccess, e.ByCustomer ? Severity.Medium : Severity.Low)
            {
                UserId = e.ByCustomer ? happening.UserId : null,
                CustomerId = customer,
                Name = e.Name,
                Block = block,
                Detail = e.ByCustomer ? "Alert_DataTaken_Text" : "Alert_DataHandedOut_Text",
                Value = e.ByCustomer ? block : happening.ActorName,
            }
        );
    }

    public Task Handle(Recorded<CustomersExported> happening, AppDb db) => ListTaken(db, happening, happening.Event.Rows);

    public Task Handle(Recorded<DeliveriesExported> happening, AppDb db) => ListTaken(db, happening, happening.Event.Rows);

    public Task Handle(Recorded<UsersExported> happening, AppDb db) =>
        happening.Event.OfCustomers ? ListTaken(db, happening, happening.Event.Rows) : Task.CompletedTask;

    private async Task ListTaken<T>(AppDb db, Recorded<T> happening, int rows)
        where T : IEvent
    {
        if (happening.UserId is { } user)
            await journal.Raise(
                db,
                happening,
                new Suspect(AlertType.DataAccess, Severity.Medium)
                {
                    UserId = user,
                    Block = Devices.Block(happening.Address),
                    Detail = "Alert_ListTaken_Text",
                    Value = rows.ToString(CultureInfo.InvariantCulture),
                }
            );
    }

    private static async Task<bool> FromNewDevice(AppDb db, Recorded<CustomerExported> happening, string block)
    {
        var since = happening.At - New;
        return await db.SecurityAlerts.AnyAsync(a =>
            a.UserId == happening.UserId
            && a.At > since
            && a.At <= happening.At
            && a.Block == block
            && (a.Type == AlertType.NewDevice || a.Type == AlertType.UnusualLogin)
            && a.State != CaseState.Resolved
            && a.State != CaseState.Dismissed
        );
    }
}
