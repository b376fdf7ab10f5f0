namespace CsDashboard.Web.Shell;

/// <summary>One line of the menu. Text is a key of KitTexts; Keys is the shortcut; Group is a heading's key.</summary>
public sealed record NavItem(string Href, string Text, string Icon, string? Keys, string[] Roles, string? Group = null);

/// <summary>The whole menu. A page that is not there has no line here.</summary>
public static class Navigation
{
    private static readonly string[] Customer = ["Customer"];
    private static readonly string[] Staff = ["Agent", "Admin"];
    private static readonly string[] Agent = ["Agent"];
    private static readonly string[] Admin = ["Admin"];

    public static readonly IReadOnlyList<NavItem> All =
    [
        new("/portal", "Nav.Home", "home", "g h", Customer),
        new("/portal/tickets", "Nav.Tickets", "ticket", "g t", Customer),
        new("/portal/chat", "Nav.Chat", "message", "g l", Customer),
        new("/portal/signals", "Nav.Signals", "signal", "g s", Customer),
        new("/portal/rewards", "Nav.Rewards", "gift", "g r", Customer),
        new("/portal/calls", "Nav.MyCalls", "phone", "g c", Customer),
        new("/portal/spending", "Nav.Spending", "chart", "g b", Customer),
        new("/portal/profile", "Nav.Profile", "user", "g p", Customer),
        new("/help", "Nav.Help", "help", "g k", Customer),

        new("/desk", "Nav.Inbox", "inbox", "g i", Staff),
        new("/desk/chat", "Nav.Chat", "message", "g j", Staff),
        new("/desk/customers", "Nav.Customers", "user", "g m", Staff),
        new("/desk/calls", "Nav.Calls", "phone", "g c", Staff),
        new("/help", "Nav.Knowledge", "book", "g k", Staff),
        // Admins find it under Engagement.
        new("/admin/engagement/referrals", "Nav.Referrals", "gift", "g e", Agent),

        new("/admin/signals", "Nav.Signals", "signal", "g l", Admin, "Nav.Admin"),
        new("/admin/bots", "Nav.Bots", "robot", "g b", Admin, "Nav.Admin"),
        new("/admin/engagement", "Nav.Engagement", "gift", "g e", Admin, "Nav.Admin"),
        new("/admin/knowledge", "Nav.Articles", "book", "g w", Admin, "Nav.Admin"),
        new("/vault", "Nav.Vault", "vault", "g v", Admin, "Nav.Admin"),
        new("/admin", "Nav.Figures", "chart", "g f", Admin, "Nav.Admin"),
        new("/admin/customers", "Nav.CustomerFigures", "star", "g d", Admin, "Nav.Admin"),
        new("/admin/audit", "Nav.Audit", "shield", "g a", Admin, "Nav.Admin"),
        new("/admin/security", "Nav.Security", "lock", "g y", Staff, "Nav.Admin"),
        new("/admin/retention", "Nav.Retention", "clock", "g r", Admin, "Nav.Admin"),
        new("/admin/users", "Nav.Users", "users", "g u", Admin, "Nav.Admin"),
        new("/admin/settings", "Nav.Settings", "settings", "g s", Admin, "Nav.Admin"),
    ];

    public static IEnumerable<NavItem> For(Func<string, bool> isInRole) => All.Where(item => item.Roles.Any(isInRole));

    /// <summary>The line whose address is the longest beginning of this path.</summary>
    public static string? Current(IEnumerable<NavItem> items, string path) =>
        items.Select(item => item.Href).Where(href => path == href || path.StartsWith(href + "/", StringComparison.Ordinal)).MaxBy(href => href.Length);
}
