namespace CsDashboard.Customers;

public sealed partial class Customer
{
    public int TotalOrders { get; private set; }

    /// <summary>Without cancelled and returned orders (contract: crm, Statistics).</summary>
    public decimal TotalOrderValue { get; private set; }
    public DateTimeOffset? LastOrderAt { get; private set; }
    public int TotalComplaints { get; private set; }
    public int OpenComplaints { get; private set; }
    public DateTimeOffset? LastComplaintAt { get; private set; }
    public int TotalTickets { get; private set; }
    public int OpenTickets { get; private set; }
    public int Ratings { get; private set; }
    public int RatingSum { get; private set; }

    /// <summary>An outside service, not our own rows, reported the figures of orders last.</summary>
    public bool OrdersReported { get; private set; }

    /// <summary>As <see cref="OrdersReported"/>, for complaints.</summary>
    public bool ComplaintsReported { get; private set; }

    public CustomerFigures Figures =>
        new()
        {
            TotalOrders = TotalOrders,
            TotalOrderValue = TotalOrderValue,
            LastOrderAt = LastOrderAt,
            TotalComplaints = TotalComplaints,
            OpenComplaints = OpenComplaints,
            LastComplaintAt = LastComplaintAt,
            TotalTickets = TotalTickets,
            OpenTickets = OpenTickets,
            Ratings = Ratings,
            RatingSum = RatingSum,
        };
    internal SourcedFigures Sourced => new(Figures, OrdersReported, ComplaintsReported);

    /// <summary>
    /// Set by the room that keeps the rows, in its own transaction, or reported by the service API. False when they were the same.
    /// </summary>
    internal bool Count(CustomerFigures figures, bool reported = false) =>
        Take(
            new(
                figures,
                figures.OfOrders == Figures.OfOrders ? OrdersReported : reported,
                figures.OfComplaints == Figures.OfComplaints ? ComplaintsReported : reported
            )
        );

    internal bool Take(SourcedFigures sourced)
    {
        if (Sourced == sourced)
            return false;
        var figures = sourced.Figures;
        (TotalOrders, TotalOrderValue, LastOrderAt) = (figures.TotalOrders, figures.TotalOrderValue, figures.LastOrderAt);
        (TotalComplaints, OpenComplaints, LastComplaintAt) = (figures.TotalComplaints, figures.OpenComplaints, figures.LastComplaintAt);
        (TotalTickets, OpenTickets, Ratings, RatingSum) = (figures.TotalTickets, figures.OpenTickets, figures.Ratings, figures.RatingSum);
        (OrdersReported, ComplaintsReported) = (sourced.OrdersReported, sourced.ComplaintsReported);
        return true;
    }
}
