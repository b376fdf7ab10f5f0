using System.Text.RegularExpressions;
using Mono.Cecil;

namespace CsDashboard.Tests.Architecture;

/// <summary>Arrows point down: Web, product rooms, platform rooms, Foundation.</summary>
public sealed partial class RoomsTests
{
    private static readonly string Core = typeof(Rooms).Assembly.Location;
    private static readonly string Web = typeof(Program).Assembly.Location;

    /// <summary>What each room names; every room may name Foundation, and Demo all of them.</summary>
    internal static readonly Dictionary<string, string[]> Map = new()
    {
        ["Foundation"] = [],
        ["Accounts"] = ["Foundation"],
        ["Search"] = ["Foundation"],
        ["Images"] = ["Foundation"],
        ["Notifications"] = ["Foundation", "Accounts"],
        ["Security"] = ["Foundation", "Accounts", "Notifications"],
        ["Audit"] = ["Foundation", "Accounts", "Notifications"],
        ["Analytics"] = ["Foundation", "Accounts", "Audit", "Notifications", "Security"],
        ["Customers"] = ["Foundation", "Accounts", "Analytics", "Audit", "Images", "Notifications", "Search", "Security"],
        ["Knowledge"] = ["Foundation", "Accounts", "Audit", "Images", "Notifications", "Search"],
        ["Desk"] = ["Foundation", "Accounts", "Analytics", "Customers", "Images", "Notifications", "Search"],
        ["Bots"] = ["Foundation", "Accounts", "Analytics", "Notifications"],
        ["Signals"] = ["Foundation", "Accounts", "Analytics", "Bots", "Customers", "Notifications"],
        ["Vault"] = ["Foundation", "Bots", "Notifications"],
        ["Marketplace"] = ["Foundation", "Accounts", "Analytics", "Customers", "Desk", "Images", "Notifications", "Search", "Security"],
        ["Engagement"] = ["Foundation", "Accounts", "Analytics", "Customers", "Desk", "Marketplace", "Notifications", "Security"],
        ["Demo"] = ["*"],
    };

    // What stands in a room's own namespace is its door: it names its inner rooms, and they it.
    private static readonly Dictionary<string, Dictionary<string, string[]>> Inner = new()
    {
        ["CsDashboard.Customers"] = new() { ["Merging"] = ["Figures", "Privacy"], ["Privacy"] = ["Merging", "Trading"] },
        // A ticket is what all the others are about, and knows of what hangs on it.
        ["CsDashboard.Desk"] = new()
        {
            ["Calls"] = ["Sla", "Ticketing"],
            ["Complaints"] = ["Ticketing"],
            ["Conversation"] = ["Ticketing"],
            ["LiveChat"] = ["Conversation", "Sla", "Ticketing"],
            ["Sla"] = ["Ticketing"],
            ["Ticketing"] = ["Conversation", "LiveChat", "Sla"],
        },
        // A product says what is left of it, and the ledger names what it is that is sold out.
        ["CsDashboard.Marketplace"] = new()
        {
            ["Advice"] = ["Catalogue", "Wishes"],
            ["Carts"] = ["Catalogue", "Stock"],
            ["Catalogue"] = ["Stock"],
            ["Checkout"] = ["Carts", "Catalogue", "Payments", "Stock"],
            ["Deliveries"] = ["Carts", "Catalogue", "Payments"],
            ["Finding"] = ["Catalogue", "Importing", "Reviews", "Stock"],
            ["Importing"] = ["Catalogue", "Stock"],
            ["Payments"] = ["Carts", "Checkout", "Stock"],
            ["Prices"] = ["Catalogue", "Importing", "Stock"],
            ["Returns"] = ["Catalogue", "Payments", "Stock"],
            ["Reviews"] = ["Catalogue"],
            ["Stock"] = ["Catalogue"],
            ["Wishes"] = ["Catalogue"],
        },
        ["CsDashboard.Security"] = new() { ["Payments"] = ["Telling"], ["Signing"] = ["Telling"] },
        ["CsDashboard.Engagement"] = new() { ["Referrals"] = ["Loyalty"], ["Rewards"] = ["Loyalty", "Offers"] },
    };

