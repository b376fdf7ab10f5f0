using CsDashboard.Web.Server;

namespace CsDashboard.Web.Security;

/// <summary>The transaction stands in the body itself or under transaction_data.</summary>
[SnakeCase]
public sealed class PaymentBody
{
    public string? UserId { get; set; }
    public string? IpAddress { get; set; }
    public string? UserAgent { get; set; }
    public decimal? Amount { get; set; }
    public string? Currency { get; set; }
    public string? TransactionId { get; set; }
    public TransactionBody? TransactionData { get; set; }
}
