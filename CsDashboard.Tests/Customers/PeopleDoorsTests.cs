using System.Net;
using System.Reflection;
using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Customers.Merging;
using CsDashboard.Customers.Trading;
using CsDashboard.Desk;
using CsDashboard.Foundation;
using CsDashboard.Notifications;
using CsDashboard.Tests.Desk;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Customers;

/// <summary>What a name, an address and a phone may be is the same by every door.</summary>
public sealed class PeopleDoorsTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Password = "correct horse battery";

    private static string Fresh(string name) => $"{name}.{Guid.NewGuid():N}@zq.example";

    private HttpClient Karim => app.Client(app.Karim);

    private Dictionary<string, Func<string, string, string, Task<HttpResponseMessage>>> Doors =>
        new()
        {
            ["register"] = (name, email, phone) =>
                app.Anonymous.Post(
                    "api/auth/register",
                    new
                    {
                        name,
                        email,
                        password = Password,
                        phone,
                    }
                ),
            ["customers"] = (name, email, phone) =>
                Karim.Post(
                    "api/customers",
                    new
                    {
                        name,
                        email,
                        phone,
                    }
                ),
            ["internal"] = (name, email, phone) =>
                app.Service.Post(
                    "api/customers/internal/create",
                    new
                    {
                        userId = Guid.NewGuid().ToString(),
                        email,
                        fullName = name,
                        contactNumber = phone,
                    }
                ),
            ["enhanced"] = (name, email, _) =>
                app.Anonymous.Post(
                    "api/enhanced/register",
                    new
                    {
                        email,
                        password = Password,
                        user_data = new { name },
                    }
                ),
        };

    private async Task<(string Name, string Email, string? Phone)> Kept(string normalised)
    {
        await using var db = app.Store.Open(app.Amina);
        return await db
            .Customers.Where(c => c.NormalizedEmail == normalised)
            .Select(c => new ValueTuple<string, string, string?>(c.Name, c.Email, c.Phone))
            .SingleAsync();
    }

    [Fact]
    public async Task Marks_and_what_is_pasted_around_them_are_taken_off_names_addresses_and_phones()
    {
        foreach (var (door, send) in Doors)
        {
            var email = Fresh(door);
            using var made = await send("x\u202E Sara\r\nHaddad\u200B", $"<{email}\u200F>;", "\u202A٠٥٠ ٢٢٢ ٩٩١١\u202C");
            made.IsSuccessStatusCode.ShouldBeTrue(door);
            (await Kept(email)).ShouldBe(("x Sara Haddad", email, door == "enhanced" ? null : "+966502229911"), door);
        }
    }

    [Fact]
    public async Task One_mailbox_has_one_account_however_it_is_written()
    {
        var email = Fresh("inv1");
        await (
            await app.Anonymous.Post(
                "api/auth/register",
                new
                {
                    name = "First",
                    email,
                    password = Password,
                }
            )
        ).ShouldBe(HttpStatusCode.Created);
        foreach (
            var twin in new[]
            {
                email + "\u200F",
                "\u200B" + email,
                email + "\u2060",
                email + ";",
                email + ",",
                $"<{email}>",
                "mailto:" + email,
                email + ".",
                email.ToUpperInvariant(),
                email.Replace('i', 'ｉ'),
            }
        )
        {
            using var again = await app.Anonymous.Post(
                "api/auth/register",
                new
                {
                    name = "Second",
                    email = twin,
                    password = Password,
                }
            );
            await again.ShouldBeProblem(409, "email_taken");
            using var trader = await app.Anonymous.Post(
                "api/enhanced/register",
                new
                {
                    email = twin,
                    password = Password,
                    user_data = new { name = "Third" },
                }
            );
            await trader.ShouldBeProblem(400, "EMAIL_ALREADY_EXISTS");
            using var looked = await app.Anonymous.Post("api/enhanced/email-validation", new { email = twin });
            (await looked.Json()).Text("normalized_email").ShouldBe(email);
        }
    }

    [Fact]
    public async Task Who_pastes_a_mark_signs_in_all_the_same()
    {
        var email = Fresh("login");
        await (
            await app.Anonymous.Post(
                "api/auth/register",
                new
                {
                    name = "Login",
                    email,
                    password = Password,
                }
            )
        ).ShouldBe(HttpStatusCode.Created);
        foreach (var typed in new[] { email + "\u200F", $"\u202A{email}\u202C", email + ";", $"Login <{email}>" })
            await (await app.Anonymous.Post("api/auth/login", new { email = typed, password = Password })).ShouldBe(
                HttpStatusCode.OK,
                typed
            );
        (
            await app.Get<Users>().ForgotPassword(email + "\u200F", new Visitor("127.0.0.1", null, TimeProvider.System))
        )!.Value.User.Email.ShouldBe(email);
    }

    [Fact]
    public async Task What_is_no_address_no_phone_or_no_name_is_refused_at_its_field_by_every_door()
    {
        foreach (var (door, send) in Doors)
        {
            foreach (
                var bad in new[]
                {
                    "bla..bla.@zq.example",
                    "amal@zq..example",
                    "a@b",
                    "аdmin@rman.com",
                    "admın@rman.com",
                    "a@x.example, b@x.example",
                }
            )
            {
                using var refused = await send("Amal", bad, "0502229911");
                await refused.ShouldBeProblem(400, field: "email");
            }
            foreach (var bad in new[] { "\u200B\u200B", "\u202E", "\u0301\u0301" })
            {
                // A trader without a name has the one of the rules.
                if (door == "enhanced")
                    continue;
                using var refused = await send(bad, Fresh("name"), "0502229911");
                await refused.ShouldBeProblem(400, field: door == "internal" ? "fullName" : "name");
            }
            if (door == "enhanced")
                continue;
            foreach (var bad in new[] { "9.66501E+11", "=HYPERLINK(\"x\")", "++++++++++", "abcdefghijk", "+966501234567 / +966507654321" })
            {
                using var refused = await send("Amal", Fresh("phone"), bad);
                await refused.ShouldBeProblem(400, field: door == "customers" || door == "register" ? "phone" : null);
            }
        }
        foreach (var bad in new[] { "abc", "+", "9.66501E+11" })
        {
            using var call = await app.Client(app.Sara).Post("api/customers/me/calls", new { note = "Call me", phone = bad });
            await call.ShouldBeProblem(400, field: "phone");
            using var change = await Karim.Put("api/customers/" + app.David.CustomerId, new { phone = bad });
            await change.ShouldBeProblem(400);
        }
        using var called = await app.Client(app.Sara).Post("api/customers/me/calls", new { note = "Call me", phone = "٠٥٠ ٢٢٢ ٩٩١١" });
        (await called.Json()).Text("fromNumber").ShouldBe("+966502229911");
    }

    [Theory, EachDatabase]
    public async Task A_number_with_its_country_and_without_are_told_as_one_and_found_by_either(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        async Task<CustomerView> Add(string name, string phone) =>
            await house
                .Get<CsDashboard.Customers.CustomerRecords>()
                .Add(
                    house.Karim,
                    new NewCustomer
                    {
                        Name = name,
                        Email = Fresh("p"),
                        Phone = phone,
                    }
                );
        var (one, other) = (await Add("With", "+966 50 222 9911"), await Add("Without", "0502229911"));
        await house.Drain();
        (await house.Get<Duplicates>().Of(house.Karim, one.Id))
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(d => d.Id.ShouldBe(other.Id), d => d.Why.ShouldBe([Duplicates.Phone]));
        foreach (var asked in new[] { "0502229911", "+966 50 222 9911", "٠٥٠٢٢٢٩٩١١", "00966502229911", "\u202A+966502229911\u202C" })
        {
            (await house.Get<CsDashboard.Customers.CustomerRecords>().Search(house.Karim, asked))
                .Select(c => c.Id)
                .ShouldBe([one.Id, other.Id], ignoreOrder: true, asked);
            (await house.Get<CustomerLists>().List(house.Karim, new CustomerFilter { Search = asked }))
                .Items.Select(c => c.Id)
                .ShouldBe([one.Id, other.Id], ignoreOrder: true, asked);
        }
    }

    [Theory, EachDatabase]
    public async Task What_an_old_record_has_is_shown_but_not_sent_to_unless_it_can_be(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        async Task<(Delivery Status, Hold? Reason, string? Address)> Sent(string phone)
        {
            await house.Store.Write(
                house.Product,
                db => db.Customers.Where(c => c.Id == house.Sara.CustomerId).ExecuteUpdateAsync(set => set.SetProperty(c => c.Phone, phone))
            );
            var row = (
                await house
                    .Get<Deliveries>()
                    .Tell(house.Karim, house.Sara.CustomerId!.Value, new Announcement { Type = "sms", Message = "Hello" })
            ).ShouldHaveSingleItem();
            await using var db = house.Store.Open(house.Amina);
            return (row.Status, row.Reason, await db.Notifications.Where(n => n.Id == row.Id).Select(n => n.Address).SingleAsync());
        }
        (await Sent("٠٥٠١٢٣٤٥٦٧")).ShouldBe((Delivery.Pending, null, "+966501234567"));
        (await Sent("966501234567.0")).ShouldBe((Delivery.Pending, null, "+966501234567"));
        foreach (var bad in new[] { "abc", "+966501234567 / +966507654321", "9.66501E+11", "+49 30 1" })
            (await Sent(bad)).ShouldBe((Delivery.Held, Hold.Unreachable, bad), bad);
        (await house.Get<CsDashboard.Customers.CustomerRecords>().Me(house.Sara)).Phone.ShouldBe("+49 30 1");
        (await house.Get<OutboxSender>().SendDue()).ShouldBe(2);
        Directory
            .GetFiles(Path.Combine(house.Database.Folder, "sms"), "*.txt")
            .Select(f => File.ReadLines(f).First())
            .ShouldAllBe(to => to == "+966501234567");
    }

    [Fact]
    public void Every_input_of_a_person_reads_names_addresses_and_phones_by_these_rules()
    {
        var inputs = typeof(NewCustomer)
            .Assembly.GetTypes()
            .Where(t => t.Namespace is "CsDashboard.Accounts" or "CsDashboard.Customers" or "CsDashboard.Desk")
            .SelectMany(t => t.GetProperties())
            .Where(p =>
                p.PropertyType == typeof(string)
                && p.CanWrite
                && p.GetCustomAttributes<System.ComponentModel.DataAnnotations.ValidationAttribute>().Any()
            )
            .ToList();
        inputs.Where(p => p.Name == "Phone").ShouldNotBeEmpty();
        inputs.Where(p => p.Name == "Phone").ShouldAllBe(p => p.IsDefined(typeof(PhoneNumberAttribute)));
        inputs.Where(p => p.Name is "Name" or "OtherName" or "Company").ShouldAllBe(p => p.IsDefined(typeof(LineAttribute)));
        // What is only compared with a stored address may be typed in any form.
        inputs
            .Where(p =>
                p.Name == "Email"
                && p.DeclaringType != typeof(Credentials)
                && p.DeclaringType != typeof(CustomerChange)
                && p.DeclaringType != typeof(TradingProfile)
            )
            .ShouldAllBe(p => p.IsDefined(typeof(EmailAttribute)));
    }
}
