namespace CsDashboard.Bots;

/// <summary>How a bot is named: the main one of a market by the market, another by its own name.</summary>
internal static class BotWords
{
    /// <summary>In the sentence of an event, in the reader's language.</summary>
    public static object Told(BotType type, string? name) => string.IsNullOrEmpty(name) ? new SaidWord("BotType_" + type) : name;

    /// <summary>"crypto", or "crypto · Scalper".</summary>
    public static string Said(BotType type, string? name) => string.IsNullOrEmpty(name) ? Word.Of(type) : $"{Word.Of(type)} · {name}";

    public static string Said(Bot bot) => Said(bot.Type, bot.Name);

    /// <summary>As events keep it: null for the main one.</summary>
    public static string? Kept(Bot bot) => bot.Name.Length == 0 ? null : bot.Name;
}
