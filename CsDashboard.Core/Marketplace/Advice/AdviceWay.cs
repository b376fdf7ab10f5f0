namespace CsDashboard.Marketplace.Advice;

/// <summary>How a recommendation was found, in the market's words.</summary>
public enum AdviceWay
{
    /// <summary>Bought together by others.</summary>
    Collaborative,

    /// <summary>Alike: same category, same tags.</summary>
    ContentBased,

    /// <summary>What many look at and buy.</summary>
    Hybrid,
}
