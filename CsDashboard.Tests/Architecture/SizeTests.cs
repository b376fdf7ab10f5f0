using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CsDashboard.Tests.Architecture;

/// <summary>What is read at one sitting stays short: lines, methods, files and components. What may be longer is named, and why.</summary>
public sealed partial class SizeTests
{
    private const int MostOfALine = 140,
        MostOfAMethod = 60,
        MostOfAFile = 250,
        MostOfATest = 400,
        MostOfAComponent = 150;

    // A text in quotes may be as long as it is: cut in two it is found by nobody who searches for it.
    private const int LongText = 60;

    private static readonly Dictionary<string, string> LongFiles = Because(
        (
            "A list, in which one line is looked up.",
            [
                "CustomerEvents.cs",
                "CustomerFields.cs",
                "CustomerInput.cs",
                "CustomerTables.cs",
                "DeskEvents.cs",
                "DeskNotices.cs",
                "CustomerEndpoints.cs",
                "TicketAnswers.cs",
                "PortalEndpoints.cs",
                "Schedule.cs",
            ]
        ),
        (
            "The verbs of one plural, which share what they look up and refuse.",
            [
                "SecondFactors.cs",
                "Sessions.cs",
                "Users.cs",
                "CustomerLists.cs",
                "CustomerRecords.cs",
                "CustomerRecords.Changing.cs",
                "Merges.cs",
                "Attachments.cs",
                "CallRequests.cs",
                "Chats.cs",
                "Tickets.cs",
                "Offers.cs",
                "CandleImports.cs",
                "Pins.cs",
            ]
        ),
        ("One format, or one check, from its first byte to its last.", ["AuditCheck.cs", "CandleFile.cs", "CsvFile.cs", "AlertReader.cs"]),
        ("What the demo companies are filled with, in the order of their days.", ["DemoCompany.cs"]),
        ("Rows as they lie in the tables, and what is measured on them.", ["Ledgers.cs", "ManyCustomers.cs", "Seed.cs"]),
        (
            "The cases of one subject, which share what they prepare.",
            [
                "SignInsTests.cs",
                "AuditTests.cs",
                "CustomerEndpointsTests.cs",
                "CustomerImportsTests.cs",
                "CustomerRecordTests.cs",
                "PrivacyTests.cs",
                "ChatsTests.cs",
                "PortalEndpointsTests.cs",
                "TicketsTests.cs",
                "PointsTests.cs",
                "ReferralsTests.cs",
                "BadInputTests.cs",
                "EndpointGuardTests.cs",
                "EventPumpTests.cs",
                "CurrenciesTests.cs",
                "MailTests.cs",
            ]
        )
    );

    private static readonly Dictionary<string, string> LongComponents = Because(
        (
            "A page that finds, shows and changes: its markup is short, and what it does is told beside it.",
            [
                "SecondFactorPage.razor",
                "UsersPage.razor",
                "AuditPage.razor",
                "CustomerPage.razor",
                "CustomersPage.razor",
                "ImportRunPage.razor",
                "MergePage.razor",
                "InboxPage.razor",
                "OffersPage.razor",
                "ReferralsPage.razor",
                "ArticleEditPage.razor",
                "MyRewardsPage.razor",
                "MySignalsPage.razor",
                "VaultPage.razor",
                "CheckoutPage.razor",
                "CustomerFiguresPage.razor",
                "OrdersPage.razor",
            ]
        ),
        (
            "A form of many fields, each with its label, hint and limits.",
            [
                "NewTicketForm.razor",
                "EarningRuleEditor.razor",
                "OwnSegmentEditor.razor",
                "RecordPoints.razor",
                "RewardKinds.razor",
                "SettingsCurrency.razor",
                "PublishedSignals.razor",
                "SetupPage.razor",
                "BotForm.razor",
                "SignalEditor.razor",
                "VaultImport.razor",
            ]
        ),
        (
            "A conversation: what is read, what is written and who is there move together.",
            ["DeskChat.razor", "DeskComposer.razor", "DeskTicket.razor", "MyChat.razor"]
        ),
        ("The head of the inbox: search, filters and lists in one line.", ["InboxHead.razor"]),
        ("Every part of the kit once.", ["KitPage.razor", "KitLibraryPage.razor"])
    );

