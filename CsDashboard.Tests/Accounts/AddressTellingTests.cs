using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Tests.Accounts;

public sealed class AddressTellingTests
{
    [Theory, EachDatabase]
    public async Task One_network_hears_a_few_times_an_hour_which_addresses_have_accounts(DatabaseKind kind)
    {
        await using var house = await House.On(kind, s => s.Configure<Settings>(x => x.RateLimit = new()));
        var customers = house.Get<CsDashboard.Customers.CustomerRecords>();
        Task<(string, bool IsFree)> Look(string email, string address) => customers.LookAtEmail(email, house.At(address));
        for (var i = 0; i < AddressTelling.AnHour; i++)
            (await Look(i % 2 == 0 ? "karim@example.com" : $"free{i}@example.org", $"2001:db8:1:2::{i}")).IsFree.ShouldBe(i % 2 == 1);
        foreach (var email in new[] { "karim@example.com", "free@example.org" })
        {
            var refusal = await Should.ThrowAsync<Refusal>(() => Look(email, "2001:db8:1:2::99"));
            (refusal.Kind, refusal.RetryAfter).ShouldBe((RefusalKind.TooMany, TimeSpan.FromHours(1)));
        }
        (await Look("karim@example.com", "2001:db8:1:3::1")).IsFree.ShouldBeFalse("Another network.");
        house.Clock.AdvanceHours(1);
        (await Look("karim@example.com", "2001:db8:1:2::99")).IsFree.ShouldBeFalse();
    }

    [Theory, EachDatabase]
    public async Task Registering_through_a_list_of_addresses_ends_as_the_check_does_and_newcomers_use_nothing_up(DatabaseKind kind)
    {
        await using var house = await House.On(kind, s => s.Configure<Settings>(x => x.RateLimit = new()));
        var customers = house.Get<CsDashboard.Customers.CustomerRecords>();
        Task Page(string email) =>
            customers.Register(
                new Registration
                {
                    Name = "Nadia",
                    Email = email,
                    Password = "a long enough one",
                },
                house.At(),
                tokens: false
            );
        Task Trader(string email) =>
            customers.Register(
                new TraderRegistration
                {
                    Name = "Nadia",
                    Email = email,
                    Password = "a long enough one",
                },
                house.At()
            );
        await Page("first@example.org");
        for (var i = 0; i < AddressTelling.AnHour; i++)
            (await Should.ThrowAsync<Refusal>(() => i % 2 == 0 ? Page("karim@example.com") : Trader("karim@example.com"))).Kind.ShouldBe(
                i % 2 == 0 ? RefusalKind.Conflict : RefusalKind.Invalid
            );
        foreach (var door in new Func<string, Task>[] { Page, Trader, e => customers.LookAtEmail(e, house.At()) })
        foreach (var email in new[] { "karim@example.com", "free@example.org" })
            (await Should.ThrowAsync<Refusal>(() => door(email))).Kind.ShouldBe(RefusalKind.TooMany, "Taken or free.");
    }
}
