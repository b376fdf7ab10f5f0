using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Web.Identity;
using Microsoft.AspNetCore.DataProtection;

namespace CsDashboard.Web.Marketplace;

/// <summary>
/// Tells whose cart a call is about: a customer's, or that of the visitor whom a cookie names, which nobody else can write. A visitor who
/// has signed in meanwhile brings their cart along; whatever goes wrong then keeps nobody from the page.
/// </summary>
internal sealed class Shoppers(IDataProtectionProvider protection, Tenants tenants, ShoppingCarts carts, ILogger<Shoppers> log)
{
    private const string Name = "cart";
    private static readonly TimeSpan Life = TimeSpan.FromDays(90);
    private readonly IDataProtector seal = protection.CreateProtector("cart of a visitor");

    public async Task<Shopper> Of(HttpContext http)
    {
        var actor = await MemberCalls.AnyActor(http, tenants);
        var guest = Guest(http);
        if (http.User.Identity?.IsAuthenticated != true)
            return new(actor, guest is { } id ? CartOwner.Guest(id) : null, MayBuy: actor.TenantId != Guid.Empty);
        if (actor.CustomerId is not { } customer)
            return new(actor, null, MayBuy: false);
        if (guest is { } brought)
            await Bring(http, actor, brought);
        return new(actor, CartOwner.Customer(customer), MayBuy: true);
    }

    /// <summary>The visitor's cart, begun with this call where there is none.</summary>
    public CartOwner Begin(HttpContext http, Shopper shopper)
    {
        if (shopper.Cart is { } known)
            return known;
        var id = Guid.NewGuid();
        http.Response.Cookies.Append(Name, seal.Protect(id.ToString("N")), Options(http, Life));
        return CartOwner.Guest(id);
    }

    private async Task Bring(HttpContext http, Actor actor, Guid guest)
    {
        try
        {
            await carts.Merge(actor, guest);
            http.Response.Cookies.Delete(Name, Options(http, null));
        }
        catch (Exception e)
        {
            log.LogWarning(e, "A visitor's cart could not be brought along");
        }
    }

    private Guid? Guest(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[Name] is { Length: > 0 and < 1_000 } text ? Guid.ParseExact(seal.Unprotect(text), "N") : null;
        }
        catch (Exception e) when (e is System.Security.Cryptography.CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext http, TimeSpan? life) =>
        new()
        {
            MaxAge = life,
            Path = "/",
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            HttpOnly = true,
            IsEssential = true,
        };
}
