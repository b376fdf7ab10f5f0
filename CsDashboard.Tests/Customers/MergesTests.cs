using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Customers.Merging;
using CsDashboard.Customers.Trading;
using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;

namespace CsDashboard.Tests.Customers;

/// <summary>Two records of one person become one, and two again, on each database.</summary>
public sealed class MergesTests
{
    private static CsDashboard.Customers.CustomerRecords Verbs(House house) => house.Get<CsDashboard.Customers.CustomerRecords>();

    private static Merges Merges(House house) => house.Get<Merges>();

    private static Actor Service(House house) => house.Karim with { Role = Role.Service, UserId = null, Name = "Service" };

    private static async Task<RefusalKind> Refused(Func<Task> act) => (await Should.ThrowAsync<Refusal>(act)).Kind;

    // A second record of Sara's with everything that can hang on one.
    private static async Task<CustomerView> Twin(House house)
    {
        var twin = await Verbs(house)
            .Add(
                house.Amina,
                new NewCustomer
                {
                    Name = "Sara Haddad",
                    Email = "sara+shop@example.com",
                    Phone = "+966 50 000 0001",
                    OutsideId = "auth|7",
                    MembershipTier = "premium",
                }
            );
        await Verbs(house)
            .Change(
                house.Amina,
                twin.Id,
                new CustomerChange
                {
                    Tags = ["twin"],
                    Company = "Twin & Co",
                    Note = "Calls on Sundays.",
                    Newsletter = true,
                }
            );
        await house.Get<Questionnaires>().Sync(house.Karim, twin.Id, new TradingProfile { Experience = "Expert", RiskTolerance = "High" });
        await house
            .Get<Orders>()
            .Record(
                Service(house),
                twin.Id,
                new OrderInput
                {
                    Number = "T-1",
                    Status = "delivered",
                    Total = 40,
                }
            );
        await house
            .Get<Tickets>()
            .OpenFor(
                house.Karim,
                twin.Id,
                new NewTicket
                {
                    Title = "Zanzibar",
                    Description = "Where is my parcel?",
                    Type = "complaint",
                }
            );
        await house.Drain();
        return twin;
    }

