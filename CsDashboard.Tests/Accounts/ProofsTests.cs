using CsDashboard.Accounts;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Accounts;

/// <summary>Changing what lets people in needs a recent proof in a browser; and a reset removes whatever was planted.</summary>
public sealed class ProofsTests
{
    [Theory, EachDatabase]
    public async Task Whatever_lets_somebody_in_is_changed_only_with_a_proof_of_the_last_ten_minutes(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (david, amina) = (await house.In(house.David), await house.In(house.Amina));
        await house.Get<Passkeys>().Add(david, "Old", Key(1));
        var passkey = (await house.Get<Passkeys>().Mine(david)).ShouldHaveSingleItem().Id;
        var factor = await SecondFactorTests.On(house, house.Karim);
        factor.ShouldNotBeEmpty();
        (await house.Get<Proofs>().Holds(david)).ShouldBeTrue("Who has just signed in has shown it.");
        house.Clock.AdvanceMinutes(10);
        (await house.Get<Proofs>().Holds(david)).ShouldBeFalse();

        foreach (var verb in Verbs(house, david, amina, passkey))
        {
            var refusal = await Should.ThrowAsync<Refusal>(verb);
            (refusal.Kind, refusal.Code).ShouldBe((RefusalKind.Forbidden, Proofs.Needed));
        }
        await house.Get<Proofs>().Give(david, new PasswordProof { Password = House.Password });
        await house.Get<Proofs>().Give(amina, new PasswordProof { Password = House.Password });
        foreach (var verb in Verbs(house, david, amina, passkey))
            await verb();
    }

    [Theory, EachDatabase]
    public async Task A_program_changes_nothing_of_what_lets_somebody_in_and_shows_nothing(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        async Task<Actor> Program(Actor person) => (await house.SignIn(person, tokens: true)).Actor;
        var (david, amina) = (await Program(house.David), await Program(house.Amina));
        foreach (var actor in new[] { david, house.David })
        {
            foreach (
                var verb in Verbs(house, actor, actor == david ? amina : house.Amina, null)
                    .Concat([
                        () => house.Get<Proofs>().Give(actor, new PasswordProof { Password = House.Password }),
                        () =>
                            house
                                .Get<Users>()
                                .ChangePassword(actor, new PasswordChange { Current = House.Password, Password = "another good one" }),
                        () =>
                            house.Get<SecondFactors>().SwitchOff(actor, new PasswordAndCode { Password = House.Password, Code = "000000" }),
                        () =>
                            house.Get<SecondFactors>().NewCodes(actor, new PasswordAndCode { Password = House.Password, Code = "000000" }),
                    ])
            )
                (await Should.ThrowAsync<Refusal>(verb)).Code.ShouldBe("browser_only");
        }
    }

    [Theory, EachDatabase]
    public async Task Wrong_passwords_in_an_open_page_are_held_off_and_shut_nobody_out(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (here, there) = (await house.In(house.David), await house.In(house.David));
        Func<string, Task>[] doors =
        [
            p => house.Get<Proofs>().Give(here, new PasswordProof { Password = p }),
            p => house.Get<Users>().ChangePassword(there, new PasswordChange { Current = p, Password = "another good one" }),
            p => house.Get<SecondFactors>().SwitchOff(here, new PasswordAndCode { Password = p, Code = "000000" }),
            p => house.Get<SecondFactors>().NewCodes(there, new PasswordAndCode { Password = p, Code = "000000" }),
        ];
        for (var i = 0; i < 5; i++)
            (await Should.ThrowAsync<Refusal>(() => doors[i % 4]("not it"))).Kind.ShouldBe(RefusalKind.Invalid);
        foreach (var door in doors)
            (await Should.ThrowAsync<Refusal>(() => door(House.Password))).Kind.ShouldBe(
                RefusalKind.TooMany,
                "Counted by user, through every door and session."
            );
        (await house.Events(house.Nour)).Count(e => e.Kind == nameof(ProofFailed)).ShouldBe(5);
        (await house.SignIn(house.David, address: "192.0.2.1")).User.Name.ShouldBe("David");
        house.Clock.AdvanceMinutes(15.1);
        await house.Get<Proofs>().Give(here, new PasswordProof { Password = House.Password });
    }

