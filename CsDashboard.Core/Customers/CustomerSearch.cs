using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers;

/// <summary>Makes customers findable for staff, by names, e-mail, phone, company, tags and their other names.</summary>
public sealed class CustomerIndex(ISearchIndex index) : IHandle<CustomerAdded>, IHandle<CustomerChanged>, IHandle<CustomerLinked>, IHandle<CustomersMerged>, IHandle<MergeUndone>
{
    internal const string Kind = "customer";

    public Task Handle(Recorded<CustomerAdded> happening, AppDb db) => Put(db, happening.Event.CustomerId);
    public Task Handle(Recorded<CustomerChanged> happening, AppDb db) => Put(db, happening.Event.CustomerId);
    public Task Handle(Recorded<CustomerLinked> happening, AppDb db) => Put(db, happening.Event.CustomerId);

    public async Task Handle(Recorded<CustomersMerged> happening, AppDb db)
    {
        await index.Remove(db, Kind, happening.Event.LoserId);
        await Put(db, happening.Event.CustomerId);
    }

    public async Task Handle(Recorded<MergeUndone> happening, AppDb db)
    {
        await Put(db, happening.Event.CustomerId);
        await Put(db, happening.Event.LoserId);
    }

    private async Task Put(AppDb db, Guid id)
    {
        var customer = await db.Customers.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id);
        if (customer is null || customer.ErasedAt is not null || customer.MergedInto is not null) return;
        var names = $"{customer.Email}\n{customer.Phone}\n{customer.Company}\n{string.Join(' ', customer.Tags)}\n{customer.Number}\n{customer.UniqueId}\n{customer.PublicId}\n{customer.OutsideId}";
        // Whoever was merged into this one is found by their names too.
        foreach (var other in await db.Customers.AsNoTracking().Where(c => c.MergedInto == id).Take(20).ToListAsync())
            names += $"\n{other.Name} {other.OtherName}\n{other.Email}\n{other.Phone}\n{other.Number}\n{other.UniqueId}\n{other.PublicId}\n{other.OutsideId}";
        await index.Put(db, new SearchDoc(Kind, id, Audience.Staff, customer.CreatedAt, $"{customer.Name} {customer.OtherName}".Trim(), names) { CustomerId = id });
    }
}

/// <summary>What customers change of their account (name, language, zone) is true of the record too.</summary>
public sealed class CustomerOfAccount : IHandle<ProfileChanged>
{
    public async Task Handle(Recorded<ProfileChanged> happening, AppDb db)
    {
        var (user, to) = (happening.Event.UserId, happening.Event.To);
        if (await db.Users.Where(u => u.Id == user).Select(u => u.CustomerId).SingleOrDefaultAsync() is not { } id) return;
        var customer = await db.Customers.SingleAsync(c => c.Id == id);
        var before = customer.Facts;
        (customer.Name, customer.Language, customer.TimeZone) = (to.Name, to.Language, to.TimeZone);
        Customers.RecordChange(db, customer, before);
    }
}
