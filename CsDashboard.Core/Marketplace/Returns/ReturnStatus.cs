namespace CsDashboard.Marketplace.Returns;

/// <summary>How far a return has come (contract: market, Returns).</summary>
public enum ReturnStatus
{
    Requested,
    Approved,
    Rejected,
    InTransit,
    Received,
    Refunded,
}