    [Theory, EachDatabase]
    public async Task Everything_goes_over_and_every_name_leads_to_the_winner(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (sara, twin) = (house.Sara.CustomerId!.Value, await Twin(house));
        await house
            .Get<Orders>()
            .Record(
                Service(house),
                sara,
                new OrderInput
                {
                    Number = "S-1",
                    Status = "delivered",
                    Total = 60,
                }
            );

        var preview = await Merges(house).Preview(house.Amina, sara, twin.Id);
        preview
            .Moves.ToDictionary(m => m.Kind, m => m.Count)
            .ShouldBe(
                new Dictionary<string, int>
                {
                    ["notes"] = 1,
                    ["questionnaires"] = 1,
                    ["notifications"] = 1,
                    ["tickets"] = 1,
                    ["orders"] = 1,
                    ["security"] = 1,
                    ["points"] = 2,
                },
                ignoreOrder: true
            );
        preview.Fields.Single(f => f.Name == "phone").ShouldBe(new MergeFieldView("phone", null, "+966500000001", true, true));
        (preview.Fields.Single(f => f.Name == "name").TakesLoser, preview.BothHaveAccounts).ShouldBe((false, false));

        var merge = await Merges(house).Merge(house.Amina, sara, twin.Id, ["phone", "membershipTier"]);
        await house.Drain();
        var record = await house.Get<CustomerLists>().Get(house.Karim, sara);
        (record.Name, record.Email, record.Facts.Phone, record.MembershipTier, record.Facts.Company, record.Facts.Newsletter).ShouldBe(
            ("Sara", "sara@example.com", "+966500000001", "premium", null, false)
        );
        record.Tags.ShouldBe(["twin"]);
        (
            record.Figures.TotalOrders,
            record.Figures.TotalOrderValue,
            record.Figures.TotalComplaints,
            record.Figures.OpenComplaints
        ).ShouldBe((2, 100m, 1, 1));
        record.Notes.ShouldHaveSingleItem().Text.ShouldBe("Calls on Sundays.");
        record.Questionnaire!.Experience.ShouldBe(TradingExperience.Expert);

        // contract C5: every name of the loser leads to the winner.
        foreach (
            var name in new[]
            {
                twin.PublicId,
                twin.UniqueId,
                twin.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                twin.Id.ToString(),
                "auth|7",
            }
        )
            (await Verbs(house).Resolve(house.Karim, name)).ShouldBe(sara, name);
        (await Verbs(house).ResolveUser(Service(house), "auth|7")).ShouldBe(sara);
        (
            await Verbs(house)
                .Create(
                    Service(house),
                    new NewCustomer
                    {
                        OutsideId = "auth|7",
                        Name = "Sara",
                        Email = "sara+shop@example.com",
                    }
                )
        ).Customer.Id.ShouldBe(sara);

        // Lists and searches know one; the names of both find it, and what was said in the tickets is found as hers.
        (await house.Get<CustomerLists>().List(house.Karim, new CustomerFilter())).Items.ShouldNotContain(c => c.Id == twin.Id);
        (await Verbs(house).Search(house.Karim, "haddad")).ShouldHaveSingleItem().Id.ShouldBe(sara);
        (
            await house.Get<TicketLists>().List(house.Sara, new TicketFilter { List = "all", Search = "zanzibar" })
        ).Items.ShouldHaveSingleItem();
        (await house.Get<Timelines>().Read(house.Karim, sara, "orders"))
            .Items.Select(r => r.Sentence)
            .ShouldContain(s => s.Contains("T-1"));

        var events = await house.Events(house.Nour);
        var told = events.Single(e => e.Kind == nameof(CustomersMerged));
        (told.SubjectId, told.Before!.Contains("phone"), told.After!.Contains("0001")).ShouldBe((sara, true, true));
        events.Single(e => e.Kind == nameof(CustomerTakenOver)).SubjectId.ShouldBe(twin.Id);
        (await Merges(house).Of(house.Karim, sara)).ShouldHaveSingleItem().Id.ShouldBe(merge.Id);
    }

    [Theory, EachDatabase]
    public async Task Undoing_gives_back_what_was_moved_and_leaves_what_came_later(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (sara, twin) = (house.Sara.CustomerId!.Value, await Twin(house));
        var before = await house.Get<CustomerLists>().Get(house.Karim, twin.Id);
        var merge = await Merges(house).Merge(house.Amina, sara, twin.Id, ["name", "phone"]);
        await house
            .Get<Orders>()
            .Record(
                Service(house),
                sara,
                new OrderInput
                {
                    Number = "LATER",
                    Status = "delivered",
                    Total = 5,
                }
            );
        var later = await house.Get<Tickets>().Open(house.Sara, new NewTicket { Title = "Later", Description = "After the merge." });
        // Somebody mends the name meanwhile: that stays.
        await Verbs(house).Change(house.Karim, sara, new CustomerChange { Name = "Sara H." });
        await house.Drain();
        house.Clock.Advance(TimeSpan.FromDays(29));
        await Merges(house).Undo(house.Amina, merge.Id);
        await house.Drain();

        var (one, other) = (
            await house.Get<CustomerLists>().Get(house.Karim, sara),
            await house.Get<CustomerLists>().Get(house.Karim, twin.Id)
        );
        (
            one.Name,
            one.Facts.Phone,
            one.Tags.Count,
            one.Figures.TotalOrders,
            one.Figures.TotalComplaints,
            one.Notes.Count,
            one.Questionnaire
        ).ShouldBe(("Sara H.", null, 0, 1, 0, 0, null));
        (other.Name, other.Facts.Phone, other.Facts.Company, other.Figures, other.Questionnaire!.Version).ShouldBe(
            ("Sara Haddad", "+966500000001", "Twin & Co", before.Figures, 1)
        );
        other.Notes.ShouldHaveSingleItem();
        (await Verbs(house).Resolve(house.Karim, twin.UniqueId)).ShouldBe(twin.Id);
        (await Verbs(house).Search(house.Karim, "haddad")).ShouldHaveSingleItem().Id.ShouldBe(twin.Id);
        (await house.Get<TicketLists>().List(house.Sara, new TicketFilter { List = "all" }))
            .Items.ShouldHaveSingleItem()
            .Id.ShouldBe(later.Id);
        (await house.Get<TicketLists>().List(house.Sara, new TicketFilter { List = "all", Search = "zanzibar" })).Items.ShouldBeEmpty();
        (await Merges(house).Of(house.Karim, sara)).ShouldBeEmpty();
        (await Refused(() => Merges(house).Undo(house.Amina, merge.Id))).ShouldBe(RefusalKind.Conflict);
    }

