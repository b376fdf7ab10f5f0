using CsDashboard.Foundation;
using CsDashboard.Notifications;
using CsDashboard.Web.Kit;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Notifications;

/// <summary>Which messages the page shows, in its address. Days are whole days of the reader's own zone, both included.</summary>
internal static class SentAddress
{
    public const string Path = "/admin/notifications";

    public static ListAddress Of(string? query) => ListAddress.Of(Path, query, "-at", "q", "channel", "status", "topic", "from", "to");

    /// <summary>Invalid for a malformed day.</summary>
    public static DeliveryFilter Filter(ListAddress address, string timeZone) =>
        new()
        {
            Search = address["q"],
            Channel = address["channel"],
            Status = address["status"],
            Topic = address["topic"],
            From = DayRange.Start("from", address["from"], timeZone),
            To = DayRange.Start("to", address["to"], timeZone, add: 1),
        };
}
