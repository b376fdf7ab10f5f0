namespace CsDashboard.Web.Bots;

/// <summary>The texts of the bots' page (BotTexts.resx, BotTexts.ar.resx).</summary>
public sealed class BotTexts
{
    private BotTexts() { }
}
