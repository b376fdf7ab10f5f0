using CsDashboard.Accounts;
using CsDashboard.Foundation;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Accounts;

public sealed class UsersTests
{
    [Theory, EachDatabase]
    public async Task Disabling_ends_every_session_and_refuses_further_verbs(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var karim = await house.SignIn(house.Karim, tokens: true);
        var actor = (await house.Get<Sessions>().OfToken(karim.Tokens!.Token, house.Clock))!;
        await house.Get<Users>().Disable(house.Amina, house.Karim.UserId!.Value);
        await ShouldBeOut(house, karim, actor);
        (await house.Events(house.Nour)).Count(e => e.Kind == nameof(UserDisabled)).ShouldBe(1);

        await house.Get<Users>().Disable(house.Amina, house.Karim.UserId.Value);
        (await house.Events(house.Nour)).Count(e => e.Kind == nameof(UserDisabled)).ShouldBe(1, "Doing it twice is no second event.");
    }

    [Theory, EachDatabase]
    public async Task Changing_a_role_ends_every_session_and_refuses_further_verbs(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var karim = await house.SignIn(house.Karim, tokens: true);
        var actor = (await house.Get<Sessions>().OfToken(karim.Tokens!.Token, house.Clock))!;
        await house.Get<Users>().SetRole(await house.In(house.Amina), house.Karim.UserId!.Value, Role.Admin);
        await ShouldBeOut(house, karim, actor);
        (await house.SignIn(house.Karim)).Actor.Role.ShouldBe(Role.Admin);
    }

    [Theory, EachDatabase]
    public async Task Changing_the_password_ends_every_other_session(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var here = (await house.SignIn(house.Karim)).Actor;
        var elsewhere = await house.SignIn(house.Karim, tokens: true);
        await house.Get<Users>().ChangePassword(here, new PasswordChange { Current = House.Password, Password = "another good one" });

        await ShouldBeOut(house, elsewhere, elsewhere.Actor);
        (await house.Get<Users>().Me(here)).Name.ShouldBe("Karim");
        (await Should.ThrowAsync<Refusal>(() => house.SignIn(house.Karim))).Kind.ShouldBe(RefusalKind.SignedOut);
        (await house.SignIn(house.Karim, password: "another good one")).User.Name.ShouldBe("Karim");
    }

    [Theory, EachDatabase]
    public async Task Changing_the_password_needs_the_current_one(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var karim = await house.In(house.Karim);
        (
            await Should.ThrowAsync<Refusal>(() =>
                house.Get<Users>().ChangePassword(karim, new PasswordChange { Current = "not mine", Password = "another good one" })
            )
        )
            .Fields.ShouldHaveSingleItem()
            .Field.ShouldBe("current");
        (
            await Should.ThrowAsync<Refusal>(() =>
                house.Get<Users>().ChangePassword(karim, new PasswordChange { Current = House.Password, Password = "short" })
            )
        )
            .Fields.ShouldHaveSingleItem()
            .Field.ShouldBe("password");
        (await house.SignIn(house.Karim)).User.Name.ShouldBe("Karim");
    }

    [Theory, EachDatabase]
    public async Task Somebody_invited_sets_a_password_once_and_signs_in(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var code = await Invite(house, role: "admin");
        (await Should.ThrowAsync<Refusal>(() => SignInAsNoor(house))).Kind.ShouldBe(RefusalKind.SignedOut, "There is no password yet.");

        await SetPassword(house, code);
        var noor = await SignInAsNoor(house);
        noor.User.Role.ShouldBe(Role.Admin);
        noor.User.TenantId.ShouldBe(house.Nour);
        (await Should.ThrowAsync<Refusal>(() => SetPassword(house, code))).Fields.ShouldHaveSingleItem().Field.ShouldBe("code");
        var set = (await house.Events(house.Nour)).Single(e => e.Kind == nameof(PasswordChanged));
        set.UserId.ShouldBe(noor.User.Id);
    }

