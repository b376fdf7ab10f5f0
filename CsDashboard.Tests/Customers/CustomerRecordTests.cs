using System.Security.Cryptography;
using System.Text;
using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Customers.Figures;
using CsDashboard.Customers.Trading;
using CsDashboard.Desk;
using CsDashboard.Desk.Calls;
using CsDashboard.Desk.Complaints;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using Microsoft.Extensions.Time.Testing;

namespace CsDashboard.Tests.Customers;

/// <summary>The record of a customer: rules and verbs, on each database.</summary>
public sealed class CustomerRecordTests
{
    private static CsDashboard.Customers.CustomerRecords Verbs(House house) => house.Get<CsDashboard.Customers.CustomerRecords>();

    private static Task<CustomerDetail> Record(House house, Actor customer) =>
        house.Get<CustomerLists>().Get(house.Karim, customer.CustomerId!.Value);

    private static async Task<IReadOnlyList<string>> Kinds(House house) =>
        [.. (await house.Events(house.Nour)).Where(e => e.Room == "Customers").Select(e => e.Kind)];

    // contract: enhanced, Risk: 0.6 × tolerance + 0.4 × experience; below 34 Conservative, below 67 Balanced, else Aggressive.
    [Theory]
    [InlineData(RiskTolerance.VeryLow, TradingExperience.Beginner, 0, "Conservative", false)]
    [InlineData(RiskTolerance.Low, TradingExperience.Intermediate, 28.2, "Conservative", false)]
    [InlineData(RiskTolerance.Medium, TradingExperience.Beginner, 30, "Conservative", false)]
    [InlineData(RiskTolerance.Medium, TradingExperience.Intermediate, 43.2, "Balanced", false)]
    [InlineData(RiskTolerance.High, TradingExperience.Beginner, 45, "Balanced", true)]
    [InlineData(RiskTolerance.High, TradingExperience.Intermediate, 58.2, "Balanced", false)]
    [InlineData(RiskTolerance.VeryHigh, TradingExperience.Beginner, 60, "Balanced", true)]
    [InlineData(RiskTolerance.High, TradingExperience.Advanced, 71.8, "Aggressive", false)]
    [InlineData(RiskTolerance.VeryHigh, TradingExperience.Expert, 100, "Aggressive", false)]
    public void The_risk_is_assessed_by_the_formula_of_the_rules_and_explained_line_by_line(
        RiskTolerance tolerance,
        TradingExperience experience,
        double score,
        string level,
        bool flagged
    )
    {
        var risk = RiskAssessment.Of(tolerance, experience);
        (risk.Score, risk.Level, risk.Strategy, risk.IsFlagged).ShouldBe(((decimal)score, level, level.ToLowerInvariant(), flagged));
        risk.Lines.Sum(l => l.Points).ShouldBe(risk.Score);
        risk.Lines.Select(l => (l.Key, l.Weight)).ShouldBe([("tolerance", 0.6m), ("experience", 0.4m)]);
    }

