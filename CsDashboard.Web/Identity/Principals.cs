using System.Security.Claims;
using CsDashboard.Accounts;
using CsDashboard.Foundation;

namespace CsDashboard.Web.Identity;

/// <summary>The claims that the web side keeps for a signed-in person or program.</summary>
public static class Principals
{
    public const string Tenant = "tenant",
        Company = "company",
        Session = "session",
        Customer = "customer",
        Language = "lang",
        Digits = "digits",
        TimeZone = "tz",
        Address = "address",
        NeedsSecondFactor = "needs-second-factor";

    public static ClaimsPrincipal Of(Actor actor, string scheme, string? company = null)
    {
        var identity = new ClaimsIdentity(scheme, ClaimTypes.Name, ClaimTypes.Role);
        void Add(string type, string? value)
        {
            if (value is not null)
                identity.AddClaim(new Claim(type, value));
        }
        Add(ClaimTypes.NameIdentifier, actor.UserId?.ToString());
        Add(ClaimTypes.Name, actor.Name);
        Add(ClaimTypes.Role, actor.Role.ToString());
        Add(Tenant, actor.TenantId.ToString());
        Add(Session, actor.SessionId?.ToString());
        Add(Customer, actor.CustomerId?.ToString());
        Add(Address, actor.Address);
        Add(Company, company);
        if (actor.NeedsSecondFactor)
            Add(NeedsSecondFactor, "yes");
        if (actor.Role != Role.Service)
        {
            Add(Language, actor.Language);
            // Also when there is none, so that a cookie with another choice is out of date.
            Add(Digits, actor.Digits ?? "");
            Add(TimeZone, actor.TimeZone);
        }
        return new ClaimsPrincipal(identity);
    }

    /// <summary>Whether a cookie is still accurate; the caller's address may differ.</summary>
    internal static bool Same(ClaimsPrincipal old, ClaimsPrincipal now) =>
        now.Claims.All(claim => claim.Type == Address || old.HasClaim(claim.Type, claim.Value));
}
