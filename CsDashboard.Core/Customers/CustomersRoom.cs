using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using CsDashboard.Search;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Customers;

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
