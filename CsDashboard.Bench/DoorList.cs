namespace CsDashboard.Bench;

/// <summary>The doors by which people and programs come in, with what each asks of the product and of the ceiling.</summary>
internal static class DoorList
{
    // The words of Seed: in one text of two thousand, in one of a hundred, in most, and two of which each is in many.
    private static readonly (string Name, string Words)[] Searches =
    [
        ("a rare word", "zirconium"),
        ("a middling word", "cobalt"),
        ("a common word", "please"),
        ("two words", "payout delay"),
    ];

    private static readonly int[] Writers = [1, 8, 16];

    public const string Inbox = "inbox, page";

    public static async Task<IReadOnlyList<Door>> Of(Server product, SeededDesk desk)
    {
        using var client = Http.New(product.Address);
        var (agent, customer) = (await Entrance.Program(client, DeskSeed.AgentEmail), await Entrance.Program(client, Seed.CustomerEmail));
        var (atDesk, atPortal, asAdmin) = (
            await Entrance.Browser(client, DeskSeed.AgentEmail),
            await Entrance.Browser(client, Seed.CustomerEmail),
            await Entrance.Browser(client, Seed.AgentEmail)
        );
        var who = $"tenant={desk.Tenant}&me={desk.Agent}";
        return
        [
            One("list, latest first", agent.Get("api/tickets?limit=50"), $"list?{who}"),
            One("list, mine", agent.Get("api/tickets?limit=50&list=mine"), $"mine?{who}"),
            One("list, by status", agent.Get("api/tickets?limit=50&status=pending"), $"status?{who}&status=Pending"),
            One("list, by tag", agent.Get($"api/tickets?limit=50&tag={Seed.Tag}"), $"tag?{who}&tag={Seed.Tag}"),
            One("list, by a rare tag", agent.Get($"api/tickets?limit=50&tag={DeskSeed.RareTag}"), $"tag?{who}&tag={DeskSeed.RareTag}"),
            One("list, by what is due", agent.Get("api/tickets?limit=50&sort=due"), $"due?{who}"),
            Each("one ticket", desk.Tickets, id => agent.Get($"api/tickets/{id}"), id => $"ticket?id={id}"),
            One("a ticket of 100 messages", agent.Get($"api/tickets/{desk.Long}"), $"ticket?id={desk.Long}"),
            .. Searches.Select(s =>
                One(
                    $"search as list, {s.Name}",
                    agent.Get($"api/tickets?limit=50&search={Url(s.Words)}"),
                    $"search?{who}&words={Url(s.Words)}"
                )
            ),
            .. Searches.Select(s =>
                One($"search, {s.Name}", agent.Get($"api/search?q={Url(s.Words)}"), $"found?{who}&words={Url(s.Words)}")
            ),
            One("portal list", customer.Get("api/customers/me/tickets?limit=50"), $"customer?customer={desk.Customer}&me="),
            Each("portal ticket", desk.Own, id => customer.Get($"api/customers/me/tickets/{id}"), id => $"ticket?id={id}"),
            One(Inbox, atDesk.Get("desk"), $"list?{who}"),
            Each("ticket, page", desk.Tickets, id => atDesk.Get($"desk/tickets/{id}"), id => $"ticket-page?{who}&id={id}"),
            Each("customer's record, page", desk.Customers, id => atDesk.Get($"desk/customers/{id}"), id => $"record?customer={id}&me="),
            One("portal's home, page", atPortal.Get("portal"), $"customer?customer={desk.Customer}&me="),
            One("portal list, page", atPortal.Get("portal/tickets"), $"customer?customer={desk.Customer}&me="),
            Each("portal ticket, page", desk.Own, id => atPortal.Get($"portal/tickets/{id}"), id => $"ticket?id={id}"),
            One("figures of /admin, page", asAdmin.Get("admin"), $"company?{who}"),
            Each("open a ticket", desk.Customers, id => agent.Post("api/tickets", Opened(id)), id => $"open?customer={id}") with
            {
                IsWrite = true,
                Callers = Writers,
            },
            Each("answer a ticket", desk.Tickets, id => agent.Post("api/messages", Answer(id)), id => $"answer?ticket={id}") with
            {
                IsWrite = true,
                Callers = Writers,
            },
        ];
    }

    private static object Opened(string customerId) =>
        new
        {
            customerId,
            title = "The payout of last week",
            description = "It was promised for Monday and has not arrived. Could you look where it is?",
        };

    private static object Answer(string ticketId) =>
        new { ticketId, content = "It was sent this morning and should be there by tomorrow." };

    private static Door One(string name, byte[] request, string bare) => new(name, [request], [bare]);

    private static Door Each(string name, string[] ids, Func<string, byte[]> request, Func<string, string> bare) =>
        new(name, [.. ids.Select(request)], [.. ids.Select(bare)]);

    private static string Url(string words) => Uri.EscapeDataString(words);
}
