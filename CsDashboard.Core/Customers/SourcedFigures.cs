namespace CsDashboard.Customers;

/// <summary>
/// Figures with their source: an outside service that reported them last, or our own rows. Where an outside service is the source, we may
/// have no rows to count, so our own count is not trusted.
/// </summary>
internal sealed record SourcedFigures(CustomerFigures Figures, bool OrdersReported, bool ComplaintsReported)
{
    public static readonly SourcedFigures None = new(CustomerFigures.None, false, false);

    public SourcedFigures Counted(CustomerFigures counted) =>
        this with
        {
            Figures = Figures
                .WithTicketsOf(counted)
                .WithOrdersOf(OrdersReported ? Figures : counted)
                .WithComplaintsOf(ComplaintsReported ? Figures : counted),
        };

    public static SourcedFigures operator +(SourcedFigures a, SourcedFigures b) =>
        new(a.Figures + b.Figures, a.OrdersReported || b.OrdersReported, a.ComplaintsReported || b.ComplaintsReported);
}
