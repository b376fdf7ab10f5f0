using System.Buffers.Binary;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Tests.Accounts;

public sealed class SignInsTests
{
    [Theory, EachDatabase]
    public async Task The_address_may_be_typed_in_any_form_of_the_same_mailbox(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var outcome = await house
            .Get<SignIns>()
            .WithPassword(new Credentials { Email = "  KARIM@example.COM ", Password = House.Password }, house.At(), tokens: false);
        outcome.User.Name.ShouldBe("Karim");
        outcome.User.Company.ShouldBe("Nour");
        outcome.Tokens.ShouldBeNull();
        outcome.Actor.SessionId.ShouldNotBeNull();
    }

    [Theory, EachDatabase]
    public async Task A_sign_in_is_written_into_the_history_of_the_company(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.SignIn(house.Karim, address: "198.51.100.77");
        var row = (await house.Events(house.Nour))[^1];
        row.Kind.ShouldBe(nameof(SignedIn));
        row.UserId.ShouldBe(house.Karim.UserId);
        row.Address.ShouldBe("198.51.100.77");
    }

    [Theory, EachDatabase]
    public async Task An_unknown_account_and_a_wrong_password_are_refused_in_the_same_words(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var wrong = await Refused(house, "karim@example.com", "198.51.100.1");
        var unknown = await Refused(house, "nobody@example.com", "198.51.100.2");
        wrong.Kind.ShouldBe(RefusalKind.SignedOut);
        (unknown.Kind, unknown.Code, unknown.Message, unknown.Fields.Count, unknown.RetryAfter).ShouldBe(
            (wrong.Kind, wrong.Code, wrong.Message, wrong.Fields.Count, wrong.RetryAfter)
        );
        (await Refused(house, "no address", "198.51.100.3")).Message.ShouldBe(wrong.Message);
    }

    [Theory, EachDatabase]
    public async Task Unknown_accounts_are_locked_like_known_ones(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        for (var i = 0; i < 5; i++)
            (await Refused(house, "nobody@example.com", "198.51.100.1")).Kind.ShouldBe(RefusalKind.SignedOut);
        (await Refused(house, "nobody@example.com", "198.51.100.1")).Kind.ShouldBe(RefusalKind.TooMany);
    }

    [Theory, EachDatabase]
    public async Task Five_failures_lock_the_account_for_that_address_for_fifteen_minutes(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        for (var i = 0; i < 4; i++)
            await Refused(house, "karim@example.com", "198.51.100.1");
        (await house.SignIn(house.Karim, address: "198.51.100.1")).User.Name.ShouldBe("Karim", "Four are not five.");
        (await Refused(house, "karim@example.com", "198.51.100.1")).Kind.ShouldBe(
            RefusalKind.SignedOut,
            "The fifth failure is still told as a wrong password."
        );

        var locked = await Should.ThrowAsync<Refusal>(() => house.SignIn(house.Karim, address: "198.51.100.1"));
        locked.Kind.ShouldBe(RefusalKind.TooMany);
        locked.RetryAfter.ShouldBe(TimeSpan.FromMinutes(15));
        locked.Message.ShouldContain("15 minutes");
        (await house.Events(house.Nour)).ShouldContain(e => e.Kind == nameof(AccountLocked) && e.SubjectId == house.Karim.UserId);

        house.Clock.AdvanceMinutes(14.9);
        (await Should.ThrowAsync<Refusal>(() => house.SignIn(house.Karim, address: "198.51.100.1"))).RetryAfter.ShouldBe(
            TimeSpan.FromSeconds(6)
        );
        house.Clock.AdvanceMinutes(0.2);
        (await house.SignIn(house.Karim, address: "198.51.100.1")).User.Name.ShouldBe("Karim");
    }

    [Theory, EachDatabase]
    public async Task Another_address_gets_in_while_one_is_locked_until_it_fails_itself(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        for (var i = 0; i < 5; i++)
            await Refused(house, "karim@example.com", "198.51.100.1");
        (await house.SignIn(house.Karim, address: "198.51.100.2")).User.Name.ShouldBe(
            "Karim",
            "The lock is on the pair of account and address."
        );

        await Refused(house, "karim@example.com", "198.51.100.2");
        (await Should.ThrowAsync<Refusal>(() => house.SignIn(house.Karim, address: "198.51.100.2"))).Kind.ShouldBe(
            RefusalKind.TooMany,
            "Failures of the account count from every address."
        );
    }

