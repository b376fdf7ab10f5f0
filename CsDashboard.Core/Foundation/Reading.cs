using System.Globalization;

namespace CsDashboard.Foundation;

/// <summary>Whether a text is a number: one, none, or one that two people would read as two.</summary>
public enum Reading { Whole, None, TwoWays }
