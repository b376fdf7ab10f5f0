using System.Diagnostics;
using CsDashboard.Foundation;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using CsDashboard.Vault;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Vault;

/// <summary>
/// contract: enhanced, Vault and PIN: attempts are recorded, five wrong ones lock for fifteen minutes, whatever door was tried.
/// </summary>
public sealed class PinsTests
{
    [Theory, EachDatabase]
    public async Task The_right_pin_opens_for_one_user_one_session_and_five_minutes(DatabaseKind kind)
    {
        await using var house = await VaultHouse.On(kind);
        var pins = house.Get<Pins>();
        var (amina, grant) = await house.Unlocked();
        (await pins.State(amina)).OpenUntil.ShouldBe(house.Clock.Now() + TimeSpan.FromMinutes(5));
        house.Get<Grants>().Of(amina).ShouldBe(grant);
        (await house.Kinds()).ShouldBe([nameof(PinAccessGranted)]);

        // Nor another session of the same person, nor another person with the same session's number.
        var elsewhere = (await house.SignIn(house.Amina, address: "198.51.100.2")).Actor;
        house.Get<Grants>().Of(elsewhere).ShouldBeNull();
        house.Get<Grants>().Of(house.Karim with { SessionId = amina.SessionId }).ShouldBeNull();
        Should.Throw<Refusal>(() => grant.Keys(elsewhere)).Kind.ShouldBe(RefusalKind.Forbidden);

        house.Clock.Advance(TimeSpan.FromSeconds(299));
        grant.IsOver.ShouldBeFalse();
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        grant.IsOver.ShouldBeTrue();
        house.Get<Grants>().Of(amina).ShouldBeNull();
        (await Should.ThrowAsync<Refusal>(() => house.Get<Candles>().List(amina, grant, new CandleFilter()))).Kind.ShouldBe(
            RefusalKind.Forbidden
        );
    }

    [Theory, EachDatabase]
    public async Task Five_wrong_pins_of_admins_by_whatever_door_lock_every_admin_out_and_tell_them(DatabaseKind kind)
    {
        await using var house = await VaultHouse.On(kind);
        var pins = house.Get<Pins>();
        var amina = (await house.SignIn(house.Amina)).Actor;
        for (var i = 0; i < 3; i++)
            (await Should.ThrowAsync<Refusal>(() => pins.Unlock(amina, "111222"))).Kind.ShouldBe(RefusalKind.SignedOut);
        (await pins.State(amina)).TriesLeft.ShouldBe(2);
        await Should.ThrowAsync<Refusal>(() => pins.Prove(amina, "111222"));
        (
            await Should.ThrowAsync<Refusal>(() =>
                pins.Change(
                    amina,
                    new PinChange
                    {
                        Old = "000111",
                        New = "804213",
                        Repeat = "804213",
                    }
                )
            )
        ).Kind.ShouldBe(RefusalKind.SignedOut);

        // Now the right one is refused too, by every door and for every admin; the other company is not concerned, nor is an agent who
        // guessed nothing.
        foreach (
            var attempt in new Func<Task>[]
            {
                () => pins.Unlock(amina, VaultHouse.Pin),
                () => pins.Prove(amina with { UserId = Guid.NewGuid() }, VaultHouse.Pin),
                () =>
                    pins.Change(
                        amina,
                        new PinChange
                        {
                            Old = VaultHouse.Pin,
                            New = "804213",
                            Repeat = "804213",
                        }
                    ),
            }
        )
        {
            var refusal = await Should.ThrowAsync<Refusal>(attempt);
            refusal.Kind.ShouldBe(RefusalKind.TooMany);
            refusal.RetryAfter.ShouldBe(TimeSpan.FromMinutes(15));
        }
        (await pins.Prove(house.Olga, VaultHouse.Pin)).Dispose();
        (await pins.Prove(house.Lena, VaultHouse.Pin)).Dispose();

        var kinds = await house.Kinds();
        kinds.Count(k => k == nameof(PinAccessDenied)).ShouldBe(8);
        kinds.Count(k => k == nameof(VaultLockedOut)).ShouldBe(1);
        kinds.ShouldNotContain(nameof(VaultPinChanged));
        await house.Drain();
        await using (var db = house.Store.Open(house.Product))
            (
                await db.Notifications.Where(n => n.Kind == "vault_locked" && n.Channel == Channel.Bell).Select(n => n.UserId).ToListAsync()
            ).ShouldBe([house.Amina.UserId]);

        house.Clock.AdvanceMinutes(15);
        (await pins.Unlock(amina, VaultHouse.Pin)).IsOver.ShouldBeFalse();
        (await pins.State(amina)).TriesLeft.ShouldBe(5);
    }

