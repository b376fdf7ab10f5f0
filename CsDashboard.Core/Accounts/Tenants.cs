using System.Data.Common;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CsDashboard.Accounts;

/// <summary>The companies of this installation, and the founding of the first one.</summary>
public sealed partial class Tenants(Store store, Passwords passwords, IOptions<Settings> settings)
{
    public async Task<bool> Any(CancellationToken cancellation = default)
    {
        await using var db = store.Open(Actor.System(Guid.Empty));
        return await db.Tenants.AnyAsync(cancellation);
    }

    public async Task<IReadOnlyList<Tenant>> All()
    {
        await using var db = store.Open(Actor.System(Guid.Empty));
        return await db.Tenants.OrderBy(t => t.Id).ToListAsync();
    }

    /// <summary>
    /// The id of the company that visitors without an account belong to, and the service key: the oldest (contract C25). Null before
    /// set-up.
    /// </summary>
    public async Task<Guid?> Default()
    {
        // Asked by every call of a program. Once there is an oldest company, it stays the oldest.
        if (oldest is { } known)
            return known;
        await using var db = store.Open(Actor.System(Guid.Empty));
        return oldest = await db.Tenants.OrderBy(t => t.Id).Select(t => (Guid?)t.Id).FirstOrDefaultAsync();
    }

    private Guid? oldest;

    /// <summary>The id of the company with a name in addresses; null when there is none.</summary>
    public async Task<Guid?> Named(string slug)
    {
        await using var db = store.Open(Actor.System(Guid.Empty));
        return await db.Tenants.Where(t => t.Slug == slug).Select(t => (Guid?)t.Id).SingleOrDefaultAsync();
    }

    /// <summary>
    /// The name of the only company there is; null when there is none or several, in a demo, and when the database does not answer (the
    /// page that says so shows the name, too).
    /// </summary>
    public async Task<(Guid Id, string Name)?> Only()
    {
        if (settings.Value.Demo)
            return null;
        try
        {
            await using var db = store.Open(Actor.System(Guid.Empty));
            return await db.Tenants.OrderBy(t => t.Id).Select(t => new { t.Id, t.Name }).Take(2).ToListAsync() is [var only]
                ? (only.Id, only.Name)
                : null;
        }
        catch (DbException)
        {
            return null;
        }
    }

    /// <summary>The actor's own company.</summary>
    public async Task<Tenant> Mine(Actor actor)
    {
        await using var db = store.Open(actor);
        return await db.Tenants.SingleOrDefaultAsync(t => t.Id == actor.TenantId) ?? throw Refusal.NotFound();
    }

    /// <summary>The currency of the actor's own company.</summary>
    public async Task<Currency> CurrencyOf(Actor actor)
    {
        await using var db = store.Open(actor);
        return await CurrencyOf(db);
    }

    /// <summary>The currency of the company of the open database.</summary>
    internal static async Task<Currency> CurrencyOf(AppDb db) =>
        await OwnCurrency.First(db, new(db.Actor.TenantId)) is { } code ? Currency.Of(code) : Currency.Usual;

    private static readonly CompiledRead<AskedTenant, string> OwnCurrency = new(
        (db, asked) => db.Set<Tenant>().Where(t => t.Id == asked.Id).Select(t => t.Currency)
    );

    private sealed record AskedTenant(Guid Id);

    /// <summary>
    /// The country (two letters) of the company of the open database, taken for phone numbers that name none; null when it is unknown.
    /// </summary>
    internal static async Task<string?> CountryOf(AppDb db)
    {
        var tenant = db.Actor.TenantId;
        var said = await db.Tenants.Where(t => t.Id == tenant).Select(t => new { t.Country, t.TimeZone }).SingleOrDefaultAsync();
        return said?.Country ?? Countries.OfZone(said?.TimeZone);
    }

    /// <summary>Where the company is, for its settings.</summary>
    public async Task<CompanyPlace> Place(Actor actor)
    {
        actor.Demand(AccountRights.ManageCompany);
        var mine = await Mine(actor);
        return new(mine.Country, Countries.OfZone(mine.TimeZone));
    }

    /// <summary>
    /// Says in which country the company is: phone numbers that name none are read as numbers of it from now on, those that are kept stay
    /// as they are. Nothing stands for the country of the time zone. Invalid (country) for what is no country.
    /// </summary>
    public Task SetCountry(Actor actor, CompanyInput input)
    {
        actor.Demand(AccountRights.ManageCompany);
        input.Checked();
        return store.Write(
            actor,
            async db =>
            {
                var tenant = await db.Tenants.SingleAsync(t => t.Id == actor.TenantId);
                var (before, after) = (tenant.Country, string.IsNullOrEmpty(input.Country) ? null : input.Country);
                if (before == after)
                    return;
                tenant.Country = after;
                db.Record(new CompanyCountryChanged(tenant.Id, before, after));
            }
        );
    }

    /// <summary>
    /// A phone number in its stored form, read as one of the company's country when it names none; null for an empty one. Invalid (phone)
    /// when it isn't a number.
    /// </summary>
    internal static async Task<string?> PhoneOf(AppDb db, string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? null : Phones.Of(typed, await CountryOf(db));

    /// <summary>Founds a company. Conflict for a slug that is taken.</summary>
    internal async Task<Tenant> Found(string name, string slug, string timeZone, TimeProvider clock)
    {
        var tenant = New(name, slug, timeZone, clock);
        await store.Write(Actor.System(tenant.Id, clock), db => Found(db, tenant));
        return tenant;
    }

    private static Tenant New(string name, string slug, string timeZone, TimeProvider clock, string? country = null) =>
        new()
        {
            Name = name.Trim(),
            Slug = slug,
            TimeZone = timeZone,
            Country = country,
            CreatedAt = clock.Now(),
        };

    private static async Task Found(AppDb db, Tenant tenant)
    {
        if (await db.Tenants.AnyAsync(t => t.Slug == tenant.Slug))
            throw Refusal.Conflict(Words.Of("Tenant_SlugTaken"));
        db.Tenants.Add(tenant);
        db.Record(new TenantFounded(tenant.Id, tenant.Name));
    }

    internal async Task<User> AddStaff(Actor actor, string name, string email, Role role, string? password, string language)
    {
        var hash = password is null ? null : await passwords.MakeAnyway(password);
        return await store.Write(
            actor,
            async db =>
            {
                var zone = await db.Tenants.Where(t => t.Id == actor.TenantId).Select(t => t.TimeZone).SingleAsync();
                return await Users.Add(
                    db,
                    new NewAccount
                    {
                        Name = name,
                        Email = email,
                        Role = role,
                        PasswordHash = hash,
                        Language = language,
                        TimeZone = zone,
                    }
                );
            }
        );
    }
}
