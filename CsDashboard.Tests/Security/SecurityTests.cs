using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Security;

namespace CsDashboard.Tests.Security;

public sealed class SecurityTests
{
    // contract: membership, Security: medium from one unresolved high alert or three reports, high from one critical; contract C18: bounds
    // 0.3 and 0.7.
    [Theory]
    [InlineData(0, 0, 0, "low")]
    [InlineData(0, 0, 2, "low")]
    [InlineData(0, 0, 3, "medium")]
    [InlineData(0, 1, 0, "medium")]
    [InlineData(0, 9, 9, "medium")]
    [InlineData(1, 0, 0, "high")]
    public void Risk_goes_by_what_is_unresolved(int critical, int high, int reports, string risk) =>
        Risk.Of(Risk.Score(critical, high, reports)).ShouldBe(risk);

    [Theory, EachDatabase]
    public async Task Five_failures_are_a_high_alert_until_staff_resolve_it(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.SignIn(house.David);
        await Fail(house, 5);
        var (own, cases) = (house.Get<OwnSecurity>(), house.Get<SecurityCases>());
        var status = await own.Status(house.David);
        status.Risk.ShouldBe("medium", "contract: membership, Security: one unresolved high alert");
        var alert = status.Alerts.ShouldHaveSingleItem();
        (alert.Type, alert.Severity, alert.Resolved).ShouldBe(("multiple_failed_attempts", "high", false));
        (await own.Status(house.Sara)).Alerts.ShouldBeEmpty("It is nobody else's.");

        await cases.Work(house.Karim, alert.Id, new CaseStep { State = "investigating", Note = "I called him." });
        (await own.Status(house.David)).Risk.ShouldBe("medium");
        await cases.Work(house.Karim, alert.Id, new CaseStep { State = "resolved" });
        (await own.Status(house.David)).Risk.ShouldBe("low");
        var worked = await cases.Get(house.Lena, alert.Id);
        (worked.Row.State, worked.Agent, worked.Notes.ShouldHaveSingleItem().Text).ShouldBe((CaseState.Resolved, "Karim", "I called him."));
        (await house.Events(house.Nour))
            .Count(e => e.Kind == nameof(SecurityCaseChanged) && e.UserId == house.Karim.UserId)
            .ShouldBe(2, "Each step is in the audit.");
    }

    [Theory, EachDatabase]
    public async Task A_new_device_is_an_alert_and_a_mail_and_after_failures_and_from_a_new_place_it_is_critical(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await In(house, "one", "198.51.100.1");
        await house.Drain();
        (await house.Get<OwnSecurity>().Status(house.David)).Alerts.ShouldBeEmpty("The first device of an account is no news.");
        (await Mails(house)).ShouldBe("0");

        await In(house, "two", "198.51.100.2");
        await house.Drain();
        (await house.Get<OwnSecurity>().AlertsOf(house.David)).ShouldHaveSingleItem().Type.ShouldBe("new_device");
        (await Mails(house)).ShouldBe("1");

        await In(house, "two", "203.0.113.9");
        await house.Drain();
        var place = (await house.Get<OwnSecurity>().AlertsOf(house.David))[0];
        (place.Type, place.Severity).ShouldBe(("location_change", "low"));
        place.Description.ShouldContain("203.0.113.x");

        await Fail(house, 3);
        house.Clock.AdvanceMinutes(20);
        await In(house, "three", "192.0.2.44");
        await house.Drain();
        var unusual = (await house.Get<OwnSecurity>().AlertsOf(house.David))[0];
        (unusual.Type, unusual.Severity).ShouldBe(("unusual_login", "critical"));
        (await house.Get<OwnSecurity>().Status(house.David)).Risk.ShouldBe("high", "contract: membership, Security: one critical alert");
        (await house.Get<OwnSecurity>().Recommendations(house.David))
            .Select(r => (r.Priority, r.Action))
            .ShouldBe(
                [("critical", "change-password"), ("high", "enable-2fa"), ("medium", "review-devices"), ("low", "update-contact")],
                "contract: membership, Security"
            );
    }

