using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace CsDashboard.Foundation;

/// <summary>
/// A country of ISO 3166: its two letters, its usual names, and its time zones, that of its capital or largest city first.
/// </summary>
public sealed record Country(string Code, string English, string Arabic, IReadOnlyList<string> Zones)
{
    /// <summary>As people of a language ("en", "ar") call it.</summary>
    public string NameIn(string language) => language == "ar" ? Arabic : English;
}
