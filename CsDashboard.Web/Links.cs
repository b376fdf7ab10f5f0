using CsDashboard.Foundation;

namespace CsDashboard.Web;

/// <summary>Where what the rooms speak of is found, by staff and by customers. A new subject is one line here.</summary>
internal sealed class Links : ILinks
{
    internal const string Id = "{id}";

    internal static readonly IReadOnlyDictionary<string, (string? Staff, string? Customers)> Known = new Dictionary<
        string,
        (string?, string?)
    >(StringComparer.Ordinal)
    {
        ["ticket"] = ("/desk/tickets/" + Id, "/portal/tickets/" + Id),
        ["chat"] = ("/desk/chat?id=" + Id, "/portal/chat?id=" + Id),
        ["calls"] = ("/desk/calls", "/portal/calls"),
        ["article"] = ("/admin/knowledge/" + Id, null),
        ["notifications"] = ("/desk/notifications", "/portal/notifications"),
        ["signal"] = (null, "/portal/signals/" + Id),
        ["product_keys"] = ("/admin/shop/products/" + Id, null),
        ["stock"] = ("/admin/shop/stock?low=1", null),
        ["rewards"] = (null, "/portal/rewards"),
        ["product"] = Both("/shop/p/" + Id),
        ["wishlist"] = (null, "/portal/wishlist"),
        ["return"] = ("/desk/returns?number=" + Id, "/portal/returns/" + Id),
        ["order"] = ("/desk/orders?q=" + Id, "/portal/orders/" + Id),
        ["order_pass"] = Both("/checkout/seen/" + Id),
        ["access"] = (null, "/portal/access"),
        ["security_case"] = ("/admin/security?case=" + Id, null),
        ["bots"] = ("/admin/bots", null),
        ["audit"] = ("/admin/audit", null),
        ["vault"] = ("/vault", null),
        ["account"] = Both("/account/security"),
        ["second_factor"] = Both("/account/second-factor"),
        ["password"] = Both("/password?code=" + Id),
        ["join"] = Both("/join?code=" + Id),
        ["confirm"] = Both("/confirm?code=" + Id),
        ["stop"] = Both("/unsubscribe/" + Id),
        ["referral"] = Both("/ref/" + Id),
    };

    public string? PathOf(LinkTo to, bool forStaff)
    {
        if (!Known.TryGetValue(to.Page, out var paths))
            throw new ArgumentException($"No page is known for '{to.Page}'.", nameof(to));
        var path = (forStaff ? paths.Staff : paths.Customers)?.Replace(Id, Uri.EscapeDataString(to.Id ?? ""), StringComparison.Ordinal);
        return path is null || to.Part is null ? path : path + "#" + to.Part;
    }

    private static (string?, string?) Both(string path) => (path, path);
}
