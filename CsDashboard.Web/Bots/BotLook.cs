using CsDashboard.Bots;
using CsDashboard.Foundation;
using Microsoft.Extensions.Localization;

namespace CsDashboard.Web.Bots;

/// <summary>How pages name a bot.</summary>
internal static class BotLook
{
    /// <summary>"Crypto bot" for the main one of a market, its own name for another.</summary>
    public static string NameOf(IStringLocalizer<BotTexts> texts, BotView bot) => bot.Name.Length > 0 ? bot.Name : texts["Bot." + bot.Type];

    /// <summary>The word of its market, or its id: what tells its card from others.</summary>
    public static string WordOf(BotKey key) => key.Extra?.ToString("N") ?? Word.Of(key.Type);

    /// <summary>Whether these results are its own.</summary>
    public static bool IsOf(CsDashboard.Signals.BotResult result, BotKey key) =>
        result.Bot == key.Extra && Word.Of(result.Type) == Word.Of(key.Type);
}