    [Theory, EachDatabase]
    public async Task Wrong_pins_of_agents_and_of_the_service_key_shut_the_vault_for_themselves_and_never_for_admins(DatabaseKind kind)
    {
        await using var house = await VaultHouse.On(kind);
        var pins = house.Get<Pins>();
        var service = new Actor
        {
            TenantId = house.Nour,
            Role = Role.Service,
            Name = "Service",
            Clock = house.Clock,
        };
        async Task Miss(Actor who, int times)
        {
            for (var i = 0; i < times; i++)
                (await Should.ThrowAsync<Refusal>(() => pins.Prove(who, "111222"))).Kind.ShouldBe(RefusalKind.SignedOut);
        }
        async Task Shut(Actor who) =>
            (await Should.ThrowAsync<Refusal>(() => pins.Prove(who, VaultHouse.Pin))).Kind.ShouldBe(RefusalKind.TooMany);
        await Miss(house.Karim, 5);
        await Shut(house.Karim);
        (await pins.State(house.Karim)).LockedUntil.ShouldBe(house.Clock.Now() + TimeSpan.FromMinutes(15));
        await Miss(service, 5);
        await Shut(service);
        (await pins.Prove(house.Lena, VaultHouse.Pin)).Dispose();
        (await pins.State(house.Amina)).TriesLeft.ShouldBe(5);
        (await pins.Prove(house.Amina, VaultHouse.Pin)).Dispose();

        // All of them together have twenty, so that many accounts don't give many more guesses.
        await Miss(house.Lena, 5);
        await Miss(await house.Newcomer(house.Product, "Fourth"), 5);
        await Shut(await house.Newcomer(house.Product, "Fifth"));
        (await pins.Prove(house.Amina, VaultHouse.Pin)).Dispose();
        house.Clock.AdvanceMinutes(15);
        (await pins.Prove(house.Karim, VaultHouse.Pin)).Dispose();
    }

    [Theory, EachDatabase]
    public async Task Many_guesses_at_once_get_no_more_than_five_answers(DatabaseKind kind)
    {
        await using var house = await VaultHouse.On(kind);
        var pins = house.Get<Pins>();
        var guesses = await Task.WhenAll(
            Enumerable
                .Range(0, 30)
                .Select(i =>
                    Task.Run(async () =>
                    {
                        try
                        {
                            (await pins.Prove(house.Karim, i == 29 ? VaultHouse.Pin : $"11{i:0000}")).Dispose();
                            return RefusalKind.Conflict;
                        }
                        catch (Refusal refusal)
                        {
                            return refusal.Kind;
                        }
                    })
                )
        );
        guesses
            .Count(k => k == RefusalKind.SignedOut)
            .ShouldBeLessThanOrEqualTo(10, "Five in a row, and five more if the right one came between.");
        guesses.Count(k => k == RefusalKind.TooMany).ShouldBeGreaterThanOrEqualTo(19);
    }

    [Theory, EachDatabase]
    public async Task Misses_are_forgotten_a_quarter_of_an_hour_after_the_last(DatabaseKind kind)
    {
        await using var house = await VaultHouse.On(kind);
        var pins = house.Get<Pins>();
        for (var i = 0; i < 4; i++)
            await Should.ThrowAsync<Refusal>(() => pins.Prove(house.Karim, "111222"));
        house.Clock.AdvanceMinutes(15);
        (await pins.State(house.Karim)).TriesLeft.ShouldBe(5);
        (await Should.ThrowAsync<Refusal>(() => pins.Prove(house.Karim, "111222"))).Kind.ShouldBe(RefusalKind.SignedOut);
        (await pins.State(house.Karim)).TriesLeft.ShouldBe(4);
    }