    [Theory, EachDatabase]
    public async Task Failures_of_one_address_count_over_all_accounts(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        foreach (var name in new[] { "amina", "karim", "lena", "sara" })
            await Refused(house, name + "@example.com", "198.51.100.1");
        await Refused(house, "david@example.com", "198.51.100.1");

        (await Should.ThrowAsync<Refusal>(() => house.SignIn(house.David, address: "198.51.100.1"))).Kind.ShouldBe(RefusalKind.TooMany);
        (await house.SignIn(house.Karim, address: "198.51.100.1")).User.Name.ShouldBe(
            "Karim",
            "Only the pair that failed fifth is locked."
        );
        (await house.SignIn(house.David, address: "198.51.100.2")).User.Name.ShouldBe("David");
    }

    [Theory, EachDatabase]
    public async Task Failures_older_than_fifteen_minutes_are_forgotten(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        for (var i = 0; i < 4; i++)
            await Refused(house, "karim@example.com", "198.51.100.1");
        house.Clock.AdvanceMinutes(15);
        await Refused(house, "karim@example.com", "198.51.100.1");
        (await house.SignIn(house.Karim, address: "198.51.100.1")).User.Name.ShouldBe("Karim");
    }

    [Theory, EachDatabase]
    public async Task A_right_guess_among_many_made_at_once_does_not_get_in_when_the_others_failed_first(DatabaseKind kind)
    {
        var gate = new SlowHasher(new PasswordHasher<User>());
        await using var house = await House.On(kind, s => s.AddSingleton<IPasswordHasher<User>>(gate));
        gate.Hold = House.Password;
        var right = Task.Run(() => house.SignIn(house.Karim, address: "198.51.100.1"));
        await gate.Held.Task;
        for (var i = 0; i < 5; i++)
            await Refused(house, "karim@example.com", "198.51.100.1");
        gate.LetGo.Set();
        (await Should.ThrowAsync<Refusal>(right)).Kind.ShouldBe(RefusalKind.TooMany);
    }

    [Theory, EachDatabase]
    public async Task The_right_password_of_a_disabled_account_is_told_and_counted_as_a_wrong_one(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Get<Users>().Disable(house.Amina, house.Karim.UserId!.Value);
        var right = await Should.ThrowAsync<Refusal>(() => house.SignIn(house.Karim, address: "198.51.100.9"));
        Told(right).ShouldBe(Told(await Refused(house, "karim@example.com", "198.51.100.9")));
        for (var i = 0; i < 3; i++)
            Told(await Should.ThrowAsync<Refusal>(() => house.SignIn(house.Karim, address: "198.51.100.9"))).ShouldBe(Told(right));
        (await Should.ThrowAsync<Refusal>(() => house.SignIn(house.Karim, address: "198.51.100.9"))).Kind.ShouldBe(RefusalKind.TooMany);

        await house.Get<Users>().Enable(house.Amina, house.Karim.UserId!.Value);
        (await house.SignIn(house.Karim)).User.Name.ShouldBe("Karim");
    }

    // A plain account, one with a second factor asked without and with a code, one that is switched off, one that is not there.
    [Theory, EachDatabase("karim", false)]
    [EachDatabase("david", false)]
    [EachDatabase("david", true)]
    [EachDatabase("lena", false)]
    [EachDatabase("nobody", false)]
    public async Task Of_forty_guesses_at_once_the_right_one_is_not_told_from_the_wrong(DatabaseKind kind, string name, bool withCode)
    {
        var hasher = new HeldHasher(new PasswordHasher<User>());
        await using var house = await House.On(kind, s => s.AddSingleton<IPasswordHasher<User>>(hasher));
        await SecondFactorTests.On(house, house.David);
        await house.Get<Users>().Disable(house.Amina, house.Lena.UserId!.Value);
        Task<Refusal> Try(string password) =>
            Task.Run(() =>
                Should.ThrowAsync<Refusal>(() =>
                    house
                        .Get<SignIns>()
                        .WithPassword(
                            new Credentials
                            {
                                Email = name + "@example.com",
                                Password = password,
                                Code = withCode ? "000000" : null,
                            },
                            house.At("198.51.100.1"),
                            tokens: false
                        )
                )
            );
        for (var i = 0; i < 4; i++)
            await Try("guess");
        // The right password is being compared while one more wrong one closes the account.
        hasher.Right = House.Password;
        var right = Try(House.Password);
        await hasher.Held(1);
        var wrong = await Task.WhenAll(Enumerable.Range(0, 38).Select(i => Try("guess " + i)));
        var late = await Try("guess");
        hasher.LetGo.Set();
        Told(await right).ShouldBe(Told(late));
        late.Kind.ShouldBe(RefusalKind.TooMany);
        wrong.ShouldAllBe(w => w.Kind == RefusalKind.TooMany || w.Kind == RefusalKind.SignedOut && w.Code == "authentication_required");
        wrong.Count(w => w.Kind == RefusalKind.SignedOut).ShouldBe(1, "Five in all.");
    }

