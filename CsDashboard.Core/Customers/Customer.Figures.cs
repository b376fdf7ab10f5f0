namespace CsDashboard.Customers;

/// <summary>
/// What a customer bought, asked and complained of. Values of orders and complaints are absolute, whoever sets them (rules.md 004); those of
/// tickets and ratings are always counted here.
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
        TotalOrders = 0, TotalOrderValue = 0, LastOrderAt = null, TotalComplaints = 0, OpenComplaints = 0, LastComplaintAt = null,
    };

    /// <summary>The mean of the customer's ratings, 1 to 5; null without one.</summary>
    public decimal? Satisfaction => Ratings == 0 ? null : decimal.Round((decimal)RatingSum / Ratings, 2);

    internal (int, decimal, DateTimeOffset?) OfOrders => (TotalOrders, TotalOrderValue, LastOrderAt);
    internal (int, int, DateTimeOffset?) OfComplaints => (TotalComplaints, OpenComplaints, LastComplaintAt);

    internal CustomerFigures WithOrdersOf(CustomerFigures other) => this with { TotalOrders = other.TotalOrders, TotalOrderValue = other.TotalOrderValue, LastOrderAt = other.LastOrderAt };
    internal CustomerFigures WithComplaintsOf(CustomerFigures other) => this with { TotalComplaints = other.TotalComplaints, OpenComplaints = other.OpenComplaints, LastComplaintAt = other.LastComplaintAt };
    internal CustomerFigures WithTicketsOf(CustomerFigures other) => this with { TotalTickets = other.TotalTickets, OpenTickets = other.OpenTickets, Ratings = other.Ratings, RatingSum = other.RatingSum };

    public static CustomerFigures operator +(CustomerFigures a, CustomerFigures b) => new()
    {
        TotalOrders = a.TotalOrders + b.TotalOrders, TotalOrderValue = a.TotalOrderValue + b.TotalOrderValue, LastOrderAt = Later(a.LastOrderAt, b.LastOrderAt),
        TotalComplaints = a.TotalComplaints + b.TotalComplaints, OpenComplaints = a.OpenComplaints + b.OpenComplaints,
        LastComplaintAt = Later(a.LastComplaintAt, b.LastComplaintAt), TotalTickets = a.TotalTickets + b.TotalTickets, OpenTickets = a.OpenTickets + b.OpenTickets,
        Ratings = a.Ratings + b.Ratings, RatingSum = a.RatingSum + b.RatingSum,
    };

    private static DateTimeOffset? Later(DateTimeOffset? a, DateTimeOffset? b) => a is null || b > a ? b : a;
}

/// <summary>
/// Figures with their source: an outside service that reported them last, or our own rows. Where the outside is the source, there
/// may be no rows of ours to count, and what was counted is not believed.
/// </summary>
internal sealed record SourcedFigures(CustomerFigures Figures, bool OrdersReported, bool ComplaintsReported)
{
    public static readonly SourcedFigures None = new(CustomerFigures.None, false, false);

    public SourcedFigures Counted(CustomerFigures counted) => this with
    {
        Figures = Figures.WithTicketsOf(counted).WithOrdersOf(OrdersReported ? Figures : counted).WithComplaintsOf(ComplaintsReported ? Figures : counted),
    };

    public static SourcedFigures operator +(SourcedFigures a, SourcedFigures b) => new(a.Figures + b.Figures, a.OrdersReported || b.OrdersReported, a.ComplaintsReported || b.ComplaintsReported);
}

public sealed partial class Customer
{
    public int TotalOrders { get; private set; }
    /// <summary>Without cancelled and returned orders (rules.md 004).</summary>
    public decimal TotalOrderValue { get; private set; }
    public DateTimeOffset? LastOrderAt { get; private set; }
    public int TotalComplaints { get; private set; }
    public int OpenComplaints { get; private set; }
    public DateTimeOffset? LastComplaintAt { get; private set; }
    public int TotalTickets { get; private set; }
    public int OpenTickets { get; private set; }
    public int Ratings { get; private set; }
    public int RatingSum { get; private set; }
    /// <summary>An outside service said the figures of orders last, and not our own rows.</summary>
    public bool OrdersReported { get; private set; }
    /// <summary>As <see cref="OrdersReported"/>, for complaints.</summary>
    public bool ComplaintsReported { get; private set; }

    public CustomerFigures Figures => new()
    {
        TotalOrders = TotalOrders, TotalOrderValue = TotalOrderValue, LastOrderAt = LastOrderAt, TotalComplaints = TotalComplaints, OpenComplaints = OpenComplaints,
        LastComplaintAt = LastComplaintAt, TotalTickets = TotalTickets, OpenTickets = OpenTickets, Ratings = Ratings, RatingSum = RatingSum,
    };
    internal SourcedFigures Sourced => new(Figures, OrdersReported, ComplaintsReported);

    /// <summary>Set by the room that keeps the rows, in its own transaction, or reported by the service API. False when they were the same.</summary>
    internal bool Count(CustomerFigures figures, bool reported = false) => Take(new(
        figures, figures.OfOrders == Figures.OfOrders ? OrdersReported : reported, figures.OfComplaints == Figures.OfComplaints ? ComplaintsReported : reported));

    internal bool Take(SourcedFigures sourced)
    {
        if (Sourced == sourced) return false;
        var figures = sourced.Figures;
        (TotalOrders, TotalOrderValue, LastOrderAt) = (figures.TotalOrders, figures.TotalOrderValue, figures.LastOrderAt);
        (TotalComplaints, OpenComplaints, LastComplaintAt) = (figures.TotalComplaints, figures.OpenComplaints, figures.LastComplaintAt);
        (TotalTickets, OpenTickets, Ratings, RatingSum) = (figures.TotalTickets, figures.OpenTickets, figures.Ratings, figures.RatingSum);
        (OrdersReported, ComplaintsReported) = (sourced.OrdersReported, sourced.ComplaintsReported);
        return true;
    }
}
