using System.Globalization;

namespace CsDashboard.Foundation;

/// <summary>What a comma in numbers is known to mean; a text, a file or a form may show it in one number for all.</summary>
public enum Comma { Unknown, Thousands, Decimal }
