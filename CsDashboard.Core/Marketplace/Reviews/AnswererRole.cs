namespace CsDashboard.Marketplace.Reviews;

/// <summary>Who answered a question, in the market's words.</summary>
public enum AnswererRole
{
    Customer,

    /// <summary>An agent of the company.</summary>
    Seller,
    Admin,
}