    [Theory, EachDatabase]
    public async Task The_history_is_what_happened_newest_first_at_most_thirty(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house
            .Get<Users>()
            .ChangePassword(await house.In(house.David), new PasswordChange { Current = House.Password, Password = "another good one" });
        house.Clock.AdvanceMinutes(1);
        for (var i = 0; i < 32; i++)
        {
            await house
                .Get<SignIns>()
                .WithPassword(new Credentials { Email = "david@example.com", Password = "another good one" }, house.At(), tokens: false);
            house.Clock.AdvanceMinutes(1);
        }
        await house.Drain();
        var history = await house.Get<OwnSecurity>().History(house.Karim, house.David.CustomerId);
        history.Count.ShouldBe(30, "contract: membership, Security: 30 events");
        history[0].Type.ShouldBe("login");
        history.Select(h => h.At).ShouldBeInOrder(SortDirection.Descending);
    }

    [Theory, EachDatabase]
    public async Task Three_reports_are_medium_and_staff_work_them(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (own, cases) = (house.Get<OwnSecurity>(), house.Get<SecurityCases>());
        for (var i = 0; i < 3; i++)
            await own.Report(house.David, Suspicion($"Strange {i}"));
        var status = await own.Status(house.David);
        (status.Risk, status.Suspicions).ShouldBe(("medium", 3));
        var row = (await cases.List(house.Karim, new CaseFilter(Reports: true, State: CaseState.Open))).Items;
        row.Count.ShouldBe(3);
        await cases.Work(house.Karim, row[0].Id, new CaseStep { State = "resolved", Note = "A misunderstanding" });
        (await own.Status(house.David)).Risk.ShouldBe("low");
        for (var i = 3; i < 20; i++)
            await own.Report(house.David, Suspicion("Again"));
        (await Should.ThrowAsync<Refusal>(() => own.Report(house.David, Suspicion("Too much")))).Kind.ShouldBe(RefusalKind.TooMany);
        (await Should.ThrowAsync<Refusal>(() => own.Report(house.Sara, new SuspicionInput())))
            .Fields.Select(f => f.Field)
            .ShouldBe(["activityType", "description"], ignoreOrder: true);
    }

    [Theory, EachDatabase]
    public async Task Cases_are_read_in_each_order_and_exported_with_a_record(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var cases = house.Get<SecurityCases>();
        await house.Store.Write(
            house.Amina,
            db =>
            {
                foreach (var severity in new[] { Severity.Medium, Severity.Critical, Severity.Low, Severity.High })
                    db.Set<SecurityAlert>()
                        .Add(
                            new SecurityAlert
                            {
                                UserId = house.David.UserId,
                                Type = AlertType.NewDevice,
                                Severity = severity,
                                At = house.Clock.Now(),
                                State = severity == Severity.Low ? CaseState.Resolved : CaseState.Open,
                            }
                        );
                return Task.CompletedTask;
            }
        );
        await house.Get<OwnSecurity>().Report(house.David, Suspicion("Mine"));
        async Task<List<CaseRow>> Read(string sort, bool down, CaseFilter? filter = null)
        {
            var rows = new List<CaseRow>();
            Slice<CaseRow> part;
            do
            {
                var place = new ListPlace
                {
                    Sort = sort,
                    Down = down,
                    Skip = rows.Count,
                    Take = 1,
                };
                part = await cases.List(house.Karim, filter ?? new CaseFilter(), place);
                rows.AddRange(part.Items);
            } while (rows.Count < part.Total);
            return rows;
        }
        foreach (var sort in SecurityCases.Sorts)
        foreach (var down in new[] { false, true })
            (await Read(sort, down)).Select(r => r.Id).Distinct().Count().ShouldBe(4, sort);
        (await Read("severity", down: true))
            .ConvertAll(r => r.Severity)
            .ShouldBe([Severity.Critical, Severity.High, Severity.Medium, Severity.Low]);
        (await Read("at", down: true, new CaseFilter(State: CaseState.Resolved))).ShouldHaveSingleItem().Person.ShouldBe("David");
        (await Read("at", down: true, new CaseFilter(Severity: Severity.High))).Count.ShouldBe(1);
        foreach (var (filter, sort) in new[] { (new CaseFilter(), "title"), (new CaseFilter(Reports: true), "severity") })
            (await Should.ThrowAsync<Refusal>(() => cases.List(house.Karim, filter, new ListPlace { Sort = sort })))
                .Fields.ShouldHaveSingleItem()
                .Field.ShouldBe("sort");

        var second = new ListPlace
        {
            Sort = "severity",
            Skip = 1,
            Take = 1,
        };
        (await cases.Export(house.Amina, new CaseFilter(State: CaseState.Open), second).ToListAsync())
            .ConvertAll(r => r.Severity)
            .ShouldBe([Severity.Medium, Severity.High, Severity.Critical]);
        (await cases.Export(house.Amina, new CaseFilter(Reports: true), new ListPlace()).ToListAsync()).Count.ShouldBe(1);
        (
            await Should.ThrowAsync<Refusal>(async () => await cases.Export(house.Karim, new CaseFilter(), second).ToListAsync())
        ).Kind.ShouldBe(RefusalKind.Forbidden);
        (await cases.Export(house.Omar, new CaseFilter(), second).ToListAsync()).ShouldBeEmpty();
        var told = (await house.Events(house.Nour)).Where(e => e.Kind == nameof(SecurityCasesExported)).ToList();
        told.ConvertAll(e => EventSentence.Of(e, "en"))
            .ShouldBe(["3 security alerts were exported", "1 report of suspicious activity was exported"]);
        told[0].After.ShouldNotBeNull().ShouldContain("state=open");
    }