    [Theory, EachDatabase]
    public async Task Of_many_passwords_at_once_in_an_open_page_five_are_answered(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var david = await house.In(house.David);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 30)
                .Select(i =>
                    Task.Run(() =>
                        Should.ThrowAsync<Refusal>(() => house.Get<Proofs>().Give(david, new PasswordProof { Password = "guess " + i }))
                    )
                )
        );
        answers.Count(a => a.Kind == RefusalKind.Invalid).ShouldBeLessThanOrEqualTo(5);
        answers.ShouldAllBe(a => a.Kind == RefusalKind.Invalid || a.Kind == RefusalKind.TooMany);
    }

    [Theory, EachDatabase]
    public async Task A_code_and_a_passkey_are_proofs_too(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (david, proofs, passkeys) = (await house.In(house.David), house.Get<Proofs>(), house.Get<Passkeys>());
        await passkeys.Add(david, "Phone", Key(1));
        await passkeys.Add(await house.In(house.Sara), "Hers", Key(2));
        var key = await SecondFactorTests.On(house, house.David);
        house.Clock.AdvanceMinutes(11);
        (await Should.ThrowAsync<Refusal>(() => house.Get<SecondFactors>().Prove(david, new CodeInput { Code = "000000" }))).Kind.ShouldBe(
            RefusalKind.Invalid
        );
        (await Should.ThrowAsync<Refusal>(() => passkeys.Prove(david, Key(2)))).Kind.ShouldBe(RefusalKind.Invalid, "Somebody else's.");
        (await proofs.Holds(david)).ShouldBeFalse();
        await house.Get<SecondFactors>().Prove(david, new CodeInput { Code = Totp.CodeAt(key, Totp.StepAt(house.Clock.GetUtcNow())) });
        (await proofs.Holds(david)).ShouldBeTrue();
        house.Clock.AdvanceMinutes(11);
        await passkeys.Prove(david, Key(1));
        (await proofs.Holds(david)).ShouldBeTrue();
        (await proofs.Holds(await house.In(house.David))).ShouldBeTrue();
    }

    [Theory, EachDatabase]
    public async Task A_key_that_waits_is_one_sessions_and_dies_after_a_quarter_of_an_hour(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (factors, here, there) = (house.Get<SecondFactors>(), await house.In(house.David), await house.In(house.David));
        var seen = (await factors.Begin(there)).Key;
        var own = (await factors.Begin(here)).Key;
        own.ShouldNotBe(seen);
        string Code(string key) => Totp.CodeAt(SecondFactorTests.Decoded(key), Totp.StepAt(house.Clock.GetUtcNow()));
        (await Should.ThrowAsync<Refusal>(() => factors.Confirm(there, new CodeInput { Code = Code(seen) }))).Kind.ShouldBe(
            RefusalKind.Conflict
        );
        (await Should.ThrowAsync<Refusal>(() => factors.Confirm(there, new CodeInput { Code = Code(own) }))).Kind.ShouldBe(
            RefusalKind.Conflict
        );
        house.Clock.AdvanceMinutes(15);
        await house.Get<Proofs>().Give(here, new PasswordProof { Password = House.Password });
        (await Should.ThrowAsync<Refusal>(() => factors.Confirm(here, new CodeInput { Code = Code(own) }))).Kind.ShouldBe(
            RefusalKind.Conflict
        );
        var fresh = (await factors.Begin(here)).Key;
        fresh.ShouldNotBe(own);
        (await factors.Confirm(here, new CodeInput { Code = Code(fresh) })).Count.ShouldBe(10);
    }

    [Theory, EachDatabase(false)]
    [EachDatabase(true)]
    public async Task A_reset_by_mail_ends_what_was_planted(DatabaseKind kind, bool keepsPasskeys)
    {
        await using var house = await House.On(kind);
        var (users, intruder) = (house.Get<Users>(), await house.In(house.David));
        await house.Get<Passkeys>().Add(intruder, "Not his", Key(1));
        var key = (await house.Get<SecondFactors>().Begin(intruder)).Key;
        var (code, user) = (await users.ForgotPassword("david@example.com", house.At()))!.Value;
        (await users.PasskeysOfCode(code, house.Clock))
            .ShouldHaveSingleItem()
            .Name.ShouldBe("Not his", "The owner is shown what there is.");
        (await Should.ThrowAsync<Refusal>(() => users.PasskeysOfCode("another", house.Clock))).Kind.ShouldBe(RefusalKind.Invalid);

        await users.SetPasswordByCode(
            new NewPassword
            {
                Code = code,
                Password = "another good one",
                KeepPasskeys = keepsPasskeys,
            },
            house.At()
        );

        var owner = (await house.SignIn(house.David, password: "another good one")).Actor;
        (await house.Get<Passkeys>().Mine(owner)).Count.ShouldBe(keepsPasskeys ? 1 : 0);
        await using var db = house.Store.Open(house.Product);
        var account = await db.Users.SingleAsync(u => u.Id == user.Id);
        if (keepsPasskeys)
            (await house.Get<SignIns>().WithPasskey(account, Key(1), house.At())).User.Name.ShouldBe("David");
        else
            (await Should.ThrowAsync<Refusal>(() => house.Get<SignIns>().WithPasskey(account, Key(1), house.At()))).Kind.ShouldBe(
                RefusalKind.SignedOut
            );
        (await house.Get<SecondFactors>().Begin(owner)).Key.ShouldNotBe(key);
        (await house.Events(house.Nour)).Count(e => e.Kind == nameof(PasskeyRemoved)).ShouldBe(keepsPasskeys ? 0 : 1);
    }

    public enum Change
    {
        Password,
        Reset,
        Disabled,
        SuspendedCustomer,
        Role,
        FactorOn,
        FactorOff,
        FactorTaken,
        NewCodes,
    }

    [Theory, EachDatabase(Change.Password)]
    [EachDatabase(Change.Reset)]
    [EachDatabase(Change.Disabled)]
    [EachDatabase(Change.SuspendedCustomer)]
    [EachDatabase(Change.Role)]
    [EachDatabase(Change.FactorOn)]
    [EachDatabase(Change.FactorOff)]
    [EachDatabase(Change.FactorTaken)]
    [EachDatabase(Change.NewCodes)]
    public async Task Every_link_that_was_sent_before_a_change_is_dead_after_it(DatabaseKind kind, Change change)
    {
        await using var house = await House.On(kind);
        var (users, factors, amina) = (house.Get<Users>(), house.Get<SecondFactors>(), await house.In(house.Amina));
        var who = change == Change.SuspendedCustomer ? house.David : house.Karim;
        var inside = await house.In(who);
        var key = change is Change.FactorOff or Change.FactorTaken or Change.NewCodes ? await SecondFactorTests.On(house, who) : [];
        house.Clock.AdvanceSeconds(30);
        string Code() => Totp.CodeAt(key, Totp.StepAt(house.Clock.GetUtcNow()));
        var (reset, _) = (await users.ForgotPassword(NamedCast.EmailOf(who), house.At()))!.Value;
        var (invitation, confirmation) = (
            await Laid(house, who, CodePurpose.Invitation),
            await Laid(house, who, CodePurpose.EmailConfirmation)
        );
        switch (change)
        {
            case Change.Password:
                await users.ChangePassword(inside, new PasswordChange { Current = House.Password, Password = "another good one" });
                break;
            case Change.Reset:
                await users.SetPasswordByCode(new NewPassword { Code = reset, Password = "another good one" }, house.At());
                break;
            case Change.Disabled:
                await users.Disable(amina, who.UserId!.Value);
                await users.Enable(amina, who.UserId.Value);
                break;
            case Change.SuspendedCustomer:
                await house
                    .Get<CsDashboard.Customers.CustomerRecords>()
                    .SetStatus(amina, who.CustomerId!.Value, CsDashboard.Customers.CustomerStatus.Suspended);
                break;
            case Change.Role:
                await users.SetRole(amina, who.UserId!.Value, Role.Admin);
                break;
            case Change.FactorOn:
                await SecondFactorTests.On(house, who);
                break;
            case Change.FactorOff:
                await factors.SwitchOff(inside, new PasswordAndCode { Password = House.Password, Code = Code() });
                break;
            case Change.FactorTaken:
                await factors.Reset(amina, who.UserId!.Value);
                break;
            case Change.NewCodes:
                await factors.NewCodes(inside, new PasswordAndCode { Password = House.Password, Code = Code() });
                break;
        }
        foreach (var code in new[] { reset, invitation })
            (
                await Should.ThrowAsync<Refusal>(() =>
                    users.SetPasswordByCode(new NewPassword { Code = code, Password = "a third good one" }, house.At())
                )
            )
                .Fields.ShouldHaveSingleItem()
                .Field.ShouldBe("code");
        await users.ConfirmEmail(confirmation, house.At());
    }

    private static IEnumerable<Func<Task>> Verbs(House house, Actor own, Actor admin, Guid? passkey) =>
        [
            () => house.Get<Passkeys>().Add(own, "New", Key(9)),
            .. passkey is { } id ? new Func<Task>[] { () => house.Get<Passkeys>().Remove(own, id) } : [],
            () => house.Get<SecondFactors>().Begin(own),
            async () =>
                await house
                    .Get<SecondFactors>()
                    .Confirm(
                        own,
                        new CodeInput
                        {
                            Code = Totp.CodeAt(
                                SecondFactorTests.Decoded((await house.Get<SecondFactors>().Begin(own)).Key),
                                Totp.StepAt(house.Clock.GetUtcNow())
                            ),
                        }
                    ),
            () =>
                house
                    .Get<Users>()
                    .Invite(
                        admin,
                        new Invitation
                        {
                            Name = "Noor",
                            Email = "noor@example.com",
                            Role = "admin",
                        }
                    ),
            () => house.Get<Users>().SetRole(admin, house.Lena.UserId!.Value, Role.Admin),
            () => house.Get<SecondFactors>().Reset(admin, house.Karim.UserId!.Value),
        ];

    // An open link beside the reset link; the cast have passwords and confirmed addresses, so the test puts it there.
    private static Task<string> Laid(House house, Actor who, CodePurpose purpose) =>
        house.Store.Write(
            house.Product,
            db =>
            {
                var code = Sessions.NewSecret();
                db.OneTimeCodes.Add(
                    new OneTimeCode
                    {
                        UserId = who.UserId!.Value,
                        Purpose = purpose,
                        Hash = Sessions.Hash(code),
                        ExpiresAt = house.Clock.GetUtcNow().AddHours(48),
                    }
                );
                return Task.FromResult(code);
            }
        );

    internal static UserPasskeyInfo Key(byte number) =>
        new(
            [number, 1, 2, 3],
            [4, 5, 6],
            DateTimeOffset.UnixEpoch,
            0,
            [],
            isUserVerified: true,
            isBackupEligible: false,
            isBackedUp: false,
            [7],
            [8]
        );
}
