using CsDashboard.Analytics;
using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Search;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Desk;

internal static class DeskRoom
{
    public static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddSingleton<Promises>()
        .AddSingleton<TicketLists>()
        .AddSingleton<Tickets>()
        .AddSingleton<TicketHistory>()
        .AddSingleton<Chats>()
        .AddSingleton<ChatWatch>()
        .AddSingleton<Attachments>()
        .AddSingleton<SubjectCards>()
        .AddSingleton<Calls>()
        .AddSingleton<Drafts>()
        .AddSingleton<CannedReplies>()
        .AddSingleton<Presence>()
        .AddSingleton<Lookups>()
        .AddSingleton<Complaints>()
        .AddSingleton<OutsideComplaints>()
        .AddSingleton<ICustomerComplaints>(rooms => rooms.GetRequiredService<OutsideComplaints>() is { IsUsed: true } outside ? outside : rooms.GetRequiredService<Complaints>())
        .AddSingleton<IHoldCustomer>(rooms => rooms.GetRequiredService<Complaints>())
        .AddSingleton<IHoldCustomer>(rooms => rooms.GetRequiredService<OutsideComplaints>())
        .AddSingleton<ICountForCustomers>(rooms => rooms.GetRequiredService<TicketFigures>())
        .AddSingleton<IRetain, FileRetention>()
        .AddSingleton<CustomerKind, TicketsOfCustomers>()
        .AddSingleton<CustomerKind, FilesOfCustomers>()
        .AddSingleton<CustomerKind, CallsOfCustomers>()
        .AddSingleton<CustomerKind, FeedbackOfCustomers>()
        .AddSingleton<CustomerKind, CardsOfCustomers>()
        .AddSingleton<CustomerKind, DraftsOfCustomers>()
        .AddHandler<TicketFigures>()
        .AddSingleton<IFigures, DeskFigures>()
        .AddHandler<DeskIndex>()
        .AddSingleton<IHaveTexts>(rooms => rooms.GetRequiredService<DeskIndex>())
        .AddHandler<DeskNotices>();
}
