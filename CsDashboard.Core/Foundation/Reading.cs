using System.Globalization;

namespace CsDashboard.Foundation;

/// <summary>Whether a text is a number: a whole one, none, or one that can be read in two ways.</summary>
public enum Reading
{
    Whole,
    None,
    TwoWays,
}
