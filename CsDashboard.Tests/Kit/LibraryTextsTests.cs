using System.Collections;
using System.Globalization;
using System.Resources;
using CsDashboard.Tests.Architecture;
using CsDashboard.Web.Kit;
using CsDashboard.Web.Server;
using CsDashboard.Web.Shell;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace CsDashboard.Tests.Kit;

/// <summary>The library's own words are ours, in both languages.</summary>
public sealed class LibraryTextsTests
{
    // Components that we have none of: whoever takes one gives it its words.
    private static readonly string[] Unused =
    [
        "HeatMap",
        "MudBreadcrumbs",
        "MudCarousel",
        "MudColorPicker",
        "MudExitPrompt",
        "MudFileUpload",
        "MudNavGroup",
        "MudPageContentNavigation",
        "MudPagination",
        "MudRating",
        "MudRatingItem",
        "MudSnackbar",
        "MudSplitPanel",
        "MudTablePager",
        "MudTabs",
        "MudTimePicker",
    ];

    [Fact]
    public void Every_word_of_the_library_is_ours()
    {
        var theirs = new ResourceManager("MudBlazor.Resources.LanguageResource", typeof(MudTheme).Assembly)
            .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
            .Cast<DictionaryEntry>()
            .Select(entry => (string)entry.Key)
            .Where(key => !Unused.Contains(key.Split('_')[0]));
        TextsTests.Of("LibraryTexts").Keys.ShouldBe(theirs, ignoreOrder: true);
    }

    [Fact]
    public async Task The_library_asks_us_in_both_languages()
    {
        var parts = new ServiceCollection().AddLogging();
        parts.AddLanguages();
        await using var services = parts.AddPageParts().BuildServiceProvider();
        using var scope = services.CreateScope();
        var words = scope.ServiceProvider.GetRequiredService<ILocalizationInterceptor>();
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ar");
            words.Handle("MudDataGrid_Filter").Value.ShouldBe("تصفية");
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
            words.Handle("MudStepper_Complete").Value.ShouldBe("Finish");
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
