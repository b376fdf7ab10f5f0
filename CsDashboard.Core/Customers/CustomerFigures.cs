namespace CsDashboard.Customers;

/// <summary>
/// What a customer bought, asked and complained of. Values of orders and complaints are absolute, whoever sets them
/// (contract: crm, Statistics); those of tickets and ratings are always counted here.
/// </summary>
public sealed record CustomerFigures
{
    public required int TotalOrders { get; init; }
    public required decimal TotalOrderValue { get; init; }
    public required DateTimeOffset? LastOrderAt { get; init; }
    public required int TotalComplaints { get; init; }
    public required int OpenComplaints { get; init; }
    public required DateTimeOffset? LastComplaintAt { get; init; }
    public int TotalTickets { get; init; }
    public int OpenTickets { get; init; }
    public int Ratings { get; init; }
    public int RatingSum { get; init; }

    public static readonly CustomerFigures None = new()
    {
        TotalOrders = 0,
        TotalOrderValue = 0,
        LastOrderAt = null,
        TotalComplaints = 0,
        OpenComplaints = 0,
        LastComplaintAt = null,
    };

    /// <summary>The mean of the customer's ratings, 1 to 5; null without one.</summary>
    public decimal? Satisfaction => Ratings == 0 ? null : decimal.Round((decimal)RatingSum / Ratings, 2);

    internal (int, decimal, DateTimeOffset?) OfOrders => (TotalOrders, TotalOrderValue, LastOrderAt);
    internal (int, int, DateTimeOffset?) OfComplaints => (TotalComplaints, OpenComplaints, LastComplaintAt);

    internal CustomerFigures WithOrdersOf(CustomerFigures other) =>
        this with
        {
            TotalOrders = other.TotalOrders,
            TotalOrderValue = other.TotalOrderValue,
            LastOrderAt = other.LastOrderAt,
        };

    internal CustomerFigures WithComplaintsOf(CustomerFigures other) =>
        this with
        {
            TotalComplaints = other.TotalComplaints,
            OpenComplaints = other.OpenComplaints,
            LastComplaintAt = other.LastComplaintAt,
        };

    internal CustomerFigures WithTicketsOf(CustomerFigures other) =>
        this with
        {
            TotalTickets = other.TotalTickets,
            OpenTickets = other.OpenTickets,
            Ratings = other.Ratings,
            RatingSum = other.RatingSum,
        };

    public static CustomerFigures operator +(CustomerFigures a, CustomerFigures b) =>
        new()
        {
            TotalOrders = a.TotalOrders + b.TotalOrders,
            TotalOrderValue = a.TotalOrderValue + b.TotalOrderValue,
            LastOrderAt = Later(a.LastOrderAt, b.LastOrderAt),
            TotalComplaints = a.TotalComplaints + b.TotalComplaints,
            OpenComplaints = a.OpenComplaints + b.OpenComplaints,
            LastComplaintAt = Later(a.LastComplaintAt, b.LastComplaintAt),
            TotalTickets = a.TotalTickets + b.TotalTickets,
            OpenTickets = a.OpenTickets + b.OpenTickets,
            Ratings = a.Ratings + b.Ratings,
            RatingSum = a.RatingSum + b.RatingSum,
        };

    private static DateTimeOffset? Later(DateTimeOffset? a, DateTimeOffset? b) => a is null || b > a ? b : a;
}
