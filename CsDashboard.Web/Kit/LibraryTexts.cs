using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CsDashboard.Web.Kit;

/// <summary>What the component library says by itself, in our words (LibraryTexts.resx, LibraryTexts.ar.resx; its keys).</summary>
internal sealed class LibraryTexts(IStringLocalizer<LibraryTexts> texts) : ILocalizationInterceptor
{
    public LocalizedString Handle(string key, params object[] arguments) => texts[key, arguments];
}
