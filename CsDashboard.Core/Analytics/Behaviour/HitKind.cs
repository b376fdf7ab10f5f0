namespace CsDashboard.Analytics.Behaviour;

public enum HitKind
{
    Page,
    Interaction,

    /// <summary>Something about goods: seen, put into a cart, searched for.</summary>
    Market,
}
