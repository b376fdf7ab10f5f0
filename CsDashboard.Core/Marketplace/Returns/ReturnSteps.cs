namespace CsDashboard.Marketplace.Returns;

/// <summary>
/// The way of a return: requested, approved, in transit, received, refunded; turned down when it was requested or looked at. What is
/// brought in person is never in transit.
/// </summary>
public static class ReturnSteps
{
    /// <summary>What may come next.</summary>
    public static IReadOnlyList<ReturnStatus> After(ReturnStatus status, ReturnMethod method) =>
        status switch
        {
            ReturnStatus.Requested => [ReturnStatus.Approved, ReturnStatus.Rejected],
            ReturnStatus.Approved => method == ReturnMethod.DropOff
                ? [ReturnStatus.Received]
                : [ReturnStatus.InTransit, ReturnStatus.Received],
            ReturnStatus.InTransit => [ReturnStatus.Received],
            ReturnStatus.Received => [ReturnStatus.Refunded, ReturnStatus.Rejected],
            ReturnStatus.Rejected or ReturnStatus.Refunded => [],
        };

    /// <summary>Something is still to be done.</summary>
    public static bool IsOpen(this ReturnStatus status) => status is not (ReturnStatus.Rejected or ReturnStatus.Refunded);
}
