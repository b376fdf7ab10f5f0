namespace CsDashboard.Customers;

/// <summary>What a customer bought and complained of. Values are absolute, whoever sets them (rules.md 004).</summary>
public sealed record CustomerFigures(int TotalOrders, decimal TotalOrderValue, DateTimeOffset? LastOrderAt, int TotalComplaints, int OpenComplaints, DateTimeOffset? LastComplaintAt);

public sealed partial class Customer
{
    public int TotalOrders { get; private set; }
    /// <summary>Without cancelled and returned orders (rules.md 004).</summary>
    public decimal TotalOrderValue { get; private set; }
    public DateTimeOffset? LastOrderAt { get; private set; }
    public int TotalComplaints { get; private set; }
    public int OpenComplaints { get; private set; }
    public DateTimeOffset? LastComplaintAt { get; private set; }

    public CustomerFigures Figures => new(TotalOrders, TotalOrderValue, LastOrderAt, TotalComplaints, OpenComplaints, LastComplaintAt);

    /// <summary>Set by the room that keeps the rows, in its own transaction, or by the service API. False when they were the same.</summary>
    internal bool Count(CustomerFigures figures)
    {
        if (Figures == figures) return false;
        (TotalOrders, TotalOrderValue, LastOrderAt) = (figures.TotalOrders, figures.TotalOrderValue, figures.LastOrderAt);
        (TotalComplaints, OpenComplaints, LastComplaintAt) = (figures.TotalComplaints, figures.OpenComplaints, figures.LastComplaintAt);
        return true;
    }
}
