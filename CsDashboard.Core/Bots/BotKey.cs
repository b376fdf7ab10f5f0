namespace CsDashboard.Bots;

/// <summary>Which bot of a company: the main one of a market, which the API means by the type, or one more of it, by its id.</summary>
public readonly record struct BotKey(BotType Type, Guid? Extra = null)
{
    public static implicit operator BotKey(BotType type) => new(type);
}