    [Theory, EachDatabase]
    public async Task Only_a_few_guesses_for_one_account_run_at_once_and_others_are_not_kept_waiting(DatabaseKind kind)
    {
        var hasher = new HeldHasher(new PasswordHasher<User>()) { Right = "held" };
        await using var house = await House.On(kind, s => s.AddSingleton<IPasswordHasher<User>>(hasher));
        var held = Enumerable
            .Range(0, Turns.Most)
            .Select(_ => Task.Run(() => Should.ThrowAsync<Refusal>(() => house.SignIn(house.Karim, password: "held"))))
            .ToList();
        // With fewer cores than turns, the rest have taken a turn and wait for a core.
        while (house.Get<Passwords>().Inside < Turns.Most)
            await Task.Delay(5);
        foreach (var password in new[] { House.Password, "not it" })
            (await Should.ThrowAsync<Refusal>(() => house.SignIn(house.Karim, password: password))).Kind.ShouldBe(RefusalKind.TooMany);
        hasher.LetGo.Set();
        await Task.WhenAll(held);
        (await house.SignIn(house.Karim)).User.Name.ShouldBe("Karim");
    }

    [Fact]
    public async Task Hashes_run_as_many_at_once_as_there_are_cores_a_few_wait_and_the_rest_come_again()
    {
        var hasher = new HeldHasher(new PasswordHasher<User>()) { Right = "held" };
        await using var house = await House.On(DatabaseKind.Sqlite, s => s.AddSingleton<IPasswordHasher<User>>(hasher));
        var room = Passwords.AtOnce * (1 + Passwords.WaitingForEachCore);
        var many = Enumerable
            .Range(0, room)
            .Select(i =>
                Task.Run(() =>
                    Should.ThrowAsync<Refusal>(() =>
                        house
                            .Get<SignIns>()
                            .WithPassword(
                                new Credentials { Email = $"someone{i}@example.com", Password = "held" },
                                house.At($"192.0.2.{i}"),
                                tokens: false
                            )
                    )
                )
            )
            .ToList();
        await hasher.Held(Passwords.AtOnce);
        Refusal? refused = null;
        for (var i = 0; refused is null && i < 200; i++)
        {
            var one = house
                .Get<SignIns>()
                .WithPassword(new Credentials { Email = "one.more@example.com", Password = "held" }, house.At(), tokens: false);
            if (await Task.WhenAny(one, Task.Delay(100)) == one)
                refused = await Should.ThrowAsync<Refusal>(one);
        }
        refused.ShouldNotBeNull().Kind.ShouldBe(RefusalKind.TooMany);
        refused.RetryAfter.ShouldNotBeNull();
        hasher.Most.ShouldBe(Passwords.AtOnce);
        hasher.LetGo.Set();
        await Task.WhenAll(many);
        (await house.SignIn(house.Karim)).User.Name.ShouldBe("Karim");
    }

    [Theory, EachDatabase]
    public async Task One_network_of_ipv6_is_one_address(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        for (var i = 0; i < 5; i++)
            (await Refused(house, "karim@example.com", $"2001:db8:1:2::{i}")).Kind.ShouldBe(RefusalKind.SignedOut);
        (await Should.ThrowAsync<Refusal>(() => house.SignIn(house.Karim, address: "2001:db8:1:2:ffff::1"))).Kind.ShouldBe(
            RefusalKind.TooMany
        );
        (await house.SignIn(house.Karim, address: "2001:db8:1:3::1")).User.Name.ShouldBe("Karim");
    }

