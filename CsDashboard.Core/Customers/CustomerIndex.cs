using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers;

/// <summary>Makes customers findable for staff, by names, e-mail, phone, company, tags and their other names.</summary>
public sealed class CustomerIndex(ISearchIndex index)
    : IHaveTexts,
        IHandle<CustomerAdded>,
        IHandle<CustomerChanged>,
        IHandle<CustomerLinked>,
        IHandle<CustomersImported>,
        IHandle<ImportedCustomersRemoved>,
        IHandle<CustomersMerged>,
        IHandle<MergeUndone>
{
    internal const string Kind = "customer";

    public Task Handle(Recorded<CustomerAdded> happening, AppDb db) => Put(db, happening.Event.CustomerId);

    public Task Handle(Recorded<CustomerChanged> happening, AppDb db) => Put(db, happening.Event.CustomerId);

    public Task Handle(Recorded<CustomerLinked> happening, AppDb db) => Put(db, happening.Event.CustomerId);

    public async Task Handle(Recorded<CustomersImported> happening, AppDb db)
    {
        var e = happening.Event;
        var added = await db
            .Customers.AsNoTracking()
            .Where(c => c.ImportId == e.ImportId && c.Number >= e.First && c.Number <= e.Last)
            .OrderBy(c => c.Number)
            .ToListAsync();
        await index.PutNew(db, Kind, added.ConvertAll(c => DocOf(c)));
    }

    public Task Handle(Recorded<ImportedCustomersRemoved> happening, AppDb db) => index.RemoveAll(db, Kind, happening.Event.Customers);

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

    public IReadOnlyList<string> Kinds => [Kind];

    public async Task<IReadOnlyList<SearchDoc>> Texts(AppDb db, string kind, IReadOnlyList<Guid> subjects)
    {
        var texts = new List<SearchDoc>();
        foreach (var id in subjects)
            if (await TextOf(db, id) is { } text)
                texts.Add(text);
        return texts;
    }

    private async Task Put(AppDb db, Guid id)
    {
        if (await TextOf(db, id) is { } text)
            await index.Put(db, text);
    }

    private static async Task<SearchDoc?> TextOf(AppDb db, Guid id)
    {
        var customer = await db.Customers.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id);
        return customer is null || customer.ErasedAt is not null || customer.MergedInto is not null
            ? null
            : DocOf(customer, [.. await db.Customers.AsNoTracking().Where(c => c.MergedInto == id).Take(20).ToListAsync()]);
    }

    // Whoever was merged into a record is found by their names too.
    internal static SearchDoc DocOf(Customer customer, params ReadOnlySpan<Customer> merged)
    {
        var names = NamesOf(customer);
        foreach (var other in merged)
            names += $"\n{other.Name} {other.OtherName}\n{NamesOf(other)}";
        return new SearchDoc(Kind, customer.Id, Audience.Staff, customer.CreatedAt, $"{customer.Name} {customer.OtherName}".Trim(), names)
        {
            CustomerId = customer.Id,
            IsNames = true,
        };
    }

    private static string NamesOf(Customer c) =>
        $"{c.Email}\n{Searched(c.State)}\n{c.Number}\n{c.UniqueId}\n{c.PublicId}\n{c.OutsideId}\n{string.Join(' ', Phones.Ends(c.Phone))}";

    private static string Searched(CustomerState state) =>
        string.Join('\n', CustomerFields.Searched.Select(f => f.Of(state) is string text ? text.Replace(',', ' ').Trim() : null));
}
