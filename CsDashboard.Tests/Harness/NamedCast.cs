using CsDashboard.Accounts;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Identity;

namespace CsDashboard.Tests.Harness;

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

    /// <summary>The address with which a member of the cast signs in.</summary>
    public static string EmailOf(Actor person) => CastIds.EmailOf(person.Name);

    private Actor As(string name)
    {
        var member = People.Members[name];
        return new Actor
        {
            TenantId = member.TenantId,
            UserId = member.UserId,
            CustomerId = member.CustomerId,
            Role = member.Role,
            Name = name,
            Language = member.Language,
            Address = "203.0.113.7",
            Clock = PeoplesClock,
        };
    }
}
