using CsDashboard.Desk;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Desk;

internal static class ChatWords
{
    /// <summary>In minutes, from an hour on in hours and minutes (contract: membership, Chat and FAQ).</summary>
    public static string Length(TimeSpan time) =>
        time.TotalHours < 1 ? Words.Of("Chat_Minutes", (int)time.TotalMinutes) : Words.Of("Chat_Hours", (int)time.TotalHours, time.Minutes);
}
