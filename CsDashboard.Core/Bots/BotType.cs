using System.Text.RegularExpressions;

namespace CsDashboard.Bots;

/// <summary>The markets there are (rules.md 000): a bot for each, and every candle belongs to one.</summary>
public enum BotType { Crypto, Forex }
