using System.Globalization;
using System.Resources;
using CsDashboard.Desk;
using CsDashboard.Signals;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Signals;

/// <summary>The texts of signals (SignalTexts.resx, SignalTexts.ar.resx).</summary>
public sealed class SignalTexts
{
    private static readonly ResourceManager Source = new(typeof(SignalTexts));

    private SignalTexts() { }

    /// <summary>For static code; components take the localizer.</summary>
    public static string Get(string key, params object?[] values) => Source.Text(key, values);

    internal static string In(CultureInfo culture, string key) => Source.Text(culture, key);
}