    [Theory, EachDatabase]
    public async Task After_thirty_days_a_merge_stays(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var merge = await Merges(house).Merge(house.Amina, house.Sara.CustomerId!.Value, (await Twin(house)).Id);
        house.Clock.Advance(TimeSpan.FromDays(31));
        (await Should.ThrowAsync<Refusal>(() => Merges(house).Undo(house.Amina, merge.Id))).Code.ShouldBe("merge_too_old");
    }

    [Theory, EachDatabase]
    public async Task A_merge_is_refused_where_it_would_be_wrong(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (sara, david, oskar) = (house.Sara.CustomerId!.Value, house.David.CustomerId!.Value, house.Oskar.CustomerId!.Value);
        (await Refused(() => Merges(house).Merge(house.Amina, sara, sara))).ShouldBe(RefusalKind.Conflict);
        (await Refused(() => Merges(house).Merge(house.Amina, sara, oskar))).ShouldBe(RefusalKind.NotFound);
        (await Refused(() => Merges(house).Preview(house.Amina, oskar, sara))).ShouldBe(RefusalKind.NotFound);
        (await Refused(() => Merges(house).Merge(house.Amina, sara, david, ["email"], true))).ShouldBe(RefusalKind.Invalid);
        foreach (var other in new[] { house.Karim, house.Sara, Service(house) })
            (await Refused(() => Merges(house).Merge(other, sara, david))).ShouldBe(RefusalKind.Forbidden);
        (await Should.ThrowAsync<Refusal>(() => Merges(house).Merge(house.Amina, sara, david))).Code.ShouldBe("two_accounts");
        var twin = await Twin(house);
        await Merges(house).Merge(house.Amina, sara, twin.Id);
        (await Should.ThrowAsync<Refusal>(() => Merges(house).Merge(house.Amina, david, twin.Id))).Code.ShouldBe("merge_gone");
        var gone = await Verbs(house).Add(house.Karim, new NewCustomer { Name = "Gone", Email = "gone@example.com" });
        await Verbs(house).Remove(house.Amina, gone.Id);
        (await Should.ThrowAsync<Refusal>(() => Merges(house).Merge(house.Amina, sara, gone.Id))).Code.ShouldBe("merge_gone");
        var done = (await Merges(house).Of(house.Amina, sara))[0].Id;
        (await Refused(() => Merges(house).Undo(house.Omar, done))).ShouldBe(RefusalKind.NotFound);
    }

    // Both have accounts: confirmed, the other account opens the winner's record, after a new sign-in; undone, its own again.
    [Theory, EachDatabase]
    public async Task The_account_of_the_loser_opens_the_record_of_the_winner(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (sara, david) = (house.Sara.CustomerId!.Value, house.David.CustomerId!.Value);
        var session = (await house.SignIn(house.David)).Actor;
        var merge = await Merges(house).Merge(house.Amina, sara, david, bothAccounts: true);
        (await Refused(() => Verbs(house).Me(session))).ShouldBe(RefusalKind.SignedOut);
        (await house.SignIn(house.David)).Actor.CustomerId.ShouldBe(sara);
        await Merges(house).Undo(house.Amina, merge.Id);
        (await house.SignIn(house.David)).Actor.CustomerId.ShouldBe(david);
        (await house.SignIn(house.Sara)).Actor.CustomerId.ShouldBe(sara);
    }

