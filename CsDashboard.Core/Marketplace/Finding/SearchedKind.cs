namespace CsDashboard.Marketplace.Finding;

public enum SearchedKind
{
    Words,
    Category,
    Brand,
}