    private static readonly Dictionary<string, string> LongMethods = Because(
        (
            "A list, in which one line is looked up.",
            [
                "CustomerEndpoints.MapCustomers",
                "CustomerTables.Configure",
                "EventTables.Configure",
                "NotificationTables.Configure",
                "Numbers.Signs",
                "Schedule.AddSchedule",
                "StatusFacts.Make",
                "TicketTables.Configure",
            ]
        ),
        (
            "What the demo companies are filled with, in the order of their days.",
            ["DemoCompany.Fill", "DemoCompany.Plan", "DemoEngagement.Fill", "DemoRecords.Plan"]
        ),
        (
            "One write: what is checked, changed and recorded stands or falls together.",
            [
                "CallRequests.Request",
                "CandleExports.Begin",
                "CandleImports.Add",
                "Chats.StartFor",
                "Earning.Earn",
                "Merges.Merge",
                "Offers.Save",
            ]
        ),
        (
            "One answer, or one document, made of many parts.",
            ["CustomerArchives.WritePage", "CustomerBoards.Count", "SignalNotices.TellSome", "SignalTerms.Of", "Timelines.Read"]
        )
    );

    /// <summary>Who catches whatever comes and goes on, how many times, and why it must.</summary>
    private static readonly Dictionary<string, (int Times, string Why)> CatchAlls = new()
    {
        ["Shoppers.cs"] = (1, "A cart never keeps anybody from signing in."),
        ["Sessions.cs"] = (1, "That a session was used is noted beside what was asked for."),
        ["Loop.cs"] = (1, "Work behind the house goes on after a fault."),
        ["LiveFeed.cs"] = (2, "The change is committed: a listener's fault is not that of who made it."),
        ["Refolding.cs"] = (1, "It is tried again until it is done."),
        ["SqliteStore.cs"] = (1, "Whoever wrote in the batch gets the fault."),
        ["OutboxSender.cs"] = (1, "One mail must not stop the others."),
        ["PasswordLinks.cs"] = (1, "Nobody waits for it: who asked has had the answer that all get."),
        ["FiguresComponent.cs"] = (1, "It goes to the boundary of the page."),
        ["AuditVerify.razor"] = (1, "It goes to the boundary of the page."),
        ["PrivacyPage.razor"] = (1, "It goes to the boundary of the page."),
        ["Browser.cs"] = (3, "A call into the browser may fail at any time and in any way."),
        ["CircuitIdentity.cs"] = (1, "Nobody awaits an event handler: its fault would end the process."),
        ["LiveComponent.cs"] = (1, "It goes to the boundary of the page."),
        ["ApiErrors.cs"] = (1, "The outermost: every fault of the API gets its answer here."),
        ["Health.cs"] = (1, "Whatever the database does, health answers."),
    };

    private static List<string> Code =>
        [
            .. Sources
                .Files("*.cs")
                .Where(f => f.Contains("/CsDashboard.", StringComparison.Ordinal) && !f.Contains("/Migrations/", StringComparison.Ordinal)),
        ];

    private static List<string> Components => [.. Sources.Files("*.razor")];

    [Fact]
    public void No_line_is_wider_than_a_page()
    {
        var (code, components) = (Code, Components);
        code.Count.ShouldBeGreaterThan(1_000, "The test looks at nothing.");
        components.Count.ShouldBeGreaterThan(200, "The test looks at nothing.");
        code.SelectMany(file => Wide(File.ReadAllText(file)).Select(line => $"{Name(file)}({line})"))
            .ShouldBeEmpty("CSharpier breaks code; comments and lists of words are broken by hand.");
        components
            .SelectMany(file =>
                File.ReadLines(file).Index().Where(l => l.Item.Length > MostOfALine).Select(l => $"{Name(file)}({l.Index + 1})")
            )
            .ShouldBeEmpty("One element a line; a long start tag has one attribute a line, a long expression a name.");
    }

    [Fact]
    public void A_file_is_read_at_one_sitting() =>
        Exact(
            Code.Where(f =>
                    File.ReadLines(f).Count() > (f.Contains("/CsDashboard.Tests/", StringComparison.Ordinal) ? MostOfATest : MostOfAFile)
                )
                .Select(f => (Path.GetFileName(f), File.ReadLines(f).Count())),
            LongFiles
        );

    [Fact]
    public void A_component_is_read_at_one_sitting() =>
        Exact(
            Components.Select(f => (Path.GetFileName(f), Lines: File.ReadLines(f).Count())).Where(f => f.Lines > MostOfAComponent),
            LongComponents
        );

    [Fact]
    public void A_method_fits_on_a_screen() =>
        Exact(Code.Where(IsProduct).SelectMany(file => Methods(File.ReadAllText(file))).Where(m => m.Lines > MostOfAMethod), LongMethods);

