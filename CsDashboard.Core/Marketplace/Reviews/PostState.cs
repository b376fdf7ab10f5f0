namespace CsDashboard.Marketplace.Reviews;

/// <summary>How far something that customers write on a product's page has come.</summary>
public enum PostState
{
    Published,

    /// <summary>Somebody of the team reads it first.</summary>
    Held,
    Rejected,
}
