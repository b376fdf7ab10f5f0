using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using CsDashboard.Search;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Customers;

public static class CustomerRights
{
    public static readonly Right See = new("customers.see", Role.Agent, Role.Admin, Role.Service);
    public static readonly Right Add = new("customers.add", Role.Agent, Role.Admin, Role.Service);
    /// <summary>Profile, account, questionnaire, risk plan, notes.</summary>
    public static readonly Right Change = new("customers.change", Role.Agent, Role.Admin, Role.Service);
    /// <summary>Status, type and deleting.</summary>
    public static readonly Right SetStanding = new("customers.standing", Role.Admin);
    public static readonly Right SetTier = new("customers.tier", Role.Admin, Role.Service);
    /// <summary>Two records become one, and two again: it decides what an account opens.</summary>
    public static readonly Right Merge = new("customers.merge", Role.Admin);
    public static readonly Right Erase = new("customers.erase", Role.Admin);
    public static readonly Right SeeFigures = new("customers.figures", Role.Admin);
    /// <summary>Many at once, in or out: files of customers, and taking an import back.</summary>
    public static readonly Right Import = new("customers.import", Role.Admin);
    public static readonly Right Export = new("customers.export", Role.Admin);
    /// <summary>What another program says of a customer: records, figures.</summary>
    public static readonly Right Report = new("customers.report", Role.Service);

    /// <summary>Customers may what concerns themselves and find nobody else; others need the right.</summary>
    internal static void DemandFor(this Actor actor, Guid customerId, Right right)
    {
        if (actor.Role != Role.Customer) actor.Demand(right);
        else if (actor.DemandCustomer() != customerId) throw Refusal.NotFound();
    }
}

/// <summary>A room in which something is unfinished for a customer, for which the customer is not to be deleted: open orders, open complaints.</summary>
public interface IHoldCustomer
{
    /// <summary>What is unfinished, for the person who wants to delete; null for nothing.</summary>
    Task<string?> Why(AppDb db, Guid customerId);

    /// <summary>The same of what lies with another service, asked before the write: nothing waits for a network inside one. Refuses with Unavailable when it can't be known.</summary>
    Task<string?> WhyOutside(Actor actor, Guid customerId) => Task.FromResult<string?>(null);
}

internal static class HoldExtensions
{
    extension(IEnumerable<IHoldCustomer> holds)
    {
        /// <summary>The first thing that is unfinished; null for nothing.</summary>
        public async Task<string?> Why(AppDb db, Guid customerId)
        {
            foreach (var hold in holds)
                if (await hold.Why(db, customerId) is { } open) return open;
            return null;
        }

        public async Task<string?> WhyOutside(Actor actor, Guid customerId)
        {
            foreach (var hold in holds)
                if (await hold.WhyOutside(actor, customerId) is { } open) return open;
            return null;
        }
    }
}

internal static class CustomersRoom
{
    public static IServiceCollection AddCustomers(this IServiceCollection services) => services
        .AddSingleton<Customers>()
        .AddSingleton<CustomerLists>()
        .AddSingleton<CustomerBoards>()
        .AddSingleton<Questionnaires>()
        .AddSingleton<RiskPlans>()
        .AddSingleton<CustomerNotes>()
        .AddSingleton<Timelines>()
        .AddSingleton<CustomerImports>()
        .AddSingleton<CustomerExports>()
        .AddSingleton<SavedViews>()
        .AddHostedService<ImportWork>()
        .AddSingleton<Duplicates>()
        .AddSingleton<Merges>()
        .AddSingleton<CustomerArchives>()
        .AddSingleton<Erasures>()
        .AddSingleton<FigureRepair>()
        .AddSingleton<CustomerKind, ProfilesOfCustomers>()
        .AddSingleton<CustomerKind, AccountsOfCustomers>()
        .AddSingleton<CustomerKind, NotesOfCustomers>()
        .AddSingleton<CustomerKind, QuestionnairesOfCustomers>()
        .AddSingleton<CustomerKind, RiskPlansOfCustomers>()
        .AddSingleton<CustomerKind, NotificationsOfCustomers>()
        .AddSingleton<CustomerKind, NoticePreferencesOfCustomers>()
        .AddSingleton<ICustomerAddresses, AddressesOfCustomers>()
        .AddSingleton<CustomerKind, SecurityOfCustomers>()
        .AddSingleton<CustomerKind, ReportsOfCustomers>()
        .AddSingleton<CustomerKind, MergesOfCustomers>()
        .AddSingleton<CustomerKind, HistoryOfCustomers>()
        .AddSingleton<CustomerKind, PermanentRecordsOfCustomers>()
        .AddHandler<CustomerIndex>()
        .AddSingleton<IHaveTexts>(rooms => rooms.GetRequiredService<CustomerIndex>())
        .AddSingleton<IKeepFolded, RefoldedNames>()
        .AddHandler<CustomerOfAccount>()
        .AddHandler<DataWatch>();
}