    [Fact]
    public void Whatever_comes_is_caught_in_few_places()
    {
        var caught = Code.Where(IsProduct)
            .Select(file => (Path.GetFileName(file), Times: Swallowed(File.ReadAllText(file))))
            .Concat(Components.Select(file => (Path.GetFileName(file), Times: CatchAll().Count(File.ReadAllText(file)))))
            .Where(f => f.Times > 0)
            .ToDictionary(f => f.Item1, f => f.Times);
        caught
            .Where(f => !CatchAlls.TryGetValue(f.Key, out var named) || named.Times != f.Value)
            .Select(f => $"{f.Key}: {f.Value}")
            .ShouldBeEmpty("A catch says what it means, or it is named here.");
        CatchAlls.Keys.Where(name => !caught.ContainsKey(name)).ShouldBeEmpty("Named, and catches nothing.");
    }

    [Fact]
    public void The_test_sees_what_is_too_long()
    {
        var words = new string('x', 130);
        Wide($"// {words} {words}").ShouldBe([1]);
        Wide($"class C {{ string a = \"{words}{words}\"; }}").ShouldBeEmpty();
        Wide($"class C {{ string {words}{words}; }}").ShouldBe([1]);
        Methods($"class C {{ void M() {{ {new string('\n', 70)} }} }}").ShouldBe([("C.M", 71)]);
        Swallowed("class C { void M() { try { } catch (Exception e) { Log(e); } } }").ShouldBe(1);
        Swallowed("class C { void M() { try { } catch { } } }").ShouldBe(1);
        Swallowed("class C { void M() { try { } catch { Undo(); throw; } } }").ShouldBe(0);
        Swallowed("class C { void M() { try { } catch (Exception e) when (e is IOException) { } } }").ShouldBe(0);
        CatchAll().Count("catch (Exception e) { }").ShouldBe(1);
        CatchAll().Count("catch (Exception e)\n    when (gone) { }").ShouldBe(0);
    }

    private static Dictionary<string, string> Because(params (string Why, string[] Names)[] groups) =>
        groups.SelectMany(g => g.Names.Select(name => (name, g.Why))).ToDictionary(g => g.name, g => g.Why);

    private static void Exact(IEnumerable<(string Name, int Lines)> found, Dictionary<string, string> named)
    {
        var all = found.ToList();
        all.Where(f => !named.ContainsKey(f.Name)).Select(f => $"{f.Name}: {f.Lines}").ShouldBeEmpty("It is cut, or named with a reason.");
        named.Keys.Except(all.Select(f => f.Name)).ShouldBeEmpty("It is short now: it needs no name here.");
    }

    private static string Name(string file) => Path.GetRelativePath(TestRun.Sources, file).Replace('\\', '/');

    private static bool IsProduct(string file) =>
        file.Contains("/CsDashboard.Core/", StringComparison.Ordinal) || file.Contains("/CsDashboard.Web/", StringComparison.Ordinal);

    // The numbers of lines that are too wide without a long text in quotes on them.
    private static IEnumerable<int> Wide(string source)
    {
        var text = source.Split('\n');
        if (!text.Any(l => l.Length > MostOfALine))
            return [];
        var quoted = CSharpSyntaxTree
            .ParseText(source)
            .GetRoot()
            .DescendantNodes()
            .Where(node =>
                node is InterpolatedStringExpressionSyntax
                || node.Kind() is SyntaxKind.StringLiteralExpression or SyntaxKind.Utf8StringLiteralExpression
            )
            .Where(node => node.ToString().Split('\n').Any(l => l.Length > LongText))
            .Select(node => node.GetLocation().GetLineSpan())
            .SelectMany(span => Enumerable.Range(span.StartLinePosition.Line, span.EndLinePosition.Line - span.StartLinePosition.Line + 1))
            .ToHashSet();
        return text.Index().Where(l => l.Item.Length > MostOfALine && !quoted.Contains(l.Index)).Select(l => l.Index + 1);
    }

    private static IEnumerable<(string Name, int Lines)> Methods(string source) =>
        CSharpSyntaxTree
            .ParseText(source)
            .GetRoot()
            .DescendantNodes()
            .OfType<BaseMethodDeclarationSyntax>()
            .Select(method =>
            {
                var span = method.GetLocation().GetLineSpan();
                var type = method.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>()!.Identifier.Text;
                var name = method is MethodDeclarationSyntax named ? named.Identifier.Text : type;
                return ($"{type}.{name}", span.EndLinePosition.Line - span.StartLinePosition.Line + 1);
            });

    private static int Swallowed(string source) =>
        CSharpSyntaxTree
            .ParseText(source)
            .GetRoot()
            .DescendantNodes()
            .OfType<CatchClauseSyntax>()
            .Count(clause =>
                clause.Filter is null
                && clause.Declaration?.Type.ToString() is null or "Exception"
                && !clause.Block.DescendantNodes().OfType<ThrowStatementSyntax>().Any(thrown => thrown.Expression is null)
            );

    [GeneratedRegex(@"\bcatch(?: \(Exception(?: \w+)?\))?\s*\{")]
    private static partial Regex CatchAll();
}
