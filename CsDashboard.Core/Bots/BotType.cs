using System.Text.RegularExpressions;

namespace CsDashboard.Bots;

/// <summary>The markets there are (contract: enhanced, Bots): a bot for each, and every candle belongs to one.</summary>
public enum BotType
{
    Crypto,
    Forex,
}
