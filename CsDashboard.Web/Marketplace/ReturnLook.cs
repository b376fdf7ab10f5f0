using CsDashboard.Marketplace.Returns;

namespace CsDashboard.Web.Marketplace;

/// <summary>How returns are shown.</summary>
internal static class ReturnLook
{
    public static string Tone(ReturnStatus status) =>
        status switch
        {
            ReturnStatus.Requested => "warning",
            ReturnStatus.Approved or ReturnStatus.InTransit or ReturnStatus.Received => "info",
            ReturnStatus.Refunded => "success",
            ReturnStatus.Rejected => "danger",
        };
}