    [Theory, EachDatabase]
    public async Task One_network_does_not_try_one_password_on_every_account(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        (
            await house
                .Get<SignIns>()
                .WithPassword(
                    new Credentials { Email = "lena@example.com", Password = House.Password },
                    house.At("198.51.100.1") with
                    {
                        Device = Mark,
                    },
                    tokens: false
                )
        ).User.Name.ShouldBe("Lena");
        for (var i = 0; i < 10; i++)
            (await Refused(house, $"someone{i}@example.com", "198.51.100.1")).Kind.ShouldBe(RefusalKind.SignedOut);
        (await Refused(house, "another@example.com", "198.51.100.1")).Kind.ShouldBe(RefusalKind.TooMany);
        (await Should.ThrowAsync<Refusal>(() => house.SignIn(house.David, address: "198.51.100.1"))).Kind.ShouldBe(RefusalKind.TooMany);
        (await house.SignIn(house.David, address: "198.51.100.2")).User.Name.ShouldBe("David");
        (
            await house
                .Get<SignIns>()
                .WithPassword(
                    new Credentials { Email = "lena@example.com", Password = House.Password },
                    house.At("198.51.100.1") with
                    {
                        Device = Mark,
                    },
                    tokens: false
                )
        ).User.Name.ShouldBe("Lena", "Her browser is known: whoever else is in the network does not keep her out.");
    }

    [Theory, EachDatabase]
    public async Task Many_networks_together_close_an_account_to_strangers_and_not_to_its_owner(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var key = await SecondFactorTests.On(house, house.David);
        Task<SignInOutcome> In(string address, string? code, string? device = null, string password = House.Password) =>
            house
                .Get<SignIns>()
                .WithPassword(
                    new Credentials
                    {
                        Email = "david@example.com",
                        Password = password,
                        Code = code,
                    },
                    house.At(address) with
                    {
                        Device = device,
                    },
                    tokens: false
                );
        string Code() => Totp.CodeAt(key, Totp.StepAt(house.Clock.GetUtcNow()));
        house.Clock.AdvanceSeconds(30);
        await In("192.0.2.1", Code(), Mark);
        for (var i = 0; i < 20; i++)
            (await Refused(house, "david@example.com", $"203.0.113.{i}")).Kind.ShouldBe(RefusalKind.SignedOut);

        var closed = await Refused(house, "david@example.com", "203.0.113.100");
        closed.Kind.ShouldBe(RefusalKind.TooMany);
        Told(await Should.ThrowAsync<Refusal>(() => In("203.0.113.101", null)))
            .ShouldBe(Told(closed), "The right password without more is told as a wrong one.");
        Told(await Should.ThrowAsync<Refusal>(() => In("203.0.113.102", "000000"))).ShouldBe(Told(closed));
        Told(await Should.ThrowAsync<Refusal>(() => In("203.0.113.103", "000000", password: "not it"))).ShouldBe(Told(closed));
        house.Clock.AdvanceSeconds(30);
        (await In("203.0.113.104", Code())).User.Name.ShouldBe("David", "Password and code together.");
        house.Clock.AdvanceSeconds(30);
        (await In("192.0.2.1", Code(), Mark)).User.Name.ShouldBe("David", "A browser that is known.");

        for (var i = 0; i < 5; i++)
            (await Should.ThrowAsync<Refusal>(() => In($"192.0.2.{i}", null, Mark, "not it"))).Kind.ShouldBe(RefusalKind.SignedOut);
        (await Should.ThrowAsync<Refusal>(() => In("192.0.2.99", null, Mark))).Kind.ShouldBe(
            RefusalKind.TooMany,
            "A known browser closes by its own misses, wherever it is."
        );
    }

    [Theory, EachDatabase]
    public async Task An_account_without_a_second_factor_is_closed_whatever_code_comes_along(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        for (var i = 0; i < 20; i++)
            await Refused(house, "karim@example.com", $"203.0.113.{i}");
        (
            await Should.ThrowAsync<Refusal>(() =>
                house
                    .Get<SignIns>()
                    .WithPassword(
                        new Credentials
                        {
                            Email = "karim@example.com",
                            Password = House.Password,
                            Code = "123456",
                        },
                        house.At("192.0.2.7"),
                        tokens: false
                    )
            )
        ).Kind.ShouldBe(RefusalKind.TooMany);
    }