    // From the ground up: a room of pages names only those above it here, and what shows several of them stands last.
    private static readonly Dictionary<string, string[]> Pages = new()
    {
        ["Server"] = ["Identity", "Kit"],
        ["Live"] = ["Identity", "Kit", "Server"],
        ["Notifications"] = ["Kit", "Live", "Server"],
        ["Shell"] = ["Identity", "Kit", "Live", "Notifications", "Server"],
        ["Security"] = ["Kit", "Live", "Server"],
        ["Images"] = ["Kit", "Live", "Server"],
        ["Accounts"] = ["Identity", "Images", "Kit", "Live", "Notifications", "Security", "Server", "Shell"],
        ["Analytics"] = ["Kit", "Live", "Server"],
        ["Audit"] = ["Kit", "Live", "Server"],
        ["Bots"] = ["Kit", "Live", "Signals"],
        ["Knowledge"] = ["Identity", "Kit", "Live", "Server", "Shell"],
        ["Signals"] = ["Kit", "Live", "Server", "Shell"],
        ["Vault"] = ["Kit", "Live"],
        ["Marketplace"] = ["Accounts", "Identity", "Images", "Kit", "Live", "Server", "Shell"],
        ["Engagement"] = ["Analytics", "Kit", "Live", "Server"],
        ["Customers"] = ["Accounts", "Engagement", "Identity", "Kit", "Live", "Marketplace", "Notifications", "Server", "Shell"],
        ["Desk"] = ["Accounts", "Customers", "Kit", "Live", "Marketplace", "Server"],
        ["Portal"] = ["Accounts", "Customers", "Desk", "Engagement", "Images", "Kit", "Live", "Marketplace", "Server", "Shell", "Signals"],
    };

    [Fact]
    public void No_room_imports_one_above_it()
    {
        var forbidden = Imports.Forbidden(Imports.Of(Core, "CsDashboard"), Map);
        forbidden.ShouldBeEmpty("Arrows point down (see the map of rooms in README):\n" + string.Join('\n', forbidden));
    }

    [Theory]
    [InlineData("CsDashboard.Customers")]
    [InlineData("CsDashboard.Desk")]
    [InlineData("CsDashboard.Engagement")]
    [InlineData("CsDashboard.Marketplace")]
    [InlineData("CsDashboard.Security")]
    public void Inner_rooms_stand_on_those_that_the_map_names(string room) => Said(Imports.Of(Core, room)).ShouldBe(Said(Inner[room]));

    [Fact]
    public void The_map_is_exactly_what_is_used() =>
        Said(Imports.Of(Core, "CsDashboard").Where(i => i.From != "Demo")).ShouldBe(Said(Map.Where(room => room.Key != "Demo")));

    // Who names only rooms that are taken away already goes next; what is left stands in circles.
    private static List<string> Circles(Dictionary<string, string[]> map)
    {
        var left = new Dictionary<string, string[]>(map);
        while (left.Where(room => !room.Value.Any(left.ContainsKey)).Select(room => room.Key).ToList() is { Count: > 0 } free)
            free.ForEach(room => left.Remove(room));
        return [.. left.Keys];
    }

    private static string Said(IEnumerable<Imports.Import> imports) =>
        Said(
            imports
                .Where(i => i.From != i.To && i.To != "Foundation")
                .GroupBy(i => i.From)
                .Select(from => KeyValuePair.Create(from.Key, from.Select(i => i.To).Distinct().ToArray()))
        );

    private static string Said(IEnumerable<KeyValuePair<string, string[]>> map) =>
        string.Join(
            '\n',
            map.Select(room => (room.Key, To: room.Value.Where(to => to != "Foundation").Order(StringComparer.Ordinal).ToList()))
                .Where(room => room.To.Count > 0)
                .OrderBy(room => room.Key, StringComparer.Ordinal)
                .Select(room => $"{room.Key} → {string.Join(' ', room.To)}")
        );

    [Fact]
    public void Every_room_of_the_product_is_on_the_map() =>
        Imports
            .Of(Core, "CsDashboard")
            .Select(i => i.From)
            .Distinct()
            .Except(Map.Keys)
            .ShouldBeEmpty("A new room says on the map here whom it stands on.");