    // contract: enhanced, Risk plan.
    [Theory, EachDatabase]
    public async Task A_risk_plan_keeps_to_the_ranges_of_the_rules(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (plans, sara) = (house.Get<RiskPlans>(), house.Sara.CustomerId!.Value);
        var first = await plans.Get(house.Sara, sara);
        (
            first.IsSuggested,
            first.Limits.MaxRiskPerTrade,
            first.Limits.MaxDailyLoss,
            first.Limits.CorrelationThreshold,
            first.Limits.MonthlyProfitTarget
        ).ShouldBe((true, 1m, 3m, 0.7m, 20m));
        foreach (var range in RiskLimits.Ranges)
        foreach (var bad in new[] { range.Least - 0.01m, range.Most + 0.01m })
        {
            var beyond = new RiskLimits { PlanName = "Custom" };
            beyond[range.Name] = bad;
            (await Should.ThrowAsync<Refusal>(() => plans.Set(house.Sara, sara, beyond)))
                .Fields.ShouldHaveSingleItem()
                .Field.ShouldBe(range.Name);
        }
        (await Should.ThrowAsync<Refusal>(() => plans.Set(house.Sara, sara, new RiskLimits { PlanName = "Reckless" })))
            .Fields[0]
            .Field.ShouldBe("planName");
        foreach (var name in RiskLimits.Names)
            RiskLimits.Of(name).CheckedLimits().PlanName.ShouldBe(name);
        var mine = RiskLimits.Of("Balanced") with { PlanName = "Custom", MaxOpenTrades = 7 };
        (await plans.Set(house.Sara, sara, mine)).Limits.MaxOpenTrades.ShouldBe(7);
        await plans.Set(house.Sara, sara, mine with { });
        (await plans.Get(house.Karim, sara)).ShouldSatisfyAllConditions(p => p.IsSuggested.ShouldBeFalse(), p => p.Limits.ShouldBe(mine));
        (await Kinds(house)).Count(k => k == nameof(RiskPlanChanged)).ShouldBe(1, "Saying the same again is no change.");
        // Customers can't set each other's.
        foreach (var stranger in new[] { house.David, house.Oskar })
            (await Should.ThrowAsync<Refusal>(() => plans.Get(stranger, sara))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => plans.Set(house.Olga, sara, mine))).Kind.ShouldBe(RefusalKind.NotFound);
    }

    // contract: enhanced, Customer data sync: defaults, upsert without a new row each time.
    [Theory, EachDatabase]
    public async Task Answers_are_kept_in_versions_and_the_newest_counts(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (questionnaires, sara) = (house.Get<Questionnaires>(), house.Sara.CustomerId!.Value);
        var empty = await questionnaires.Sync(house.Karim, sara, new TradingProfile());
        (empty.Questionnaire, empty.Experience, empty.Tolerance, empty.Facts.PropFirm, empty.Facts.AccountSize).ShouldBe(
            (null, TradingExperience.Beginner, RiskTolerance.Medium, null, 0m)
        );

        var said = new TradingProfile
        {
            PropFirm = "Atlas",
            AccountSize = 50_000.5m,
            Experience = "intermediate",
            RiskTolerance = "very high",
            PreferredPairs = ["btc/usd", " EUR/USD", "BTC/USD"],
            Answers = new Dictionary<string, string> { ["goal"] = "دخل ثابت" },
        };
        var one = await questionnaires.Sync(house.Sara, sara, said);
        await questionnaires.Sync(house.Sara, sara, said);
        (one.Questionnaire!.Version, one.Questionnaire.Tolerance, one.Facts.AccountSize).ShouldBe((1, RiskTolerance.VeryHigh, 50_000.5m));
        one.Questionnaire.Pairs.ShouldBe(["BTC/USD", "EUR/USD"]);
        var two = await questionnaires.Sync(
            house.Karim,
            sara,
            new TradingProfile
            {
                RiskTolerance = "Low",
                Answers = new Dictionary<string, string> { ["since"] = "2019" },
            }
        );
        (two.Questionnaire!.Version, two.Questionnaire.Experience, two.Questionnaire.By, two.Facts.PropFirm).ShouldBe(
            (2, TradingExperience.Intermediate, "Karim", "Atlas")
        );
        two.Questionnaire.Answers.ShouldBe(new Dictionary<string, string> { ["goal"] = "دخل ثابت", ["since"] = "2019" }, ignoreOrder: true);
        (await questionnaires.Versions(house.Sara, sara))
            .Select(v => (v.Version, v.Tolerance))
            .ShouldBe([(2, RiskTolerance.Low), (1, RiskTolerance.VeryHigh)]);
        (await Kinds(house)).Count(k => k == nameof(QuestionnaireAnswered)).ShouldBe(2);
        var last = (await house.Events(house.Nour)).Last(e => e.Kind == nameof(QuestionnaireAnswered));
        (last.Before!.Contains("very_high", StringComparison.Ordinal), last.After!.Contains("\"low\"", StringComparison.Ordinal)).ShouldBe(
            (true, true)
        );

        foreach (
            var (bad, field) in new (TradingProfile, string)[]
            {
                (new() { Experience = "Guru" }, "experience"),
                (new() { RiskTolerance = "5" }, "riskTolerance"),
                (new() { AccountSize = -1 }, "accountSize"),
                (new() { PreferredPairs = ["<script>"] }, "preferredPairs"),
                (new() { Answers = new Dictionary<string, string> { [""] = "x" } }, "answers"),
                (new() { Answers = new Dictionary<string, string> { ["q"] = new('a', 2001) } }, "answers"),
            }
        )
            (await Should.ThrowAsync<Refusal>(() => questionnaires.Sync(house.Karim, sara, bad))).Fields[0].Field.ShouldBe(field);
        (await Should.ThrowAsync<Refusal>(() => questionnaires.Sync(house.David, sara, said))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => questionnaires.Sync(house.Olga, sara, said))).Kind.ShouldBe(RefusalKind.NotFound);
    }

    [Theory, EachDatabase]
    public async Task A_change_is_told_with_what_was_before_and_a_second_hand_is_warned(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var sara = house.Sara.CustomerId!.Value;
        var seen = await Record(house, house.Sara);
        var changed = await Verbs(house)
            .Change(
                house.Karim,
                sara,
                new CustomerChange
                {
                    OtherName = "سارة",
                    Phone = "+966 50 000 0000",
                    Country = "sa",
                    Tags = ["VIP", "payout"],
                    Newsletter = true,
                    Note = "Likes mornings.",
                    SeenVersion = seen.Trail.Version,
                }
            );
        (
            changed.Facts.OtherName,
            changed.Facts.Country,
            changed.Facts.Newsletter,
            changed.Trail.ModifiedBy,
            changed.Notes[0].Text
        ).ShouldBe(("سارة", "SA", true, "Karim", "Likes mornings."));
        changed.Tags.ShouldBe(["payout", "vip"]);
        var told = (await house.Events(house.Nour)).Last(e => e.Kind == nameof(CustomerChanged));
        told.Before!.ShouldContain("\"phone\":null");
        told.After!.ShouldContain("+966500000000");
        told.ActorName.ShouldBe("Karim");
        // Somebody who looked at the record before that decides again.
        (
            await Should.ThrowAsync<Refusal>(() =>
                Verbs(house).Change(house.Lena, sara, new CustomerChange { Phone = "123", SeenVersion = seen.Trail.Version })
            )
        ).Code.ShouldBe("newer_change");
        // The same again changes nothing, and an empty text clears a field.
        await Verbs(house).Change(house.Karim, sara, new CustomerChange { Country = "السعودية" });
        (await Verbs(house).Change(house.Karim, sara, new CustomerChange { Phone = "" })).Facts.Phone.ShouldBeNull();
        (await Kinds(house)).Count(k => k == nameof(CustomerChanged)).ShouldBe(2);

        foreach (
            var standing in new CustomerChange[]
            {
                new() { Status = "Suspended" },
                new() { Type = "VIP" },
                new() { MembershipTier = "pro" },
            }
        )
            (await Should.ThrowAsync<Refusal>(() => Verbs(house).Change(house.Karim, sara, standing))).Kind.ShouldBe(RefusalKind.Forbidden);
        var raised = await Verbs(house).Change(house.Amina, sara, new CustomerChange { Type = "vip", MembershipTier = "pro" });
        (raised.Type, raised.MembershipTier).ShouldBe((CustomerType.VIP, "pro"));
        foreach (
            var (bad, field) in new (CustomerChange, string)[]
            {
                (new() { MembershipTier = "gold" }, "membershipTier"),
                (new() { Type = "Nobility" }, "type"),
                (new() { Country = "Atlantis" }, "country"),
                (new() { TimeZone = "Mars/Base" }, "timeZone"),
                (new() { Name = new('x', 101) }, "name"),
                (new() { Name = " " }, "name"),
                (new() { Tags = ["a,b"] }, "tags"),
                (new() { AccountSize = -0.01m }, "accountSize"),
                (new() { Note = new('n', 1001) }, "note"),
            }
        )
            (await Should.ThrowAsync<Refusal>(() => Verbs(house).Change(house.Amina, sara, bad))).Fields[0].Field.ShouldBe(field);
        (await Should.ThrowAsync<Refusal>(() => Verbs(house).Change(house.Olga, sara, new CustomerChange { Phone = "123" }))).Kind.ShouldBe(
            RefusalKind.NotFound
        );
        (await Should.ThrowAsync<Refusal>(() => Verbs(house).Change(house.Sara, sara, new CustomerChange { Phone = "123" }))).Kind.ShouldBe(
            RefusalKind.Forbidden
        );
        (await house.Get<CustomerLists>().Get(house.Sara, sara)).ShouldSatisfyAllConditions(
            own => own.Notes.ShouldBeEmpty(),
            own => own.Trail.ModifiedBy.ShouldBeNull()
        );
    }

    [Theory, EachDatabase]
    public async Task Customers_change_what_is_theirs_and_their_account_follows(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Verbs(house)
            .ChangeMine(
                house.Sara,
                new OwnDetails
                {
                    Name = "Sara Haddad",
                    OtherName = "سارة حداد",
                    Phone = "+966500000001",
                    Newsletter = true,
                }
            );
        (await house.Get<Users>().Me(house.Sara)).Name.ShouldBe("Sara Haddad");
        await house
            .Get<Users>()
            .ChangeProfile(
                house.Sara,
                new ProfileInput
                {
                    Name = "Sara H.",
                    Language = "en",
                    TimeZone = "Asia/Dubai",
                }
            );
        await house.Drain();
        var record = await Record(house, house.Sara);
        (record.Name, record.Facts.Language, record.Facts.TimeZone, record.Facts.OtherName).ShouldBe(
            ("Sara H.", "en", "Asia/Dubai", "سارة حداد")
        );
    }

    // contract: enhanced, E-mail: the address is immutable; the attempt is refused and logged.
    [Theory, EachDatabase]
    public async Task An_address_is_never_changed_and_the_attempt_is_kept(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var sara = house.Sara.CustomerId!.Value;
        var refused = await Should.ThrowAsync<Refusal>(() =>
            Verbs(house).Change(house.Amina, sara, new CustomerChange { Email = "other@example.com", Phone = "123" })
        );
        (refused.Kind, refused.Code).ShouldBe((RefusalKind.Forbidden, "EMAIL_MODIFICATION_BLOCKED"));
        var attempt = (await house.Events(house.Nour)).Last();
        (attempt.Kind, attempt.SubjectId, attempt.UserId).ShouldBe((nameof(EmailChangeAttempted), sara, house.Amina.UserId));
        attempt.After!.ShouldContain("other@example.com");
        // A sync takes everything but the address.
        (
            await house.Get<Questionnaires>().Sync(house.Karim, sara, new TradingProfile { Email = "b@example.com", PropFirm = "Atlas" })
        ).ShouldSatisfyAllConditions(c => c.Email.ShouldBe("sara@example.com"), c => c.Facts.PropFirm.ShouldBe("Atlas"));
        var same = await Verbs(house).Change(house.Karim, sara, new CustomerChange { Email = " SARA@example.com ", Phone = "0500000000" });
        (same.Email, same.Facts.Phone).ShouldBe(("sara@example.com", "+966500000000"));
        (await Should.ThrowAsync<Refusal>(() => Verbs(house).Change(house.Karim, sara, new CustomerChange { Email = "no address" })))
            .Fields[0]
            .Field.ShouldBe("email");
    }

    // contract: enhanced, E-mail: unique by the normalised form, in each company.
    [Theory, EachDatabase]
    public async Task An_address_is_there_once_in_a_company_however_it_is_written(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Verbs(house).Add(house.Karim, new NewCustomer { Name = "Test User", Email = "test.user@gmail.com" });
        (
            await Should.ThrowAsync<Refusal>(() =>
                Verbs(house).Add(house.Karim, new NewCustomer { Name = "Again", Email = "TestUser+x@googlemail.com" })
            )
        ).Code.ShouldBe("email_taken");
        await Verbs(house).Add(house.Olga, new NewCustomer { Name = "Test User", Email = "testuser@gmail.com" });
        (await Verbs(house).LookAtEmail("t.e.s.t.user+tag@gmail.com", house.At())).ShouldBe(("testuser@gmail.com", false));
        (await Verbs(house).LookAtEmail("nobody.at.all@gmail.com", house.At())).ShouldBe(("nobodyatall@gmail.com", true));
    }

    // contract: crm, Statuses and types: Inactive and Suspended close the sign-in, too.
    [Theory, EachDatabase]
    public async Task Who_is_suspended_is_signed_out_and_let_in_no_more_until_they_are_active_again(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (sara, open) = (house.Sara.CustomerId!.Value, (await house.SignIn(house.Sara)).Actor);
        await Verbs(house).SetStatus(house.Amina, sara, CustomerStatus.Suspended, "Charged back");
        await Verbs(house).SetStatus(house.Amina, sara, CustomerStatus.Suspended);
        (await Should.ThrowAsync<Refusal>(() => house.Get<CustomerLists>().Get(open, sara))).Kind.ShouldBe(RefusalKind.SignedOut);
        (await Should.ThrowAsync<Refusal>(() => house.SignIn(house.Sara))).Kind.ShouldBe(RefusalKind.SignedOut, "As for a wrong password.");
        var told = (await house.Events(house.Nour)).Where(e => e.Kind == nameof(CustomerStatusChanged)).ShouldHaveSingleItem();
        told.After!.ShouldContain("Charged back");
        await Verbs(house).SetStatus(house.Amina, sara, CustomerStatus.Active);
        await house.SignIn(house.Sara);
        foreach (var other in new[] { house.Karim, house.Sara })
            (await Should.ThrowAsync<Refusal>(() => Verbs(house).SetStatus(other, sara, CustomerStatus.Inactive))).Kind.ShouldBe(
                RefusalKind.Forbidden
            );
        (await Should.ThrowAsync<Refusal>(() => Verbs(house).SetStatus(house.Omar, sara, CustomerStatus.Inactive))).Kind.ShouldBe(
            RefusalKind.NotFound
        );
    }

    // contract: enhanced, No-delete policy; contract C4.
    [Theory, EachDatabase]
    public async Task Deleting_keeps_the_record_and_is_refused_while_a_complaint_is_open(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (sara, tickets) = (house.Sara.CustomerId!.Value, house.Get<Tickets>());
        var complaint = await tickets.Open(
            house.Sara,
            new NewTicket
            {
                Title = "Late",
                Description = "The payout is late.",
                Type = "complaint",
            }
        );
        await tickets.Open(
            house.Sara,
            new NewTicket
            {
                Title = "Question",
                Description = "How long?",
                Type = "question",
            }
        );
        var refused = await Should.ThrowAsync<Refusal>(() => Verbs(house).Remove(house.Amina, sara));
        (refused.Kind, refused.Code).ShouldBe((RefusalKind.Invalid, "delete_refused"));
        await tickets.Close(house.Karim, complaint.Id);
        house.Clock.AdvanceMinutes(1);
        var at = await Verbs(house).Remove(house.Amina, sara);
        house.Clock.AdvanceMinutes(1);
        (await Verbs(house).Remove(house.Amina, sara)).ShouldBe(at);
        var record = await Record(house, house.Sara);
        (record.Status, record.Trail.RemovedAt, record.Trail.RemovedBy, record.Email).ShouldBe(
            (CustomerStatus.Inactive, at, "Amina", "sara@example.com")
        );
        (await house.Database.Ask("SELECT \"EmailHash\" FROM \"RemovedCustomers\"")).ShouldBe(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("sara@example.com")))
        );
        (await house.Events(house.Nour))
            .Where(e => e.Kind == nameof(DeleteAttempted))
            .Select(e => e.After!.Contains("\"refused\":null", StringComparison.Ordinal))
            .ShouldBe([false, true]);
        (await Should.ThrowAsync<Refusal>(() => house.SignIn(house.Sara))).Kind.ShouldBe(RefusalKind.SignedOut, "As for a wrong password.");
        (await Should.ThrowAsync<Refusal>(() => Verbs(house).Remove(house.Karim, house.David.CustomerId!.Value))).Kind.ShouldBe(
            RefusalKind.Forbidden
        );
        // A customer who returns has everything again, and the permanent record stays.
        await Verbs(house).SetStatus(house.Amina, sara, CustomerStatus.Active);
        (await Record(house, house.Sara)).Trail.RemovedAt.ShouldBeNull();
        (await house.Database.Ask("SELECT count(*) FROM \"RemovedCustomers\"")).ShouldBe("1");
    }

    [Theory, EachDatabase]
    public async Task Complaints_are_counted_from_what_happens_to_tickets(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var tickets = house.Get<Tickets>();
        var one = await tickets.Open(
            house.Sara,
            new NewTicket
            {
                Title = "Late",
                Description = "Late.",
                Type = "complaint",
            }
        );
        await tickets.Open(
            house.Sara,
            new NewTicket
            {
                Title = "Rude",
                Description = "Rude.",
                Type = "complaint",
            }
        );
        await tickets.Open(house.Sara, new NewTicket { Title = "Hi", Description = "Hi." });
        await tickets.Close(house.Karim, one.Id);
        await house.Drain();
        var figures = (await Record(house, house.Sara)).Figures;
        (figures.TotalComplaints, figures.OpenComplaints).ShouldBe((2, 1));
        var seen = await house.Get<TicketComplaints>().Of(house.Karim, house.Sara.CustomerId!.Value, limit: 1);
        (seen.Total, seen.Open, seen.Newest.Single().Subject).ShouldBe((2, 1, "Rude"));
    }

    // contract C5: every name leads to the one record; a malformed one is Invalid, a well-formed unknown one NotFound.
    [Theory, EachDatabase]
    public async Task All_identifiers_lead_to_the_record(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var service = house.Karim with { Role = Role.Service, UserId = null, Name = "Service" };
        await Verbs(house)
            .Create(
                service,
                new NewCustomer
                {
                    OutsideId = "auth|42",
                    Name = "Nadia",
                    Email = "nadia@example.com",
                }
            );
        var sara = await Record(house, house.Sara);
        foreach (
            var name in new[]
            {
                sara.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                sara.UniqueId,
                sara.PublicId,
                sara.Id.ToString(),
                house.Sara.UserId.ToString()!,
            }
        )
            (await Verbs(house).Resolve(house.Karim, " " + name)).ShouldBe(sara.Id, name);
        (await house.Get<CustomerLists>().Get(house.Karim, await Verbs(house).Resolve(house.Karim, "auth|42"))).Name.ShouldBe("Nadia");
        foreach (var unknown in new[] { "507f1f77bcf86cd799439011", "00000000", "FFFFFFFF", "999999", Guid.NewGuid().ToString() })
            (await Should.ThrowAsync<Refusal>(() => Verbs(house).Resolve(house.Karim, unknown))).Kind.ShouldBe(
                RefusalKind.NotFound,
                unknown
            );
        foreach (var wrong in new[] { "invalid-id", "", " ", "507F1F77BCF86CD799439011", "-1", "a\0b", new string('9', 101) })
            (await Should.ThrowAsync<Refusal>(() => Verbs(house).Resolve(house.Karim, wrong))).Kind.ShouldBe(RefusalKind.Invalid, wrong);
        (await Should.ThrowAsync<Refusal>(() => Verbs(house).Resolve(house.Olga, sara.PublicId))).Kind.ShouldBe(RefusalKind.NotFound);
    }

    // contract: crm, New records: made by registration, once for each userId.
    [Theory, EachDatabase]
    public async Task Two_who_report_one_person_at_once_make_one_record(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var service = house.Karim with { Role = Role.Service, UserId = null, Name = "Service" };
        NewCustomer Person(string id, string email) =>
            new()
            {
                OutsideId = id,
                Name = "Racer",
                Email = email,
                Phone = "+966500000000",
            };
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Verbs(house).Create(service, Person("u-1", "racer@example.com"))));
        all.Select(a => a.Customer.Id).Distinct().ShouldHaveSingleItem();
        all.Count(a => !a.Existed).ShouldBe(1);
        // A record that was there is linked, once.
        var linked = await Verbs(house).Create(service, Person("u-2", "SARA@example.com"));
        (linked.Customer.Id, linked.Existed, linked.Customer.UserId).ShouldBe((house.Sara.CustomerId!.Value, true, "u-2"));
        (await Should.ThrowAsync<Refusal>(() => Verbs(house).Create(service, Person("u-3", "sara@example.com")))).Kind.ShouldBe(
            RefusalKind.Conflict
        );
        (await Verbs(house).ResolveUser(service, "u-2")).ShouldBe(linked.Customer.Id);
        (await Verbs(house).ResolveUser(service, house.David.UserId.ToString())).ShouldBe(house.David.CustomerId!.Value);
        foreach (var other in new[] { house.Karim, house.Amina, house.Sara })
            (await Should.ThrowAsync<Refusal>(() => Verbs(house).Create(other, Person("u-4", "x@example.com")))).Kind.ShouldBe(
                RefusalKind.Forbidden
            );
    }

    [Theory, EachDatabase]
    public async Task Figures_of_a_service_are_absolute_and_only_those_sent_change(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (service, sara) = (house.Karim with { Role = Role.Service, UserId = null }, house.Sara.CustomerId!.Value);
        await Verbs(house)
            .SetFigures(
                service,
                sara,
                new FiguresInput
                {
                    TotalOrders = 5,
                    TotalOrderValue = 99.99m,
                    OpenComplaints = 1,
                }
            );
        var after = await Verbs(house).SetFigures(service, sara, new FiguresInput { TotalOrders = 3, LastOrderDate = house.Clock.Now() });
        after.Figures.ShouldBe(
            new CustomerFigures
            {
                TotalOrders = 3,
                TotalOrderValue = 99.99m,
                LastOrderAt = house.Clock.Now(),
                TotalComplaints = 0,
                OpenComplaints = 1,
                LastComplaintAt = null,
            }
        );
        (await Should.ThrowAsync<Refusal>(() => Verbs(house).SetFigures(service, sara, new FiguresInput { TotalOrderValue = -1 })))
            .Fields[0]
            .Field.ShouldBe("totalOrderValue");
        (
            await Should.ThrowAsync<Refusal>(() =>
                Verbs(house).SetFigures(service, sara, new FiguresInput { LastOrderDate = house.Clock.Now().AddDays(2) })
            )
        )
            .Fields[0]
            .Field.ShouldBe("lastOrderDate");
        (
            await Should.ThrowAsync<Refusal>(() =>
                Verbs(house).SetFigures(service, sara, new FiguresInput { LastComplaintDate = house.Clock.Now().AddYears(70) })
            )
        )
            .Fields[0]
            .Field.ShouldBe("lastComplaintDate");
        (await Should.ThrowAsync<Refusal>(() => Verbs(house).SetFigures(house.Amina, sara, new FiguresInput()))).Kind.ShouldBe(
            RefusalKind.Forbidden
        );
    }

    [Theory, EachDatabase]
    public async Task Tickets_and_ratings_are_counted_into_the_record_beside_what_a_service_reported(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (tickets, sara) = (house.Get<Tickets>(), house.Sara.CustomerId!.Value);
        async Task<CustomerFigures> Figures()
        {
            await house.Drain();
            return (await Verbs(house).Get(house.Karim, sara)).Figures;
        }
        await Verbs(house)
            .SetFigures(
                house.Karim with
                {
                    Role = Role.Service,
                    UserId = null,
                },
                sara,
                new FiguresInput
                {
                    TotalOrders = 5,
                    TotalComplaints = 3,
                    OpenComplaints = 1,
                }
            );
        var (first, second) = (
            await tickets.Open(house.Sara, new NewTicket { Title = "One", Description = "One." }),
            await tickets.Open(house.Sara, new NewTicket { Title = "Two", Description = "Two." })
        );
        (await Figures()).ShouldBe(
            CustomerFigures.None with
            {
                TotalOrders = 5,
                TotalComplaints = 3,
                OpenComplaints = 1,
                TotalTickets = 2,
                OpenTickets = 2,
            }
        );
        foreach (var (ticket, rating) in new[] { (first, 5), (second, 4) })
        {
            await tickets.Close(house.Karim, ticket.Id);
            await tickets.Rate(house.Sara, new FeedbackInput { TicketId = ticket.Id.ToString(), Rating = rating });
        }
        var after = await Figures();
        (after.TotalTickets, after.OpenTickets, after.Ratings, after.Satisfaction, after.TotalOrders).ShouldBe((2, 0, 2, 4.5m, 5));
        (await Verbs(house).Get(house.Karim, house.David.CustomerId!.Value)).Figures.ShouldBe(CustomerFigures.None);
    }

    [Theory, EachDatabase]
    public async Task A_file_is_put_to_the_record_for_staff_alone_and_stands_beside_those_of_tickets(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (files, sara) = (house.Get<Attachments>(), house.Sara.CustomerId!.Value);
        Task<AttachmentView> Upload(Actor who, string name) => files.Upload(who, name, new MemoryStream("Some words."u8.ToArray()));
        var sent = await Upload(house.Sara, "payout.txt");
        var ticket = await house
            .Get<Tickets>()
            .Open(
                house.Sara,
                new NewTicket
                {
                    Title = "Late",
                    Description = "Late.",
                    AttachmentIds = [sent.Id.ToString()],
                }
            );
        house.Clock.AdvanceMinutes(1);
        var kept = await Upload(house.Karim, "identity.txt");
        await files.Keep(house.Karim, sara, [kept.Id.ToString()]);
        (await files.OfCustomer(house.Karim, sara, 10))
            .Select(f => (f.File.OriginalName, f.TicketNumber))
            .ShouldBe([("identity.txt", null), ("payout.txt", ticket.ShortNumber)]);
        await using (var content = (await files.Download(house.Amina, kept.Id)).Content)
            content.Length.ShouldBe(11);
        // Nobody else gets it, and it is no longer a waiting file.
        (await Should.ThrowAsync<Refusal>(() => files.Download(house.Sara, kept.Id))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => files.Download(house.Olga, kept.Id))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => files.OfCustomer(house.Olga, sara, 10))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => files.OfCustomer(house.Sara, sara, 10))).Kind.ShouldBe(RefusalKind.Forbidden);
        foreach (var (file, whose) in new[] { (kept, sara), (await Upload(house.Amina, "other.txt"), sara) })
            (await Should.ThrowAsync<Refusal>(() => files.Keep(house.Karim, whose, [file.Id.ToString()])))
                .Fields[0]
                .Field.ShouldBe("attachmentIds");
        var mine = await Upload(house.Karim, "mine.txt");
        (
            await Should.ThrowAsync<Refusal>(() => files.Keep(house.Karim, house.Oskar.CustomerId!.Value, [mine.Id.ToString()]))
        ).Kind.ShouldBe(RefusalKind.NotFound);
        house.Clock.AdvanceMinutes(3 * 24 * 60);
        await files.RemoveUnclaimed(house.Product);
        (await files.OfCustomer(house.Karim, sara, 10)).Count.ShouldBe(2);
        (await house.Events(house.Nour)).Count(e => e.Kind == nameof(FileKept) && e.SubjectId == sara).ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task Lists_are_filtered_paged_by_key_and_found_by_folded_words_and_tags(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var lists = house.Get<CustomerLists>();
        for (var i = 0; i < 7; i++)
        {
            house.Clock.AdvanceMinutes(1);
            var added = await Verbs(house)
                .Add(
                    house.Amina,
                    new NewCustomer
                    {
                        Name = i == 3 ? "مُحَمَّد الأحمدي" : $"Person {i}",
                        Email = $"p{i}@example.com",
                        Phone = $"+9665000001{i:00}",
                        MembershipTier = i % 2 == 0 ? "pro" : "free",
                    }
                );
            if (i is 1 or 3)
                await Verbs(house)
                    .Change(
                        house.Amina,
                        added.Id,
                        new CustomerChange
                        {
                            Tags = ["funded"],
                            OtherName = i == 3 ? "Mohammed" : null,
                            Type = "VIP",
                            Status = i == 1 ? "Suspended" : null,
                        }
                    );
        }
        await house.Drain();
        async Task<IReadOnlyList<string>> Names(CustomerFilter filter) =>
            [.. (await lists.List(house.Karim, filter)).Items.Select(c => c.Name)];
        (await Names(new() { Tier = "pro" })).ShouldBe(["Person 6", "Person 4", "Person 2", "Person 0"]);
        (await Names(new() { Type = "vip", Status = "active" })).ShouldBe(["مُحَمَّد الأحمدي"]);
        (await Names(new() { Tag = "funded" })).ShouldBe(["مُحَمَّد الأحمدي", "Person 1"]);
        foreach (var words in new[] { "محمد", "الاحمد", "mohamm", "+966500000103", "0103" })
            (await Names(new() { Search = words })).ShouldBe(["مُحَمَّد الأحمدي"], words);
        (await Names(new() { Search = "fund" })).Count.ShouldBe(2);
        (await Names(new() { Search = "nobody like that" })).ShouldBeEmpty();

        var (walked, after) = (new List<string>(), (string?)null);
        do
        {
            var page = await lists.List(house.Karim, new() { Size = 4, After = after });
            walked.AddRange(page.Items.Select(c => c.Name));
            after = page.Next;
        } while (after is not null);
        walked.Count.ShouldBe(9);
        walked.Distinct().Count().ShouldBe(9);
        var (numbered, total) = await lists.Numbered(house.Karim, new(), 2, 4, "fullName", "asc");
        (numbered.Count, total).ShouldBe((4, 9));
        foreach (
            var (bad, field) in new (CustomerFilter, string)[]
            {
                (new() { Status = "gone" }, "status"),
                (new() { Type = "x" }, "type"),
                (new() { Tier = "x" }, "tier"),
                (new() { Sort = "x" }, "sort"),
                (new() { After = "x" }, "after"),
            }
        )
            (await Should.ThrowAsync<Refusal>(() => lists.List(house.Karim, bad))).Fields[0].Field.ShouldBe(field);
        (await lists.List(house.Olga, new())).Items.Select(c => c.Name).ShouldBe(["Oskar"]);
        (await Should.ThrowAsync<Refusal>(() => lists.List(house.Sara, new()))).Kind.ShouldBe(RefusalKind.Forbidden);

        var all = (await house.Get<CustomerBoards>().Of(house.Amina)).All;
        (all.Total, all.ByStatus[CustomerStatus.Suspended], all.ByType[CustomerType.VIP], all.NewThisMonth).ShouldBe((9, 1, 2, 9));
        (await Should.ThrowAsync<Refusal>(() => house.Get<CustomerBoards>().Of(house.Karim))).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Theory, EachDatabase]
    public async Task The_timeline_tells_of_tickets_calls_changes_and_sign_ins_and_can_be_narrowed(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (sara, timelines) = (house.Sara.CustomerId!.Value, house.Get<Timelines>());
        await house.SignIn(house.Sara);
        await house.Get<Tickets>().Open(house.Sara, new NewTicket { Title = "Late", Description = "Late." });
        await house.Get<CallRequests>().Request(house.Sara, new NewCall { Note = "Please" });
        await Verbs(house).Change(house.Karim, sara, new CustomerChange { Company = "Haddad & Co" });
        async Task<string[]> Kinds(string? show) => [.. (await timelines.Read(house.Karim, sara, show)).Items.Select(r => r.Kind)];
        (await Kinds("tickets")).ShouldBe([nameof(TicketOpened)]);
        (await Kinds("calls")).ShouldBe([nameof(CallRequested)]);
        (await Kinds("signins")).ShouldBe([nameof(SignedIn)]);
        (await Kinds("changes"))[0].ShouldBe(nameof(CustomerChanged));
        (await Kinds(null)).Take(4).ShouldBe([nameof(CustomerChanged), nameof(CallRequested), nameof(TicketOpened), nameof(SignedIn)]);
        var first = await timelines.Read(house.Karim, sara, size: 2);
        (await timelines.Read(house.Karim, sara, before: first.Next, size: 2))
            .Items.Select(r => r.Kind)
            .ShouldBe([nameof(TicketOpened), nameof(SignedIn)]);
        (await Should.ThrowAsync<Refusal>(() => timelines.Read(house.Karim, sara, "secrets"))).Fields[0].Field.ShouldBe("show");
        foreach (var nowhere in new[] { "x", "1", "1.x", "-1.1", "9999999999999999999.1", "1.2.3" })
            (await Should.ThrowAsync<Refusal>(() => timelines.Read(house.Karim, sara, before: nowhere))).Fields[0].Field.ShouldBe("before");
        // History that is entered late appears at its own time.
        var yearAgo = new FakeTimeProvider(house.Clock.GetUtcNow().AddDays(-365));
        var late = house.Karim with { Clock = yearAgo };
        await Verbs(house).Change(late, sara, new CustomerChange { Country = "SA" });
        (await Kinds("changes"))[^1].ShouldBe(nameof(CustomerChanged));
        (await Should.ThrowAsync<Refusal>(() => timelines.Read(house.Olga, sara))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => timelines.Read(house.Sara, sara))).Kind.ShouldBe(RefusalKind.Forbidden);
    }
}