    [Theory, EachDatabase]
    public async Task Nobody_sees_or_works_what_is_anothers(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (own, cases) = (house.Get<OwnSecurity>(), house.Get<SecurityCases>());
        var id = await own.Report(house.David, Suspicion("Mine"));
        (await Should.ThrowAsync<Refusal>(() => own.Status(house.Sara, house.David.CustomerId))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => cases.List(house.David, new CaseFilter()))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await Should.ThrowAsync<Refusal>(() => cases.Get(house.Olga, id))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => cases.Work(house.Olga, id, new CaseStep { State = "resolved" }))).Kind.ShouldBe(
            RefusalKind.NotFound
        );
        (await Should.ThrowAsync<Refusal>(() => cases.Work(house.Karim, id, new CaseStep()))).Kind.ShouldBe(RefusalKind.Invalid);
        (await Should.ThrowAsync<Refusal>(() => cases.Work(house.Karim, id, new CaseStep { State = "gone" }))).Kind.ShouldBe(
            RefusalKind.Invalid
        );
        (await cases.List(house.Olga, new CaseFilter(Reports: true))).Items.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Enabling_begins_and_does_not_pretend(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var own = house.Get<OwnSecurity>();
        (await own.BeginSecondFactor(house.Karim, house.David.CustomerId!.Value)).ShouldBeFalse();
        await house.Drain();
        (await Mails(house)).ShouldBe("1", "The owner is told where it is set up.");
        (await own.Status(house.David)).TwoFactorEnabled.ShouldBeFalse();
        await Accounts.SecondFactorTests.On(house, house.David);
        (await own.BeginSecondFactor(house.David, house.David.CustomerId!.Value)).ShouldBeTrue();
        (await own.Status(house.David)).TwoFactorEnabled.ShouldBeTrue();
        (await own.Recommendations(house.David)).ShouldNotContain(r => r.Action == "enable-2fa");
    }

    private static SuspicionInput Suspicion(string text) => new() { ActivityType = "unusual_login", Description = text };

    private static Task<SignInOutcome> In(House house, string device, string address) =>
        house
            .Get<SignIns>()
            .WithPassword(
                new Credentials { Email = "david@example.com", Password = House.Password },
                house.At(address) with
                {
                    Device = device,
                },
                tokens: false
            );

    private static async Task Fail(House house, int times)
    {
        for (var i = 0; i < times; i++)
            await Should.ThrowAsync<Refusal>(() => house.SignIn(house.David, password: "not the password"));
        await house.Drain();
    }

    private static Task<string> Mails(House house) =>
        house.Database.Ask(
            "SELECT COUNT(*) FROM \"Notifications\" WHERE \"Kind\" IN ('security', 'security_second_factor') AND \"Channel\" = 'Email'"
        );
}
