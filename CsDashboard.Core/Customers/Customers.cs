using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers;

public static class CustomerRights
{
    public static readonly Right See = new("customers.see", Role.Agent, Role.Admin, Role.Service);
    public static readonly Right Add = new("customers.add", Role.Agent, Role.Admin, Role.Service);
    public static readonly Right SetTier = new("customers.tier", Role.Admin, Role.Service);
}

/// <summary>Somebody signs up in the portal; always as a customer, whatever role a program may send along.</summary>
public sealed class Registration
{
    [Text(100, Min = 2)] public string? Name { get; set; }
    [Email] public string? Email { get; set; }
    [Password] public string? Password { get; set; }
    [Text(30, Optional = true)] public string? Phone { get; set; }
    [OneOf("en", "ar")] public string? Language { get; set; }
    public string? TimeZone { get; set; }
}

public sealed class NewCustomer
{
    [Text(100, Min = 2)] public string? Name { get; set; }
    [Email] public string? Email { get; set; }
    [Text(30, Optional = true)] public string? Phone { get; set; }
    [OneOf("en", "ar")] public string? Language { get; set; }
    public string? TimeZone { get; set; }
}

public sealed record CustomerView(
    Guid Id, string PublicId, string UniqueId, long Number, string Name, string Email, string? Phone, CustomerStatus Status,
    string Language, string TimeZone, DateTimeOffset CreatedAt);

/// <summary>A customer as one of several to choose from.</summary>
public sealed record CustomerRow(Guid Id, string PublicId, string Name, string Email);

public sealed record CustomerAdded(Guid CustomerId, string Name, string Email) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_CustomerAdded", [Name]);
    public object? After => new { Name, Email };
}

public sealed record CustomerTierChanged(Guid CustomerId, string Name, string From, string To) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_CustomerTierChanged", [Name, To]);
    public object? Before => new { MembershipTier = From };
    public object? After => new { MembershipTier = To };
}

/// <summary>The people whom the company serves.</summary>
public sealed class Customers(Store store, Users users, Tenants tenants, SignIns signIns, ISearchIndex index)
{
    private const int MaxFound = 8;

    /// <summary>
    /// Makes a customer with an account in the company that visitors belong to, and signs them in. A customer record that
    /// has the address but no account yet is not taken over: that is a Conflict, since the address is not proved.
    /// </summary>
    public async Task<SignInOutcome> Register(Registration input, Visitor visitor, bool tokens)
    {
        input.Checked();
        var tenant = await tenants.Default() ?? throw Refusal.NotFound();
        var actor = Actor.System(tenant, visitor.Clock) with { Name = input.Name!.Trim(), Address = visitor.Address };
        var hash = users.Hash(input.Password!);
        return await store.Write(actor, async db =>
        {
            var customer = await Add(db, input.Name!, input.Email!, input.Phone, input.Language ?? "en", input.TimeZone);
            var user = await Users.Add(db, input.Name!, input.Email!, Role.Customer, hash, customer.Id, customer.Language, customer.TimeZone);
            await db.SaveChangesAsync();
            return await signIns.Begin(db, user, visitor, tokens);
        });
    }

    /// <summary>How many customers there are over all companies, for the health page; asked anew once a minute.</summary>
    public async Task<long> CountEverywhere(TimeProvider clock, CancellationToken cancellation = default)
    {
        if (counted is { } known && clock.Now() - known.At < TimeSpan.FromMinutes(1)) return known.Count;
        await using var db = store.Open(Actor.System(Guid.Empty, clock));
#pragma warning disable RS0030 // A bare number over all companies; no row of any is read.
        var count = await db.Customers.IgnoreQueryFilters().LongCountAsync(cancellation);
#pragma warning restore RS0030
        counted = new Counted(count, clock.Now());
        return count;
    }

    private sealed record Counted(long Count, DateTimeOffset At);
    private volatile Counted? counted;

    /// <summary>A record without an account, made by staff. Conflict for a taken address.</summary>
    public async Task<CustomerView> Add(Actor actor, NewCustomer input)
    {
        actor.Demand(CustomerRights.Add);
        input.Checked();
        return await store.Write(actor, async db => ViewOf(await Add(db, input.Name!, input.Email!, input.Phone, input.Language ?? "en", input.TimeZone)));
    }

