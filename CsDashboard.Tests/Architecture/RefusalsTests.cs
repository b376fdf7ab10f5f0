using System.Text.RegularExpressions;

namespace CsDashboard.Tests.Architecture;

/// <summary>
/// A page shows a refusal by Act, or a form by Try. Who catches one by hand has another answer to it than showing it, and says to which.
/// </summary>
public sealed partial class RefusalsTests
{
    // What shows them, and who has another answer.
    private static readonly string[] Shows = ["Kit/FormOf.cs", "Live/LiveComponent.cs", "Live/SignedInComponent.cs"];
    private static readonly string[] Answers =
    [
        // Nobody is signed in.
        "Accounts/ConfirmPage.razor",
        "Accounts/LoginPage.razor",
        "Accounts/PasswordPage.razor",
        "Customers/RegisterPage.razor",
        "Knowledge/ArticlePage.razor",
        // A page without a connection, on which nothing acts.
        "Marketplace/ProductPage.razor",
        "Marketplace/ProductPart.cs",
        "Knowledge/PictureEndpoint.cs",
        // One of many is named, and an address says no more than that nothing is there.
        "Images/ImageEndpoints.cs",
        "Accounts/UnsubscribePage.razor",
        "Signals/PublicRecordPage.razor",
        "Shell/App.razor",
        // Reading goes on without what is not there, or with what is shown beside it.
        "Audit/AuditPage.razor",
        "Customers/MergePage.razor",
        "Desk/MyNewTicketPage.razor",
        "Signals/SignalForm.cs",
        "Vault/VaultPage.razor",
        "Vault/Parts/VaultImport.razor",
        // Somebody was faster: what they did is shown first.
        "Customers/CustomerPage.razor",
        "Desk/Parts/DeskComposer.razor",
        "Accounts/AuthEndpoints.cs",
        "Audit/AuditEndpoints.cs",
        "Notifications/UnsubscribeEndpoint.cs",
        "Signals/SignalEndpoints.cs",
        // In a browser that loads a file.
        "Marketplace/DownloadEndpoints.cs",
        // With the quote as it is by now.
        "Marketplace/MarketOrderEndpoints.cs",
    ];

    private static IEnumerable<string> Web =>
        Sources.Files("*.razor").Concat(Sources.Files("*.cs")).Where(f => f.Contains("/CsDashboard.Web/", StringComparison.Ordinal));

    [Fact]
    public void Pages_catch_no_refusal_to_show_it()
    {
        var caught = (
            from file in Web
            from line in File.ReadLines(file)
            where Caught().IsMatch(line)
            select (File: Path.GetRelativePath(TestRun.Sources, file).Replace('\\', '/')["CsDashboard.Web/".Length..], Line: line.Trim())
        ).ToList();
        // A room's page may move into an inner room.
        caught.Where(c => !Named(c.File)).ShouldBeEmpty("Act shows it (Live/SignedInComponent).");
        caught
            .Where(c => !Shows.Any(c.File.EndsWith) && !c.Line.Contains(" when (", StringComparison.Ordinal))
            .ShouldBeEmpty("A catch says which refusals it means.");
        Shows
            .Concat(Answers)
            .Where(name => !caught.Any(c => Path.GetFileName(c.File) == Path.GetFileName(name)))
            .ShouldBeEmpty("Named, and catches none.");
    }

    [Fact]
    public void Who_keeps_what_is_wrong_shows_it()
    {
        var pages = Sources.Files("*.razor").Select(file => (File: Path.GetFileName(file), Text: File.ReadAllText(file))).ToList();
        var keeping = pages.Where(page => Kept().IsMatch(page.Text)).ToList();
        keeping.Count.ShouldBeGreaterThan(20, "The test looks at nothing.");
        keeping.Where(page => !Shown().IsMatch(page.Text)).Select(page => page.File).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("catch (Refusal) { }")]
    [InlineData("    catch (Refusal refusal) { error = refusal.Message; }")]
    [InlineData("catch (Refusal)")]
    public void The_test_sees_what_it_should_forbid(string line) => Caught().IsMatch(line).ShouldBeTrue();

    private static bool Named(string file) => Shows.Concat(Answers).Any(name => Path.GetFileName(name) == Path.GetFileName(file));

    [GeneratedRegex(@"\bcatch \((?:Refusal\b|Exception \w+\) when \(\w+ is Refusal)")]
    private static partial Regex Caught();

    [GeneratedRegex(@", Wrong[),]")]
    private static partial Regex Kept();

    [GeneratedRegex(@"<WrongNotice Of=""Wrong""|@\(?Wrong[.\[]|: Wrong\.Text")]
    private static partial Regex Shown();
}
