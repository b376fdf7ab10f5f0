using System.Text.RegularExpressions;

namespace CsDashboard.Signals;

[Spelt(Spelling.Upper)]
public enum Direction
{
    Buy,
    Sell,
}
