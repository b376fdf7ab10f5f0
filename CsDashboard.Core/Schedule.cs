using CsDashboard.Accounts;
using CsDashboard.Analytics.Behaviour;
using CsDashboard.Audit;
using CsDashboard.Customers;
using CsDashboard.Customers.Figures;
using CsDashboard.Customers.Importing;
using CsDashboard.Customers.Privacy;
using CsDashboard.Desk;
using CsDashboard.Desk.Calls;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.LiveChat;
using CsDashboard.Engagement;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Engagement.Segments;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Jobs;
using CsDashboard.Foundation.Storage;
using CsDashboard.Images;
using CsDashboard.Knowledge;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Marketplace.Deliveries;
using CsDashboard.Marketplace.Finding;
using CsDashboard.Marketplace.Importing;
using CsDashboard.Marketplace.Payments;
using CsDashboard.Marketplace.Prices;
using CsDashboard.Marketplace.Reviews;
using CsDashboard.Marketplace.Wishes;
using CsDashboard.Notifications;
using CsDashboard.Signals;
using CsDashboard.Vault;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard;

/// <summary>All recurring work, on one page: what, how often. (Mails and events have pumps of their own, which wake on demand.)</summary>
public static class Schedule
{
    public static IServiceCollection AddSchedule(this IServiceCollection services) =>
        services
            .AddHostedService<Recurring>()
            .AddRecurring(
                "how the tables are filled, for the engine",
                TimeSpan.FromHours(1),
                (rooms, stopping) => rooms.GetRequiredService<Store>().Tend(stopping)
            )
            .AddRecurring(
                "files that were uploaded and never sent",
                TimeSpan.FromHours(1),
                EachCompany((rooms, company) => rooms.GetRequiredService<Attachments>().RemoveUnclaimed(company))
            )
            .AddRecurring(
                "visits of more than a year ago",
                TimeSpan.FromHours(1),
                EachCompany((rooms, company) => rooms.GetRequiredService<BehaviourRetention>().RemoveOld(company))
            )
            .AddRecurring(
                "articles whose time has come",
                TimeSpan.FromMinutes(1),
                EachCompany((rooms, company) => rooms.GetRequiredService<ArticleTimes>().Run(company))
            )
            .AddRecurring(
                "pictures that were uploaded and that nothing has shown",
                TimeSpan.FromHours(6),
                EachCompany((rooms, company) => rooms.GetRequiredService<Pictures>().RemoveUnused(company))
            )
            .AddRecurring(
                "pictures of articles from before the library of pictures",
                TimeSpan.FromHours(6),
                EachCompany((rooms, company) => rooms.GetRequiredService<ArticlePictures>().TakeInAll(company))
            )
            .AddRecurring(
                "the oldest prints of pictures, where they take much space",
                TimeSpan.FromHours(1),
                EachCompany((rooms, company) => rooms.GetRequiredService<Prints>().RemoveOldest(company))
            )
            .AddRecurring(
                "the chain of the history, at night",
                TimeSpan.FromHours(1),
                EachCompany((rooms, company) => rooms.GetRequiredService<AuditCheck>().ByNight(company))
            )
            // Soon after every start: a process that was killed leaves them. Younger ones may belong to another server that is writing.
            .AddRecurring(
                "remains of uploads that were cut off",
                TimeSpan.FromDays(1),
                (rooms, stopping) =>
                    rooms
                        .GetRequiredService<IFileStore>()
                        .RemoveRemains(rooms.GetRequiredService<TimeProvider>().Now() - TimeSpan.FromHours(1), stopping)
            )
            .AddRecurring(
                "files of customers that were imported a week ago",
                TimeSpan.FromHours(6),
                EachCompany((rooms, company) => rooms.GetRequiredService<CustomerImports>().RemoveOldFiles(company))
            )
            .AddRecurring(
                "who opened which product's page",
                TimeSpan.FromSeconds(20),
                EachCompany((rooms, company) => rooms.GetRequiredService<ProductVisits>().Write(company))
            )
            .AddRecurring(
                "what was looked for in the shop",
                TimeSpan.FromSeconds(10),
                EachCompany((rooms, company) => rooms.GetRequiredService<SearchLog>().Write(company))
            )
            .AddRecurring(
                "the index of the shop, by what was looked at meanwhile",
                TimeSpan.FromHours(1),
                EachCompany((rooms, company) => rooms.GetRequiredService<ProductIndexes>().Renew(company))
            )
            .AddRecurring(
                "files of products that were imported a week ago",
                TimeSpan.FromHours(6),
                EachCompany((rooms, company) => rooms.GetRequiredService<ProductImports>().RemoveOldFiles(company))
            )
            .AddRecurring(
                "chats whose agent or customer has gone",
                TimeSpan.FromSeconds(15),
                EachCompany((rooms, company) => rooms.GetRequiredService<ChatWatch>().Look(company))
            )
            .AddRecurring(
                "cards that were frozen for a ticket and never sent",
                TimeSpan.FromHours(6),
                EachCompany((rooms, company) => rooms.GetRequiredService<SubjectCards>().RemoveUnclaimed(company))
            )
            .AddRecurring(
                "calls that begin soon",
                TimeSpan.FromSeconds(30),
                EachCompany((rooms, company) => rooms.GetRequiredService<CallReminders>().Run(company))
            )
            .AddRecurring(
                "signals that tiers with a delay see from now on",
                TimeSpan.FromSeconds(15),
                EachCompany((rooms, company) => rooms.GetRequiredService<SignalReleases>().Due(company))
            )
            .AddRecurring(
                "daily mails that are due",
                TimeSpan.FromMinutes(1),
                EachCompany((rooms, company) => rooms.GetRequiredService<Digests>().Gather(company))
            )
            .AddRecurring(
                "candles that an older key of the vault has sealed",
                TimeSpan.FromMinutes(1),
                EachCompany((rooms, company) => rooms.GetRequiredService<KeyRotation>().Settle(company))
            )
            .AddRecurring(
                "orders whose rate has come, or is another",
                TimeSpan.FromSeconds(15),
                EachCompany((rooms, company) => rooms.GetRequiredService<Currencies>().Settle(company))
            )
            .AddRecurring(
                "questions about products that nobody answered for a day",
                TimeSpan.FromMinutes(10),
                EachCompany((rooms, company) => rooms.GetRequiredService<ProductQuestions>().HandOver(company))
            )
            .AddRecurring(
                "prices and stock that customers wait for",
                TimeSpan.FromSeconds(30),
                EachCompany((rooms, company) => rooms.GetRequiredService<AlertTelling>().Run(company))
            )
            .AddRecurring(
                "orders whose goods were kept and not paid for",
                TimeSpan.FromSeconds(30),
                EachCompany((rooms, company) => rooms.GetRequiredService<OwnOrders>().EndReservations(company))
            )
            .AddRecurring(
                "payments by Stripe of which no call has come, and money that it gives back",
                TimeSpan.FromSeconds(15),
                EachCompany((rooms, company) => rooms.GetRequiredService<StripeCheckouts>().Run(company))
            )
            .AddRecurring(
                "calls of Stripe that nobody repeats any more",
                TimeSpan.FromHours(6),
                EachCompany((rooms, company) => rooms.GetRequiredService<StripeCheckouts>().Forget(company))
            )
            .AddRecurring(
                "carts and checkouts that nobody has touched for long",
                TimeSpan.FromHours(6),
                EachCompany(
                    async (rooms, company) =>
                    {
                        await rooms.GetRequiredService<ShoppingCarts>().RemoveIdle(company);
                        await rooms.GetRequiredService<Checkouts>().RemoveOldDrafts(company);
                    }
                )
            )
            .AddRecurring(
                "memberships that were bought and are over",
                TimeSpan.FromMinutes(1),
                EachCompany((rooms, company) => rooms.GetRequiredService<Accesses>().EndDue(company))
            )
            .AddRecurring(
                "the figures of all customers, before anybody asks",
                TimeSpan.FromMinutes(1),
                EachCompany((rooms, company) => rooms.GetRequiredService<CustomerBoards>().Of(company))
            )
            .AddRecurring(
                "figures of customers against their rows, at night",
                TimeSpan.FromHours(1),
                EachCompany((rooms, company) => rooms.GetRequiredService<FigureRepair>().ByNight(company))
            )
            .AddRecurring(
                "segments of customers, at night",
                TimeSpan.FromHours(1),
                EachCompany((rooms, company) => rooms.GetRequiredService<Segmentation>().ByNight(company))
            )
            .AddRecurring(
                "calls with a key that are no longer known by it",
                TimeSpan.FromHours(6),
                EachCompany((rooms, company) => rooms.GetRequiredService<Store>().ForgetOldCalls(company))
            )
            .AddRecurring(
                "customers whose erasing a stop cut off",
                TimeSpan.FromMinutes(5),
                EachCompany((rooms, company) => rooms.GetRequiredService<Erasures>().RunLeft(company))
            )
            .AddRecurring(
                "what companies keep for so many days only, at night",
                TimeSpan.FromHours(1),
                EachCompany((rooms, company) => rooms.GetRequiredService<Retention>().ByNight(company))
            )
            .AddRecurring(
                "points that expire, and warnings before",
                TimeSpan.FromHours(1),
                EachCompany((rooms, company) => rooms.GetRequiredService<PointExpiry>().Run(company))
            )
            .AddRecurring(
                "the figures of points, before anybody asks",
                TimeSpan.FromMinutes(1),
                EachCompany(
                    async (rooms, company) =>
                    {
                        foreach (var days in Points.Periods)
                            await rooms.GetRequiredService<Points>().Figures(company, days);
                    }
                )
            )
            .AddRecurring(
                "sign-in attempts, lock-outs, codes and sessions that are long over",
                TimeSpan.FromHours(6),
                (rooms, _) => rooms.GetRequiredService<Sessions>().ForgetOld(rooms.GetRequiredService<TimeProvider>())
            );

    private static Func<IServiceProvider, CancellationToken, Task> EachCompany(Func<IServiceProvider, Actor, Task> work) =>
        async (rooms, stopping) =>
        {
            foreach (var tenant in await rooms.GetRequiredService<Tenants>().All())
            {
                stopping.ThrowIfCancellationRequested();
                await work(rooms, Actor.System(tenant.Id, rooms.GetRequiredService<TimeProvider>()));
            }
        };
}
