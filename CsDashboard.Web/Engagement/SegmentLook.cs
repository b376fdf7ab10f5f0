using CsDashboard.Accounts;
using CsDashboard.Engagement;
using CsDashboard.Foundation;
using CsDashboard.Web.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Engagement;

/// <summary>How pages show a customer's segment.</summary>
internal static class SegmentLook
{
    public static string Icon(string segment) =>
        segment switch
        {
            "vip" => "star",
            "inactive" => "moon",
            "at_risk" => "alert",
            "frequent" => "refresh",
            _ => "user",
        };

    public static string Tone(string segment) =>
        segment switch
        {
            "vip" => "accent",
            "inactive" => "neutral",
            "at_risk" => "warning",
            "frequent" => "success",
            _ => "info",
        };
}
