using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Web.Customers.Parts;
using CsDashboard.Web.Desk;
using CsDashboard.Web.Desk.Parts;

namespace CsDashboard.Web;

/// <summary>What stands on a page of a room that may not know theirs, since they stand on it.</summary>
public static class Guests
{
    /// <summary>Who customers say they are; in the account.</summary>
    public static readonly Type OwnProfile = typeof(OwnProfile);

    /// <summary>Takes CustomerId and PublicId; in the record.</summary>
    public static readonly Type TicketsOfCustomer = typeof(TicketsOfCustomer);

    /// <summary>A word of a ticket (its status and the like) as people read it; null for any other.</summary>
    public static string? WordOfTicket(string name, string value) =>
        name switch
        {
            "status" when Word.TryRead<TicketStatus>(value) is { } word => DeskLook.Of(word),
            "priority" when Word.TryRead<TicketPriority>(value) is { } word => DeskLook.Of(word),
            "category" when Word.TryRead<TicketCategory>(value) is { } word => DeskLook.Of(word),
            "type" when Word.TryRead<TicketType>(value) is { } word => DeskLook.Of(word),
            _ => null,
        };
}