    /// <summary>Moves a customer to another membership tier. Invalid for one that is none of <see cref="Tiers"/>; safe to repeat.</summary>
    public async Task SetTier(Actor actor, Guid customerId, string tier)
    {
        actor.Demand(CustomerRights.SetTier);
        if (!Tiers.All.Contains(tier)) throw Refusal.Invalid("membershipTier", Words.Of("Word_Unknown", string.Join(", ", Tiers.All)));
        await store.Write(actor, async db =>
        {
            var customer = await db.Customers.SingleOrDefaultAsync(c => c.Id == customerId) ?? throw Refusal.NotFound();
            if (customer.MembershipTier == tier) return;
            db.Record(new CustomerTierChanged(customer.Id, customer.Name, customer.MembershipTier, tier));
            customer.MembershipTier = tier;
        });
    }

    /// <summary>The customer that the actor is.</summary>
    public async Task<CustomerView> Me(Actor actor) => await Find(actor, actor.DemandCustomer());

    /// <summary>One customer of the company, for staff.</summary>
    public async Task<CustomerView> Get(Actor actor, Guid customerId)
    {
        actor.Demand(CustomerRights.See);
        return await Find(actor, customerId);
    }

    /// <summary>The id behind one of a customer's names: our id, number, unique id or public id (rule C5). NotFound otherwise.</summary>
    public async Task<Guid> Resolve(Actor actor, string? identifier)
    {
        actor.Demand(CustomerRights.See);
        var text = identifier?.Trim() ?? "";
        await using var db = store.Open(actor);
        var found = db.Customers.Where(c => c.PublicId == text);
        if (Guid.TryParse(text, out var id)) found = db.Customers.Where(c => c.Id == id);
        else if (text.Length == 8 && text.All(char.IsAsciiHexDigitUpper)) found = db.Customers.Where(c => c.UniqueId == text);
        else if (text.Length is 0 or > 64 || text.Contains('\0', StringComparison.Ordinal)) throw Refusal.NotFound();
        else if (long.TryParse(text, System.Globalization.NumberStyles.None, null, out var number)) found = db.Customers.Where(c => c.Number == number);
        return await found.Select(c => (Guid?)c.Id).FirstOrDefaultAsync() ?? throw Refusal.NotFound();
    }

    /// <summary>At most eight whose name, e-mail, phone or other names have the words, the newest first. Nothing for fewer than two letters.</summary>
    public async Task<IReadOnlyList<CustomerRow>> Search(Actor actor, string? text)
    {
        actor.Demand(CustomerRights.See);
        await using var db = store.Open(actor);
        var hits = await index.Find(db, new SearchQuery(text?.Replace('\0', ' ').Trim() ?? "", Audience.Staff) { Kinds = [CustomerIndex.Kind], Limit = MaxFound });
        var ids = hits.Select(h => h.SubjectId).ToList();
        var rows = await db.Customers.Where(c => ids.Contains(c.Id)).Select(c => new CustomerRow(c.Id, c.PublicId, c.Name, c.Email)).ToListAsync();
        return [.. rows.OrderBy(c => ids.IndexOf(c.Id))];
    }

    private async Task<CustomerView> Find(Actor actor, Guid id)
    {
        await using var db = store.Open(actor);
        return ViewOf(await db.Customers.SingleOrDefaultAsync(c => c.Id == id) ?? throw Refusal.NotFound());
    }

    /// <summary>Adds the record inside a write.</summary>
    internal static async Task<Customer> Add(AppDb db, string name, string email, string? phone, string language, string? timeZone)
    {
        var normalised = Emails.Normalise(email);
        if (await db.Customers.AnyAsync(c => c.NormalizedEmail == normalised)) throw Refusal.Conflict(Words.Of("Email_Taken"), "email_taken");
        var customer = new Customer
        {
            Number = 1 + (await db.Customers.MaxAsync(c => (long?)c.Number) ?? 1000), Name = name.Trim(), Email = email.Trim(), NormalizedEmail = normalised,
            Phone = string.IsNullOrWhiteSpace(phone) ? null : phone.Trim(), Language = language, CreatedAt = db.Actor.Now,
            TimeZone = timeZone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _) ? timeZone : "UTC",
        };
        db.Customers.Add(customer);
        db.Record(new CustomerAdded(customer.Id, customer.Name, customer.Email));
        return customer;
    }

    private static CustomerView ViewOf(Customer c) =>
        new(c.Id, c.PublicId, c.UniqueId, c.Number, c.Name, c.Email, c.Phone, c.Status, c.Language, c.TimeZone, c.CreatedAt);
}
