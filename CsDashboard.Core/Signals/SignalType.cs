using System.Text.RegularExpressions;

namespace CsDashboard.Signals;

public enum SignalType
{
    Crypto,
    Forex,
}