    [Theory, EachDatabase]
    public async Task Of_two_who_use_a_code_at_once_one_succeeds(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var code = await Invite(house);
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(async i =>
                {
                    try
                    {
                        await SetPassword(house, code, "good words of mine " + i);
                        return "good words of mine " + i;
                    }
                    catch (Refusal refusal) when (refusal.Kind == RefusalKind.Invalid)
                    {
                        return null;
                    }
                })
        );
        (await SignInAsNoor(house, outcomes.OfType<string>().ShouldHaveSingleItem())).User.Name.ShouldBe("Noor");
    }

    [Theory, EachDatabase]
    public async Task An_invitation_is_good_for_forty_eight_hours(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var code = await Invite(house);
        house.Clock.AdvanceHours(48);
        (await Should.ThrowAsync<Refusal>(() => SetPassword(house, code))).Message.ShouldContain("expired");

        var another = await Invite(house);
        house.Clock.AdvanceHours(47.9);
        await SetPassword(house, another);
        (await SignInAsNoor(house)).User.Name.ShouldBe("Noor");
    }

    [Theory, EachDatabase]
    public async Task Inviting_again_replaces_the_code_and_makes_nobody_twice(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var first = await Invite(house);
        var second = await Invite(house, role: "admin");
        first.ShouldNotBe(second);
        (await Should.ThrowAsync<Refusal>(() => SetPassword(house, first))).Kind.ShouldBe(RefusalKind.Invalid);
        await SetPassword(house, second);
        (await SignInAsNoor(house)).User.Role.ShouldBe(Role.Admin);
        (await house.Get<UserLists>().List(house.Amina, new UserFilter { Search = "noor" })).Items.ShouldHaveSingleItem();
    }

    [Theory, EachDatabase]
    public async Task A_bad_password_does_not_use_the_code_up(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var code = await Invite(house);
        await Should.ThrowAsync<Refusal>(() => SetPassword(house, code, "short"));
        await SetPassword(house, code);
        (await SignInAsNoor(house)).User.Name.ShouldBe("Noor");
    }

    [Theory, EachDatabase("karim@example.com")]
    [EachDatabase("david@example.com")]
    [EachDatabase("omar@example.com")]
    public async Task Nobody_who_has_an_account_is_invited(DatabaseKind kind, string email)
    {
        await using var house = await House.On(kind);
        var amina = await house.In(house.Amina);
        var refusal = await Should.ThrowAsync<Refusal>(() =>
            house.Get<Users>().Invite(amina, new Invitation { Name = "Noor", Email = email })
        );
        (refusal.Kind, refusal.Code).ShouldBe((RefusalKind.Conflict, "email_taken"));
    }

    [Theory, EachDatabase]
    public async Task Somebody_invited_elsewhere_is_not_taken_over(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (code, omar) = (await Invite(house), await house.In(house.Omar));
        (
            await Should.ThrowAsync<Refusal>(() =>
                house.Get<Users>().Invite(omar, new Invitation { Name = "Noor", Email = "noor@example.com" })
            )
        ).Kind.ShouldBe(RefusalKind.Conflict);
        await SetPassword(house, code);
        (await SignInAsNoor(house)).User.TenantId.ShouldBe(house.Nour);
    }

    [Theory]
    [InlineData("customer")]
    [InlineData("system")]
    [InlineData("service")]
    [InlineData("2")]
    [InlineData("")]
    public async Task Only_agents_and_admins_are_invited(string role)
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        (await Should.ThrowAsync<Refusal>(() => Invite(house, role))).Fields.ShouldHaveSingleItem().Field.ShouldBe("role");
    }

    [Theory, EachDatabase]
    public async Task A_forgotten_password_is_reset_within_two_hours(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var before = await house.SignIn(house.David, tokens: true);
        (await house.Get<Users>().ForgotPassword("nobody@example.com", house.At())).ShouldBeNull();
        (await house.Get<Users>().ForgotPassword("no address", house.At())).ShouldBeNull();
        var (old, _) = (await house.Get<Users>().ForgotPassword("david@example.com", house.At()))!.Value;
        var (code, user) = (await house.Get<Users>().ForgotPassword(" DAVID@example.com", house.At()))!.Value;
        user.Id.ShouldBe(house.David.UserId!.Value);
        await Should.ThrowAsync<Refusal>(() => SetPassword(house, old));

        house.Clock.AdvanceHours(1.9);
        await SetPassword(house, code, "another good one");
        (await house.SignIn(house.David, password: "another good one")).User.Name.ShouldBe("David");
        await ShouldBeOut(house, before, before.Actor);

        (code, _) = (await house.Get<Users>().ForgotPassword("david@example.com", house.At()))!.Value;
        house.Clock.AdvanceHours(2);
        await Should.ThrowAsync<Refusal>(() => SetPassword(house, code));
    }

    [Theory, EachDatabase]
    public async Task A_disabled_account_resets_no_password(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Get<Users>().Disable(house.Amina, house.David.UserId!.Value);
        (await house.Get<Users>().ForgotPassword("david@example.com", house.At())).ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task The_last_admin_is_neither_disabled_nor_made_an_agent(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (users, amina, karim) = (house.Get<Users>(), house.Amina.UserId!.Value, house.Karim.UserId!.Value);
        (await Should.ThrowAsync<Refusal>(() => users.Disable(house.Product, amina))).Kind.ShouldBe(RefusalKind.Conflict);
        (await Should.ThrowAsync<Refusal>(() => users.SetRole(house.Product, amina, Role.Agent))).Kind.ShouldBe(RefusalKind.Conflict);
        (await Should.ThrowAsync<Refusal>(() => users.Disable(house.Amina, amina))).Kind.ShouldBe(RefusalKind.Conflict, "Nor oneself.");
        (await Should.ThrowAsync<Refusal>(() => users.SetRole(house.Amina, amina, Role.Agent))).Kind.ShouldBe(
            RefusalKind.Conflict,
            "Nor oneself."
        );

        await users.SetRole(house.Product, karim, Role.Admin);
        await users.Disable(house.Product, amina);
        (await Should.ThrowAsync<Refusal>(() => users.Disable(house.Product, karim))).Kind.ShouldBe(
            RefusalKind.Conflict,
            "A disabled admin is no other admin."
        );
    }

    [Theory, EachDatabase]
    public async Task Two_admins_who_disable_each_other_at_once_leave_one(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var users = house.Get<Users>();
        await users.SetRole(house.Product, house.Karim.UserId!.Value, Role.Admin);
        var karim = house.Karim with { Role = Role.Admin };
        var outcomes = await Task.WhenAll(
            new[] { (By: house.Amina, Of: karim), (By: karim, Of: house.Amina) }.Select(async pair =>
            {
                try
                {
                    await users.Disable(pair.By, pair.Of.UserId!.Value);
                    return true;
                }
                catch (Refusal refusal) when (refusal.Kind == RefusalKind.Conflict)
                {
                    return false;
                }
            })
        );
        outcomes.Count(done => done).ShouldBe(1);
        await using var db = house.Store.Open(house.Product);
        (await db.Users.CountAsync(u => u.Role == Role.Admin && u.DisabledAt == null)).ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task People_of_another_company_are_not_there(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (users, olga) = (house.Get<Users>(), house.Olga.UserId!.Value);
        foreach (
            var verb in new Func<Task>[]
            {
                () => users.Disable(house.Amina, olga),
                () => users.Enable(house.Amina, olga),
                () => users.SetRole(house.Amina, olga, Role.Admin),
            }
        )
            (await Should.ThrowAsync<Refusal>(verb)).Kind.ShouldBe(RefusalKind.NotFound);
        (await house.Get<UserLists>().List(house.Amina, new UserFilter { Search = "olga" })).Items.ShouldBeEmpty();
        (await house.Get<UserLists>().List(house.Amina)).Items.Select(u => u.Name).ShouldBe(["Amina", "David", "Karim", "Lena", "Sara"]);
        (await users.Colleagues(house.Karim)).Select(c => c.Name).ShouldBe(["Amina", "Karim", "Lena"]);
        (await house.SignIn(house.Olga)).User.Role.ShouldBe(Role.Agent);
    }

    [Theory, EachDatabase("Karim")]
    [EachDatabase("Sara")]
    public async Task Only_admins_manage_people(DatabaseKind kind, string name)
    {
        await using var house = await House.On(kind);
        var (users, actor, lena) = (house.Get<Users>(), name == "Karim" ? house.Karim : house.Sara, house.Lena.UserId!.Value);
        foreach (
            var verb in new Func<Task>[]
            {
                () => house.Get<UserLists>().List(actor),
                async () => await house.Get<UserLists>().Export(actor, new(), new()).ToListAsync(),
                () => users.Invite(actor, new Invitation { Name = "Noor", Email = "noor@example.com" }),
                () => users.Disable(actor, lena),
                () => users.Enable(actor, lena),
                () => users.SetRole(actor, lena, Role.Admin),
            }
        )
            (await Should.ThrowAsync<Refusal>(verb)).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Theory, EachDatabase]
    public async Task A_customer_becomes_no_member_of_staff_and_nobody_a_customer(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        (
            await Should.ThrowAsync<Refusal>(() => house.Get<Users>().SetRole(house.Amina, house.David.UserId!.Value, Role.Agent))
        ).Kind.ShouldBe(RefusalKind.Conflict);
        foreach (var role in new[] { Role.Customer, Role.System, Role.Service })
            (
                await Should.ThrowAsync<Refusal>(() => house.Get<Users>().SetRole(house.Amina, house.Karim.UserId!.Value, role))
            ).Kind.ShouldBe(RefusalKind.Invalid);
        (await Should.ThrowAsync<Refusal>(() => house.Get<Users>().Colleagues(house.David))).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Theory]
    [InlineData("Mars/Olympus", "timeZone")]
    [InlineData("UTC", "language")]
    public async Task A_profile_names_a_known_zone_and_language(string zone, string field)
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var input = new ProfileInput
        {
            Name = "Karim",
            Language = field == "language" ? "fr" : "en",
            TimeZone = zone,
        };
        (await Should.ThrowAsync<Refusal>(() => house.Get<Users>().ChangeProfile(house.Karim, input)))
            .Fields.ShouldHaveSingleItem()
            .Field.ShouldBe(field);
    }

    private static async Task<string> Invite(House house, string role = "agent") =>
        await house
            .Get<Users>()
            .Invite(
                await house.In(house.Amina),
                new Invitation
                {
                    Name = "Noor",
                    Email = "Noor@example.com",
                    Role = role,
                }
            );

    private static Task SetPassword(House house, string code, string password = "a good password") =>
        house.Get<Users>().SetPasswordByCode(new NewPassword { Code = code, Password = password }, house.At());

    private static Task<SignInOutcome> SignInAsNoor(House house, string password = "a good password") =>
        house.Get<SignIns>().WithPassword(new Credentials { Email = "noor@example.com", Password = password }, house.At(), tokens: false);

    private static async Task ShouldBeOut(House house, SignInOutcome outcome, Actor actor)
    {
        (await house.Get<Sessions>().OfToken(outcome.Tokens!.Token, house.Clock)).ShouldBeNull();
        (await Should.ThrowAsync<Refusal>(() => house.Get<Sessions>().Refresh(outcome.Tokens.RefreshToken, house.Clock))).Kind.ShouldBe(
            RefusalKind.SignedOut
        );
        (await Should.ThrowAsync<Refusal>(() => house.Get<Users>().Me(actor))).Kind.ShouldBe(RefusalKind.SignedOut);
        (
            await Should.ThrowAsync<Refusal>(() =>
                house
                    .Get<Users>()
                    .ChangeProfile(
                        actor,
                        new ProfileInput
                        {
                            Name = "Still me",
                            Language = "en",
                            TimeZone = "UTC",
                        }
                    )
            )
        ).Kind.ShouldBe(RefusalKind.SignedOut);
    }
}