    // A chain of merges leads to its end, and is undone from there.
    [Theory, EachDatabase]
    public async Task Who_led_to_the_loser_leads_to_the_winner(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (sara, twin) = (house.Sara.CustomerId!.Value, await Twin(house));
        var third = await Verbs(house).Add(house.Karim, new NewCustomer { Name = "Third", Email = "third@example.com" });
        var first = await Merges(house).Merge(house.Amina, twin.Id, third.Id);
        var second = await Merges(house).Merge(house.Amina, sara, twin.Id);
        (await Verbs(house).Resolve(house.Karim, third.UniqueId)).ShouldBe(sara);
        (await Should.ThrowAsync<Refusal>(() => Merges(house).Undo(house.Amina, first.Id))).Code.ShouldBe("merge_gone");
        await Merges(house).Undo(house.Amina, second.Id);
        (await Verbs(house).Resolve(house.Karim, third.UniqueId)).ShouldBe(twin.Id);
        await Merges(house).Undo(house.Amina, first.Id);
        (await Verbs(house).Resolve(house.Karim, third.UniqueId)).ShouldBe(third.Id);
    }

    [Theory, EachDatabase]
    public async Task Likely_duplicates_are_found_by_address_phone_and_name(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        async Task<CustomerView> Add(string name, string email, string? phone = null) =>
            await Verbs(house)
                .Add(
                    house.Karim,
                    new NewCustomer
                    {
                        Name = name,
                        Email = email,
                        Phone = phone,
                    }
                );
        var amal = await Add("Amal Haddad", "amal@example.org", "+966 55 123 4567");
        var tagged = await Add("A. H.", "amal+shop@example.org");
        var called = await Add("Somebody Else", "else@example.org", "00966-55-1234567");
        var turned = await Add("Haddad, Amal", "turned@example.org");
        var typo = await Add("Amal Hadad", "typo@example.org");
        await Add("Nobody Like", "nobody@example.org", "+966 55 999 9999");
        await house.Drain();
        var found = (await house.Get<Duplicates>().Of(house.Karim, amal.Id)).ToDictionary(d => d.Id, d => string.Join(",", d.Why));
        found.ShouldBe(
            new Dictionary<Guid, string>
            {
                [tagged.Id] = "email",
                [called.Id] = "phone",
                [turned.Id] = "name",
                [typo.Id] = "name",
            },
            ignoreOrder: true
        );

        foreach (var (way, id) in new[] { ("email", tagged.Id), ("phone", called.Id), ("name", turned.Id) })
            (await house.Get<Duplicates>().List(house.Karim, way))
                .Items.ShouldHaveSingleItem()
                .Rows.Select(r => r.Id)
                .ShouldBe([amal.Id, id], way);
        (await Refused(() => house.Get<Duplicates>().List(house.Karim, "shoes"))).ShouldBe(RefusalKind.Invalid);
        (await Refused(() => house.Get<Duplicates>().Of(house.Olga, amal.Id))).ShouldBe(RefusalKind.NotFound);
        (await house.Get<Duplicates>().List(house.Olga, "phone")).Items.ShouldBeEmpty();
        await Merges(house).Merge(house.Amina, amal.Id, tagged.Id);
        (await house.Get<Duplicates>().List(house.Karim, "email")).Items.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Groups_of_duplicates_are_paged_by_their_key(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        for (var i = 0; i < 25; i++)
            foreach (var twice in new[] { "a", "b" })
                await Verbs(house)
                    .Add(
                        house.Karim,
                        new NewCustomer
                        {
                            Name = $"P{i}",
                            Email = $"p{i}{twice}@example.org",
                            Phone = $"+9665500000{i:00}",
                        }
                    );
        var first = await house.Get<Duplicates>().List(house.Karim, "phone");
        var second = await house.Get<Duplicates>().List(house.Karim, "phone", first.Next);
        (first.Items.Count, second.Items.Count, second.Next).ShouldBe((20, 5, null));
        first.Items.Concat(second.Items).Select(g => g.Key).Distinct().Count().ShouldBe(25);
    }
}
