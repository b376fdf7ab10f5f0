namespace CsDashboard.Bots;

/// <summary>One more bot of a market, as somebody asks for it.</summary>
public sealed class NewBot
{
    [OneOf("crypto", "forex")]
    public string? Type { get; set; } = "crypto";

    /// <summary>How people tell it from the others of its market.</summary>
    [Line(Bot.MaxName, Min = 2)]
    public string? Name { get; set; }
}