    [Theory]
    [InlineData(null, "x", "email")]
    [InlineData(" ", "x", "email")]
    [InlineData("karim@example.com", null, "password")]
    [InlineData("karim@example.com", "", "password")]
    public async Task A_missing_field_is_named_and_counts_as_no_failure(string? email, string? password, string field)
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        for (var i = 0; i < 6; i++)
        {
            var refusal = await Should.ThrowAsync<Refusal>(() =>
                house.Get<SignIns>().WithPassword(new Credentials { Email = email, Password = password }, house.At(), tokens: false)
            );
            refusal.Kind.ShouldBe(RefusalKind.Invalid);
            refusal.Fields.ShouldHaveSingleItem().Field.ShouldBe(field);
        }
    }

    [Theory, EachDatabase]
    public async Task A_password_is_stored_as_pbkdf2_with_210_000_rounds_or_more(DatabaseKind kind)
    {
        await using var house = await House.On(kind, s => s.WithRealHashes());
        await house
            .Get<Users>()
            .ChangePassword(await house.In(house.Karim), new PasswordChange { Current = House.Password, Password = "another good one" });
        await using var db = house.Store.Open(house.Karim);
        var hash = Convert.FromBase64String((await db.Users.SingleAsync(u => u.Id == house.Karim.UserId)).PasswordHash!);
        // Identity's format 3: marker, PRF, rounds, length of the salt, each big-endian.
        hash[0].ShouldBe((byte)1);
        BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)).ShouldBe(2u, "HMAC-SHA-512");
        BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)).ShouldBeGreaterThanOrEqualTo(210_000u);
        BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(9)).ShouldBeGreaterThanOrEqualTo(16u);
    }

    [Theory, EachDatabase]
    public async Task A_hash_of_fewer_rounds_is_made_anew_at_the_next_sign_in(DatabaseKind kind)
    {
        await using var house = await House.On(kind, s => s.WithRealHashes());
        await using var db = house.Store.Open(house.Karim);
        var hash = db.Users.Where(u => u.Id == house.Karim.UserId).Select(u => u.PasswordHash);
        var cheap = await hash.SingleAsync();
        await house.SignIn(house.Karim);
        (await hash.SingleAsync()).ShouldNotBe(cheap);
        (await house.SignIn(house.Karim)).User.Name.ShouldBe("Karim");
    }

    private const string Mark = "0123456789abcdef0123456789abcdef";

    private static (RefusalKind, string, string, int, TimeSpan?) Told(Refusal refusal) =>
        (refusal.Kind, refusal.Code, refusal.Message, refusal.Fields.Count, refusal.RetryAfter);

    private static Task<Refusal> Refused(House house, string email, string address) =>
        Should.ThrowAsync<Refusal>(() =>
            house
                .Get<SignIns>()
                .WithPassword(new Credentials { Email = email, Password = "not the password" }, house.At(address), tokens: false)
        );

    // Holds every comparison with the right password until it is let go; counts how many run at once.
    private sealed class HeldHasher(IPasswordHasher<User> inner) : IPasswordHasher<User>
    {
        private int running,
            held;

        public string? Right { get; set; }
        public int Most { get; private set; }
        public ManualResetEventSlim LetGo { get; } = new();

        public async Task Held(int count)
        {
            for (var i = 0; i < 600 && Volatile.Read(ref held) < count; i++)
                await Task.Delay(20);
            held.ShouldBeGreaterThanOrEqualTo(count);
        }

        public string HashPassword(User user, string password) => inner.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword)
        {
            lock (LetGo)
                Most = Math.Max(Most, ++running);
            try
            {
                if (providedPassword == Right)
                {
                    Interlocked.Increment(ref held);
                    LetGo.Wait(TimeSpan.FromSeconds(30));
                }
                return inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
            }
            finally
            {
                lock (LetGo)
                    running--;
            }
        }
    }

    private sealed class SlowHasher(IPasswordHasher<User> inner) : IPasswordHasher<User>
    {
        public string? Hold { get; set; }
        public TaskCompletionSource Held { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public ManualResetEventSlim LetGo { get; } = new();

        public string HashPassword(User user, string password) => inner.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword)
        {
            if (providedPassword != Hold)
                return inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
            Held.TrySetResult();
            LetGo.Wait(TimeSpan.FromSeconds(30));
            return PasswordVerificationResult.Success;
        }
    }
}