    [Fact]
    public void The_import_test_sees_what_it_should_forbid()
    {
        var imports = Imports.Of(Core, "CsDashboard");
        imports.ShouldContain(i => i.From == "Accounts" && i.To == "Foundation");
        imports.ShouldContain(i => i.From == "Desk" && i.To == "Customers");

        var upsideDown = new Dictionary<string, string[]>(Map) { ["Accounts"] = [], ["Desk"] = Map["Analytics"] };
        var forbidden = Imports.Forbidden(imports, upsideDown);
        forbidden.ShouldContain(i => i.From == "Accounts" && i.To == "Foundation");
        forbidden.ShouldContain(i => i.From == "Desk" && i.To == "Customers");
        forbidden.ShouldNotContain(i => i.From == "Customers");
    }

    [Fact]
    public void An_import_that_stands_only_in_the_body_of_an_async_lambda_is_seen()
    {
        var imports = Imports.Of(typeof(RoomsTests).Assembly.Location, "CsDashboard.Tests");
        imports.ShouldContain(i => i.From == "Architecture" && i.To == "Harness");
        GC.KeepAlive(
            (Func<Task>)(
                async () =>
                {
                    await Task.Yield();
                    GC.KeepAlive(new FakeClock());
                }
            )
        );
    }

    [Fact]
    public void The_kit_knows_neither_pages_nor_rooms()
    {
        Imports.Of(Web, "CsDashboard.Web").Where(i => i.From == "Kit" && i.To != "Kit").ShouldBeEmpty();
        Imports.Of(Web, "CsDashboard.Web").ShouldContain(i => i.From == "Shell" && i.To == "Kit", "The test looks at nothing.");
        Imports
            .Of(Web, "CsDashboard")
            .Where(i =>
                i.From == "Web"
                && i.Where.StartsWith("CsDashboard.Web.Kit.", StringComparison.Ordinal)
                && i.To is not ("Web" or "Foundation")
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void Rooms_of_pages_stand_on_those_that_the_map_names() => Said(Imports.Of(Web, "CsDashboard.Web")).ShouldBe(Said(Pages));

    [Fact]
    public void No_rooms_of_pages_stand_on_each_other_in_a_circle()
    {
        Circles(Pages).ShouldBeEmpty();
        Circles(
                new()
                {
                    ["Desk"] = ["Kit", "Customers"],
                    ["Customers"] = ["Desk"],
                    ["Portal"] = ["Kit"],
                }
            )
            .ShouldBe(["Desk", "Customers"], ignoreOrder: true);
    }

    [Fact]
    public void What_every_page_stands_on_names_no_room_of_pages()
    {
        string[] ground = ["Live", "Identity", "Kit", "Server"];
        var imports = Imports.Of(Web, "CsDashboard.Web");
        imports.Where(i => i.From is "Live" or "Identity" && !ground.Contains(i.To)).ShouldBeEmpty();
        imports.ShouldContain(i => i.From == "Accounts" && i.To == "Live", "The test looks at nothing.");
    }

    [Fact]
    public void Web_calls_the_verbs_and_never_the_database()
    {
        using var module = ModuleDefinition.ReadModule(Web);
        var slips = module
            .GetTypes()
            .SelectMany(type =>
                Imports
                    .Named(type)
                    .Where(named =>
                        named.Namespace.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
                        || named.FullName == "CsDashboard.Foundation.Storage.AppDb"
                    )
                    .Select(named => $"{Imports.Outermost(type).FullName} names {named.FullName}")
            )
            .Distinct();
        slips.ShouldBeEmpty();
    }

    [Fact]
    public void No_type_has_a_name_that_says_nothing()
    {
        string[] assemblies = [Core, Web, typeof(RoomsTests).Assembly.Location];
        var named = assemblies
            .SelectMany(a =>
            {
                using var module = ModuleDefinition.ReadModule(a);
                return module.GetTypes().Select(t => t.FullName).ToList();
            })
            .ToList();
        named.Where(SaysNothing).ShouldBeEmpty();
        SaysNothing("CsDashboard.Desk.TicketHelper").ShouldBeTrue();
        SaysNothing("CsDashboard.Desk.TicketDto`1").ShouldBeTrue();
        SaysNothing("CsDashboard.Desk.Utils").ShouldBeTrue();
        SaysNothing("CsDashboard.Desk.Ticket").ShouldBeFalse();
    }

    private static bool SaysNothing(string type) => type.StartsWith("CsDashboard", StringComparison.Ordinal) && NothingSaid().IsMatch(type);

    [GeneratedRegex(@"(Helpers?|Utils?|Utility|Utilities|Manager|Common|Dto|DTO)(`\d+)?$")]
    private static partial Regex NothingSaid();
}
