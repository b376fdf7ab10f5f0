using CsDashboard.Accounts;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Identity;

namespace CsDashboard.Tests.Harness;

/// <summary>Who somebody of the cast is in a database.</summary>
internal sealed record Member(Guid TenantId, Guid UserId, Guid? CustomerId, string Name, Role Role, string Language);

/// <summary>
/// The people whom every test knows. Company Nour: Amina (admin), Karim and Lena (agents), Sara (customer, Arabic) and
/// David (customer, English). Company Other: Omar (admin), Olga (agent), Oskar (customer).
/// </summary>
internal sealed record CastIds(Guid Nour, Guid Other, IReadOnlyDictionary<string, Member> Members)
{
    /// <summary>Everybody's password.</summary>
    public const string Password = "correct horse battery";

    // The cast shares one hash, made with as few rounds as the house of a test takes.
    private static readonly Lazy<string> SharedHash = new(() => new PasswordHasher<User>(
        Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = CheapHashes.Rounds })).HashPassword(new User { Name = "" }, Password));

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

    private static Task<Member> Staff(House house, Guid tenant, string name, Role role) => AddUser(house, tenant, name, role, "en", customerId: null);

    private static async Task<Member> Customer(House house, Guid tenant, string name, string language)
    {
        var customer = await house.Get<CsDashboard.Customers.Customers>().Add(Mover(house, tenant), new() { Name = name, Email = EmailOf(name), Language = language });
        return await AddUser(house, tenant, name, Role.Customer, language, customer.Id);
    }

    private static Task<Member> AddUser(House house, Guid tenant, string name, Role role, string language, Guid? customerId) =>
        house.Store.Write(Mover(house, tenant), async db =>
        {
            var user = await Users.Add(db, new NewAccount { Name = name, Email = EmailOf(name), Role = role, CustomerId = customerId, Language = language });
            user.PasswordHash = SharedHash.Value;
            return new Member(tenant, user.Id, customerId, name, role, language);
        });

    // Nobody is told of their moving in.
    private static Actor Mover(House house, Guid tenant) => Actor.System(tenant, house.Clock) with { Silent = true };
}

/// <summary>Gives a test the cast by name, each as the actor that their sign-in would make, with the clock of the house.</summary>
public abstract class NamedCast
{
    public const string Password = CastIds.Password;

    private protected abstract CastIds People { get; }
    private protected abstract TimeProvider PeoplesClock { get; }

    /// <summary>The company most tests play in.</summary>
    public Guid Nour => People.Nour;
    /// <summary>The company whose rows nobody of Nour may see.</summary>
    public Guid Other => People.Other;

    /// <summary>Admin of Nour.</summary>
    public Actor Amina => As(nameof(Amina));
    /// <summary>Agent of Nour.</summary>
    public Actor Karim => As(nameof(Karim));
    /// <summary>Another agent of Nour.</summary>
    public Actor Lena => As(nameof(Lena));
    /// <summary>Customer of Nour who reads Arabic.</summary>
    public Actor Sara => As(nameof(Sara));
    /// <summary>Customer of Nour who reads English.</summary>
    public Actor David => As(nameof(David));
    /// <summary>Admin of Other.</summary>
    public Actor Omar => As(nameof(Omar));
    /// <summary>Agent of Other.</summary>
    public Actor Olga => As(nameof(Olga));
    /// <summary>Customer of Other.</summary>
    public Actor Oskar => As(nameof(Oskar));

    /// <summary>The product acting for Nour.</summary>
    public Actor Product => Actor.System(Nour, PeoplesClock);
    /// <summary>The product acting for Other.</summary>
    public Actor ProductOfOther => Actor.System(Other, PeoplesClock);

    /// <summary>Where somebody of the cast signs in with.</summary>
    public static string EmailOf(Actor person) => CastIds.EmailOf(person.Name);

    private Actor As(string name)
    {
        var member = People.Members[name];
        return new Actor
        {
            TenantId = member.TenantId, UserId = member.UserId, CustomerId = member.CustomerId, Role = member.Role, Name = name,
            Language = member.Language, Address = "203.0.113.7", Clock = PeoplesClock,
        };
    }
}
