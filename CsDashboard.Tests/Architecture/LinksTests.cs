using System.Reflection;
using System.Text.RegularExpressions;
using CsDashboard.Foundation;
using CsDashboard.Web;
using CsDashboard.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace CsDashboard.Tests.Architecture;

/// <summary>The rooms name what something leads to; where that lies is said once, by the web.</summary>
public sealed partial class LinksTests
{
    private static readonly string Core = typeof(Rooms).Assembly.Location;

    [Fact]
    public void Every_subject_that_a_room_names_is_known_with_what_its_path_asks_for_and_no_other()
    {
        var said = Sources
            .Files("*.cs")
            .Where(file => file.Contains("/CsDashboard.Core/", StringComparison.Ordinal))
            .SelectMany(file => Said().Matches(File.ReadAllText(file)))
            .Select(match => (Page: match.Groups["page"].Value, HasId: match.Groups["id"].Success))
            .ToList();
        said.Count.ShouldBe(Made(), "A link is written as new LinkTo(\"word\", …), or this test doesn't see it.");
        said.Select(link => link.Page).Distinct().ShouldBe(Links.Known.Keys, ignoreOrder: true);
        foreach (var (page, hasId) in said)
        foreach (var path in Paths(page))
            path.Contains(Links.Id, StringComparison.Ordinal).ShouldBe(hasId, page);
    }

    [Fact]
    public async Task Every_path_leads_to_a_page_that_is_open_to_its_reader()
    {
        await using var app = await TestApp.Start();
        var pages = app.Get<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods || methods.Contains("GET"))
            .GroupBy(e => Bare("/" + e.RoutePattern.RawText!.Trim('/')))
            .ToDictionary(
                group => group.Key,
                group => group.SelectMany(e => e.Metadata.GetOrderedMetadata<IAuthorizeData>()).Select(a => a.Policy).ToHashSet()
            );
        string[] notForStaff = [Policies.Customer, Policies.Service],
            notForCustomers = [Policies.Staff, Policies.Admin, Policies.Service];
        foreach (var (page, (staff, customers)) in Links.Known)
        {
            (staff ?? customers).ShouldNotBeNull(page);
            foreach (var (path, closed) in new[] { (staff, notForStaff), (customers, notForCustomers) }.Where(way => way.Item1 is not null))
                (pages.GetValueOrDefault(Bare(path!.Split('?')[0])) is { } policies && !policies.Overlaps(closed)).ShouldBeTrue(
                    $"{path} is no page of those who are told of {page}."
                );
        }
    }

    [Fact]
    public void A_path_is_its_readers_own_and_stays_inside_the_site()
    {
        var (links, id) = (new Links(), Guid.NewGuid());
        links.PathOf(new LinkTo("ticket", id, "feedback"), forStaff: false).ShouldBe($"/portal/tickets/{id}#feedback");
        links.PathOf(new LinkTo("ticket", id), forStaff: true).ShouldBe($"/desk/tickets/{id}");
        links.PathOf(new LinkTo("password", "a+b/c&d"), forStaff: true).ShouldBe("/password?code=a%2Bb%2Fc%26d");
        links.PathOf(new LinkTo("ticket", "//evil.example"), forStaff: true).ShouldBe("/desk/tickets/%2F%2Fevil.example");
        links.PathOf(new LinkTo("bots"), forStaff: false).ShouldBeNull();
        Should.Throw<ArgumentException>(() => links.PathOf(new LinkTo("nowhere"), forStaff: true));
    }

    [Fact]
    public void No_text_in_Core_begins_with_the_address_of_a_page()
    {
        Addressed(Core).ShouldBeEmpty("A room names a subject (LinkTo); Web/Links.cs says where that is.");
        Addressed(typeof(Program).Assembly.Location)
            .ShouldContain(line => line.EndsWith(" /desk/calls", StringComparison.Ordinal), "The test looks at nothing.");
        var address = Address();
        new[] { "/desk", "/desk/tickets/", "/portal?tab=", "/account#keys", "/ref/", "/unsubscribe/" }.ShouldAllBe(text =>
            address.IsMatch(text)
        );
        new[] { "/deskless", "/", "/api/files/", "desk/tickets", "/help-text" }.ShouldAllBe(text => !address.IsMatch(text));
    }

    private static List<string> Addressed(string assembly)
    {
        var address = Address();
        using var module = ModuleDefinition.ReadModule(assembly);
        return
        [
            .. Instructions(module)
                .Where(i => i.Step.OpCode == OpCodes.Ldstr && address.IsMatch((string)i.Step.Operand))
                .Select(i => $"{i.Type.FullName} says {i.Step.Operand}")
                .Distinct(),
        ];
    }

    // How often Core makes a link, as it was compiled.
    private static int Made()
    {
        using var module = ModuleDefinition.ReadModule(Core);
        return Instructions(module)
            .Count(i =>
                i.Step is { OpCode.Code: Code.Newobj, Operand: MethodReference made }
                && made.DeclaringType.FullName == typeof(LinkTo).FullName
            );
    }

    private static IEnumerable<(TypeReference Type, Instruction Step)> Instructions(ModuleDefinition module) =>
        module
            .GetTypes()
            .Select(type => (Type: type, Outer: Imports.Outermost(type)))
            .Where(t => t.Outer.FullName != typeof(LinkTo).FullName && !t.Outer.Namespace.Contains(".Migrations", StringComparison.Ordinal))
            .SelectMany(t => t.Type.Methods.Where(m => m.HasBody).SelectMany(m => m.Body.Instructions).Select(step => (t.Outer, step)));

    // The first words of all addresses that somebody opens in a browser.
    private static Regex Address()
    {
        var paths = typeof(Program)
            .Assembly.GetTypes()
            .SelectMany(page => page.GetCustomAttributes<RouteAttribute>())
            .Select(route => route.Template)
            .Concat(Links.Known.Keys.SelectMany(Paths));
        var first = paths.Select(path => path.Split('/', '?', '#')[1]).Where(word => word.Length > 0).Distinct().Select(Regex.Escape);
        return new Regex($"^/({string.Join('|', first)})([/?#]|$)", RegexOptions.CultureInvariant);
    }

    private static IEnumerable<string> Paths(string page) =>
        new[] { Links.Known[page].Staff, Links.Known[page].Customers }.OfType<string>();

    private static string Bare(string path) => Placeholder().Replace(path, "{}");

    [GeneratedRegex("""new LinkTo\("(?<page>\w+)"(?<id>,)?""")]
    private static partial Regex Said();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();
}
