using CsDashboard.Customers.Figures;
using CsDashboard.Customers.Importing;
using CsDashboard.Customers.Merging;
using CsDashboard.Customers.Privacy;
using CsDashboard.Customers.Trading;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using CsDashboard.Search;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Customers;

internal static class CustomersRoom
{
    public static IServiceCollection AddCustomers(this IServiceCollection services) =>
        services
            .AddSingleton<CustomerRecords>()
            .AddSingleton<Openings>()
            .AddSingleton<CustomerLists>()
            .AddSingleton<CustomerBoards>()
            .AddSingleton<Questionnaires>()
            .AddSingleton<RiskPlans>()
            .AddSingleton<CustomerNotes>()
            .AddSingleton<Timelines>()
            .AddSingleton<CustomerImports>()
            .AddSingleton<CustomerExports>()
            .AddSingleton<SavedViews>()
            .AddHostedService<ImportWork<CustomerImports>>()
            .AddSingleton<Duplicates>()
            .AddSingleton<Merges>()
            .AddSingleton<CustomerArchives>()
            .AddSingleton<Erasures>()
            .AddSingleton<FigureRepair>()
            .AddSingleton<PersonalData, ProfilesOfCustomers>()
            .AddSingleton<PersonalData, AccountsOfCustomers>()
            .AddSingleton<PersonalData, FacesOfCustomers>()
            .AddSingleton<PersonalData, NotesOfCustomers>()
            .AddSingleton<PersonalData, QuestionnairesOfCustomers>()
            .AddSingleton<PersonalData, RiskPlansOfCustomers>()
            .AddSingleton<PersonalData, NotificationsOfCustomers>()
            .AddSingleton<PersonalData, NoticePreferencesOfCustomers>()
            .AddSingleton<ICustomerAddresses, AddressesOfCustomers>()
            .AddSingleton<PersonalData, SecurityOfCustomers>()
            .AddSingleton<PersonalData, RiskOfCustomers>()
            .AddSingleton<PersonalData, BehaviourOfCustomers>()
            .AddSingleton<PersonalData, ReportsOfCustomers>()
            .AddSingleton<PersonalData, MergesOfCustomers>()
            .AddSingleton<PersonalData, HistoryOfCustomers>()
            .AddSingleton<PersonalData, PermanentRecordsOfCustomers>()
            .AddHandler<CustomerIndex>()
            .AddSingleton<IHaveTexts>(rooms => rooms.GetRequiredService<CustomerIndex>())
            .AddSingleton<IKeepFolded, RefoldedNames>()
            .AddHandler<CustomerOfAccount>()
            .AddHandler<DataWatch>();
}
