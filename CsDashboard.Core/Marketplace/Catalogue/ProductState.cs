namespace CsDashboard.Marketplace.Catalogue;

public enum ProductState
{
    Draft,
    Published,
    Archived,
}
