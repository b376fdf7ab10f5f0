using System.Globalization;

namespace CsDashboard.Foundation;

/// <summary>What a comma in numbers means, as far as that is known; one number of a text, file or form may show it for all.</summary>
public enum Comma
{
    Unknown,
    Thousands,
    Decimal,
}
