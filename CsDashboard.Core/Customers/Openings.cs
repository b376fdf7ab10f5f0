using System.Globalization;
using System.Text;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers;

/// <summary>
/// How a customer whom the company knows, and who has no account yet, opens one: a guest who has bought, a person whom staff entered.
/// A link to the record's address proves that they read mail there; until it is used nothing is written.
/// </summary>
public sealed class Openings(Store store, Tenants tenants, Passwords passwords, IDataProtectionProvider protection)
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(48);

    private readonly SealedWords words = new(protection, "CsDashboard.Openings");

    /// <summary>
    /// For whom a link goes out; null when no record without an account has the address (the caller says nothing either way).
    /// </summary>
    public async Task<Opening?> For(string? email, Visitor visitor)
    {
        if (Emails.TryNormalise(email) is not { } address || await tenants.Default() is not { } company)
            return null;
        var actor = Actor.System(company, visitor.Clock);
        await using var db = store.Open(actor);
        var customer = await WithoutAccount(db).FirstOrDefaultAsync(c => c.NormalizedEmail == address);
        if (customer is null || await Users.IsTaken(db, address))
            return null;
        var until = (visitor.Clock.Now() + Life).ToUnixTimeSeconds();
        var code = words.Seal(Encoding.UTF8.GetBytes($"{company:N}/{customer.Id:N}/{until}/{customer.NormalizedEmail}"));
        return new(company, customer.Name, customer.Email, customer.Language, code);
    }

    /// <summary>
    /// Opens the account with this password; the address is proved. Invalid for a link that isn't ours, is over, was used, or whose record
    /// has another address by now.
    /// </summary>
    public async Task Open(NewPassword input, Visitor visitor)
    {
        input.Checked();
        var (company, id, address) = Read(input.Code, visitor.Clock);
        var actor = Actor.System(company, visitor.Clock) with { Address = visitor.Address };
        Customer customer;
        // As with other links, hashing is not done for those that don't work, nor while others wait to write.
        await using (var db = store.Open(actor))
            customer = await Find(db, id, address);
        var hash = await passwords.Make(input.Password!, own: [customer.Name, customer.Email, (await tenants.Mine(actor)).Name]);
        await store.Write(
            actor with
            {
                Name = customer.Name,
            },
            async db =>
            {
                var known = await Find(db, id, address);
                await Users.Add(
                    db,
                    new NewAccount
                    {
                        Name = known.Name,
                        Email = known.Email,
                        Role = Role.Customer,
                        PasswordHash = hash,
                        CustomerId = known.Id,
                        Language = known.Language,
                        TimeZone = known.TimeZone,
                        IsConfirmed = true,
                    }
                );
            }
        );
    }

    private static IQueryable<Customer> WithoutAccount(AppDb db)
    {
        var users = db.Users;
        return db.Customers.Where(c => c.MergedInto == null && !users.Any(u => u.CustomerId == c.Id));
    }

    private static async Task<Customer> Find(AppDb db, Guid id, string address) =>
        await WithoutAccount(db).SingleOrDefaultAsync(c => c.Id == id && c.NormalizedEmail == address) ?? throw Unknown();

    private (Guid Company, Guid Customer, string Address) Read(string? code, TimeProvider clock)
    {
        if (
            words.Open(code) is { } named
            && Encoding.UTF8.GetString(named).Split('/', 4) is [var company, var customer, var until, var address]
            && clock.Now().ToUnixTimeSeconds() <= long.Parse(until, CultureInfo.InvariantCulture)
        )
            return (Guid.ParseExact(company, "N"), Guid.ParseExact(customer, "N"), address);
        throw Unknown();
    }

    private static Refusal Unknown() => Refusal.Invalid("code", Words.Of("Code_Bad"));
}
