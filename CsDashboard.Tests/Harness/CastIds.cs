using CsDashboard.Accounts;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Identity;

namespace CsDashboard.Tests.Harness;

/// <summary>
/// The people whom every test knows. Company Nour: Amina (admin), Karim and Lena (agents), Sara (customer, Arabic) and
/// David (customer, English). Company Other: Omar (admin), Olga (agent), Oskar (customer).
/// </summary>
internal sealed record CastIds(Guid Nour, Guid Other, IReadOnlyDictionary<string, Member> Members)
{
    /// <summary>Everybody's password.</summary>
    public const string Password = "correct horse battery";

    // The cast shares one hash, made with as few rounds as the house of a test takes.
    private static readonly Lazy<string> SharedHash = new(() =>
        new PasswordHasher<User>(
            Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = CheapHashes.Rounds })
        ).HashPassword(new User { Name = "" }, Password)
    );

    public static string EmailOf(string name) => name.ToLowerInvariant() + "@example.com";

    public static async Task<CastIds> MoveIn(House house)
    {
        var tenants = house.Get<Tenants>();
        var nour = (await tenants.Found("Nour", "nour", "Asia/Riyadh", house.Clock)).Id;
        var other = (await tenants.Found("Other", "other", "Europe/Berlin", house.Clock)).Id;
        Member[] members =
        [
            await Staff(house, nour, "Amina", Role.Admin),
            await Staff(house, nour, "Karim", Role.Agent),
            await Staff(house, nour, "Lena", Role.Agent),
            await Customer(house, nour, "Sara", "ar"),
            await Customer(house, nour, "David", "en"),
            await Staff(house, other, "Omar", Role.Admin),
            await Staff(house, other, "Olga", Role.Agent),
            await Customer(house, other, "Oskar", "en"),
        ];
        await house.Drain();
        return new(nour, other, members.ToDictionary(m => m.Name));
    }

    private static Task<Member> Staff(House house, Guid tenant, string name, Role role) =>
        AddUser(house, tenant, name, role, "en", customerId: null);

    private static async Task<Member> Customer(House house, Guid tenant, string name, string language)
    {
        var customer = await house
            .Get<CsDashboard.Customers.CustomerRecords>()
            .Add(
                Mover(house, tenant),
                new()
                {
                    Name = name,
                    Email = EmailOf(name),
                    Language = language,
                }
            );
        return await AddUser(house, tenant, name, Role.Customer, language, customer.Id);
    }

    private static Task<Member> AddUser(House house, Guid tenant, string name, Role role, string language, Guid? customerId) =>
        house.Store.Write(
            Mover(house, tenant),
            async db =>
            {
                var user = await Users.Add(
                    db,
                    new NewAccount
                    {
                        Name = name,
                        Email = EmailOf(name),
                        Role = role,
                        CustomerId = customerId,
                        Language = language,
                    }
                );
                user.PasswordHash = SharedHash.Value;
                return new Member(tenant, user.Id, customerId, name, role, language);
            }
        );

    // Nobody is notified of their moving in.
    private static Actor Mover(House house, Guid tenant) => Actor.System(tenant, house.Clock) with { Silent = true };
}
