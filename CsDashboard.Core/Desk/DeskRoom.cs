using CsDashboard.Analytics;
using CsDashboard.Customers;
using CsDashboard.Customers.Figures;
using CsDashboard.Customers.Privacy;
using CsDashboard.Desk.Calls;
using CsDashboard.Desk.Complaints;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.LiveChat;
using CsDashboard.Desk.Sla;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Desk;

internal static class DeskRoom
{
    public static IServiceCollection AddDesk(this IServiceCollection services) =>
        services
            .AddSingleton<SlaPolicies>()
            .AddSingleton<IPrepareStorage, TicketCounting>()
            .AddSingleton<TicketLists>()
            .AddSingleton<Tickets>()
            .AddSingleton<TicketsOfRooms>()
            .AddSingleton<TicketHistory>()
            .AddSingleton<Chats>()
            .AddSingleton<ChatWatch>()
            .AddSingleton<Attachments>()
            .AddSingleton(new FileHolder((db, cancellation) => db.Attachments.SumAsync(f => f.Size, cancellation)))
            .AddSingleton<SubjectCards>()
            .AddSingleton<CallRequests>()
            .AddSingleton<CallSlots>()
            .AddSingleton<CallReminders>()
            .AddSingleton<Drafts>()
            .AddSingleton<CannedReplies>()
            .AddSingleton<Presence>()
            .AddSingleton<QuickSearch>()
            .AddSingleton<TicketComplaints>()
            .AddSingleton<OutsideComplaints>()
            .AddSingleton<ICustomerComplaints>(rooms =>
                rooms.GetRequiredService<OutsideComplaints>() is { IsUsed: true } outside
                    ? outside
                    : rooms.GetRequiredService<TicketComplaints>()
            )
            .AddSingleton<IHoldCustomer>(rooms => rooms.GetRequiredService<TicketComplaints>())
            .AddSingleton<IHoldCustomer>(rooms => rooms.GetRequiredService<OutsideComplaints>())
            .AddSingleton<ICountForCustomers>(rooms => rooms.GetRequiredService<TicketFigures>())
            .AddSingleton<IRetain, FileRetention>()
            .AddSingleton<PersonalData, TicketsOfCustomers>()
            .AddSingleton<PersonalData, FilesOfCustomers>()
            .AddSingleton<PersonalData, CallsOfCustomers>()
            .AddSingleton<PersonalData, FeedbackOfCustomers>()
            .AddSingleton<PersonalData, CardsOfCustomers>()
            .AddSingleton<PersonalData, DraftsOfCustomers>()
            .AddHandler<TicketFigures>()
            .AddSingleton<IFigures, DeskFigures>()
            .AddSingleton<OwnFigures>()
            .AddHandler<DeskIndex>()
            .AddSingleton<IHaveTexts>(rooms => rooms.GetRequiredService<DeskIndex>())
            .AddHandler<DeskNotices>();
}
