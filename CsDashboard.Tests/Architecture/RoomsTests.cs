using System.Text.RegularExpressions;
using Mono.Cecil;

namespace CsDashboard.Tests.Architecture;

/// <summary>Arrows point down: Web, product rooms, platform rooms, Foundation.</summary>
public sealed partial class RoomsTests
{
    private static readonly string Core = typeof(Rooms).Assembly.Location;
    private static readonly string Web = typeof(Program).Assembly.Location;
    private static readonly string[] Platform = ["Foundation", "Accounts", "Security", "Audit", "Search", "Notifications", "Analytics"];

    internal static readonly Dictionary<string, string[]> Map = new()
    {
        ["Foundation"] = [],
        ["Accounts"] = ["Foundation"],
        ["Security"] = Platform,
        ["Audit"] = Platform,
        ["Search"] = Platform,
        ["Notifications"] = Platform,
        ["Analytics"] = Platform,
        ["Customers"] = Platform,
        ["Knowledge"] = Platform,
        ["Desk"] = [.. Platform, "Customers", "Knowledge"],
        ["Signals"] = [.. Platform, "Customers", "Bots"],
        ["Bots"] = Platform,
        ["Vault"] = [.. Platform, "Bots"],
        ["Marketplace"] = [.. Platform, "Customers"],
        ["Engagement"] = [.. Platform, "Customers", "Marketplace", "Desk"],
        ["Demo"] = ["*"],
    };

    [Fact]
    public void No_room_imports_one_above_it()
    {
        var forbidden = Imports.Forbidden(Imports.Of(Core, "CsDashboard"), Map);
        forbidden.ShouldBeEmpty("Arrows point down (see the map of rooms in README):\n" + string.Join('\n', forbidden));
    }

    [Fact]
    public void Every_room_of_the_product_is_on_the_map() =>
        Imports.Of(Core, "CsDashboard").Select(i => i.From).Distinct().Except(Map.Keys).ShouldBeEmpty("A new room says on the map here whom it stands on.");

    [Fact]
    public void The_import_test_sees_what_it_should_forbid()
    {
        var imports = Imports.Of(Core, "CsDashboard");
        imports.ShouldContain(i => i.From == "Accounts" && i.To == "Foundation");
        imports.ShouldContain(i => i.From == "Desk" && i.To == "Customers");

        var upsideDown = new Dictionary<string, string[]>(Map) { ["Accounts"] = [], ["Desk"] = Platform };
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
        GC.KeepAlive((Func<Task>)(async () => { await Task.Yield(); GC.KeepAlive(new FakeClock()); }));
    }

    [Fact]
    public void The_kit_knows_neither_pages_nor_rooms()
    {
        Imports.Of(Web, "CsDashboard.Web").Where(i => i.From == "Kit" && i.To != "Kit").ShouldBeEmpty();
        Imports.Of(Web, "CsDashboard.Web").ShouldContain(i => i.From == "Shell" && i.To == "Kit", "The test looks at nothing.");
        Imports.Of(Web, "CsDashboard").Where(i => i.From == "Web" && i.Where.StartsWith("CsDashboard.Web.Kit.", StringComparison.Ordinal) && i.To is not ("Web" or "Foundation")).ShouldBeEmpty();
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
        var slips = module.GetTypes().SelectMany(type => Imports.Named(type)
            .Where(named => named.Namespace.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || named.FullName == "CsDashboard.Foundation.Storage.AppDb")
            .Select(named => $"{Imports.Outermost(type).FullName} names {named.FullName}")).Distinct();
        slips.ShouldBeEmpty();
    }

    [Fact]
    public void No_type_has_a_name_that_says_nothing()
    {
        string[] assemblies = [Core, Web, typeof(RoomsTests).Assembly.Location];
        var named = assemblies.SelectMany(a => { using var module = ModuleDefinition.ReadModule(a); return module.GetTypes().Select(t => t.FullName).ToList(); }).ToList();
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