    [Theory, EachDatabase]
    public async Task Changing_the_pin_needs_the_old_one_and_locks_what_is_open(DatabaseKind kind)
    {
        await using var house = await VaultHouse.On(kind);
        var pins = house.Get<Pins>();
        var (amina, grant) = await house.Unlocked();
        foreach (
            var (old, next, repeat, field) in new[]
            {
                (VaultHouse.Pin, "804213", "804214", "repeat"),
                (VaultHouse.Pin, "777777", "777777", "new"),
                (VaultHouse.Pin, "345678", "345678", "new"),
                (VaultHouse.Pin, VaultHouse.Pin, VaultHouse.Pin, "new"),
                (VaultHouse.Pin, "80421", "80421", "new"),
                (null, "804213", "804213", "old"),
            }
        )
            (
                await Should.ThrowAsync<Refusal>(() =>
                    pins.Change(
                        amina,
                        new PinChange
                        {
                            Old = old,
                            New = next,
                            Repeat = repeat,
                        }
                    )
                )
            ).Fields.ShouldHaveSingleItem().Field.ShouldBe(field);
        (
            await Should.ThrowAsync<Refusal>(() =>
                pins.Change(
                    house.Karim,
                    new PinChange
                    {
                        Old = VaultHouse.Pin,
                        New = "804213",
                        Repeat = "804213",
                    }
                )
            )
        ).Kind.ShouldBe(RefusalKind.Forbidden);

        await pins.Change(
            amina,
            new PinChange
            {
                Old = VaultHouse.Pin,
                New = "٨٠٤٢١٣",
                Repeat = " 804213 ",
            }
        );
        grant.IsOver.ShouldBeTrue();
        await Should.ThrowAsync<Refusal>(() => pins.Unlock(amina, VaultHouse.Pin));
        (await pins.Unlock(amina, "804213")).IsOver.ShouldBeFalse();
        (await house.Kinds()).ShouldContain(nameof(VaultPinChanged));
        // The other company goes on with the PIN of the settings.
        (await pins.Prove(house.Olga, VaultHouse.Pin)).Dispose();
    }

    [Theory, EachDatabase]
    public async Task Without_a_pin_in_the_settings_an_admin_sets_the_first(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var pins = house.Get<Pins>();
        var amina = (await house.SignIn(house.Amina)).Actor;
        (await pins.State(amina)).HasPin.ShouldBeFalse();
        (await Should.ThrowAsync<Refusal>(() => pins.Unlock(amina, VaultHouse.Pin))).Code.ShouldBe("pin_not_set");
        await pins.Change(amina, new PinChange { New = "804213", Repeat = "804213" });
        (await pins.Unlock(amina, "804213")).IsOver.ShouldBeFalse();
        // From here on it takes the old one.
        await Should.ThrowAsync<Refusal>(() => pins.Change(amina, new PinChange { New = "551902", Repeat = "551902" }));
    }

    [Theory]
    [InlineData("231806")]
    [InlineData("  231806 ")]
    [InlineData("٢٣١٨٠٦")]
    [InlineData("۲۳۱۸۰۶")]
    public void A_pin_is_read_in_every_script_it_is_typed_in(string typed) => Pins.Read(typed).ShouldBe("231806");

    [Theory]
    [
        InlineData(null),
        InlineData(""),
        InlineData("23180"),
        InlineData("2318066"),
        InlineData("23180a"),
        InlineData("-23180"),
        InlineData("23 1806"),
        InlineData("१२३४५६")
    ]
    public void What_is_not_six_digits_is_refused(string? typed) =>
        Should.Throw<Refusal>(() => Pins.Read(typed)).Fields.ShouldHaveSingleItem().Field.ShouldBe("pin");

    [Fact]
    public async Task The_pin_lies_stretched_and_the_key_file_is_for_the_service_alone()
    {
        await using var house = await House.On(DatabaseKind.Sqlite, services => services.WithRealHashes());
        var amina = (await house.SignIn(house.Amina)).Actor;
        await house.Get<Pins>().Change(amina, new PinChange { New = "804213", Repeat = "804213" });
        var began = Stopwatch.GetTimestamp();
        (await house.Get<Pins>().Prove(amina, "804213")).Dispose();
        Stopwatch.GetElapsedTime(began).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(30), "Not stretched.");
        var row = await house.Database.Ask("SELECT hex(PinHash) || ' ' || Rounds || ' ' || length(Salt) FROM VaultLocks");
        row.ShouldEndWith(" 210000 16");
        row.ShouldNotContain("383034323133", customMessage: "The PIN itself.");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path.Combine(house.Database.Folder, "keys", "vault.key"))
                .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Signing_out_drops_the_key_at_once()
    {
        await using var house = await VaultHouse.On(DatabaseKind.Sqlite);
        var (amina, grant) = await house.Unlocked();
        await house.Get<CsDashboard.Accounts.Sessions>().SignOut(amina);
        grant.IsOver.ShouldBeTrue();
        house.Get<Grants>().Of(amina).ShouldBeNull();
    }

    [Fact]
    public async Task Customers_and_agents_do_not_open_the_page()
    {
        await using var house = await VaultHouse.On(DatabaseKind.Sqlite);
        foreach (var person in new[] { house.Sara, house.Karim })
            (await Should.ThrowAsync<Refusal>(() => house.Get<Pins>().Unlock(person, VaultHouse.Pin))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await Should.ThrowAsync<Refusal>(() => house.Get<Pins>().Prove(house.Sara, VaultHouse.Pin))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await house.Kinds()).ShouldBeEmpty();
    }
}
