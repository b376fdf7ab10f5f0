using System.Globalization;

namespace CsDashboard.Tests.Harness;

/// <summary>The test reads in a language until it is disposed.</summary>
internal sealed class SpokenIn : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;

    public SpokenIn(string language) => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

    public void Dispose() => CultureInfo.CurrentUICulture = before;
}
