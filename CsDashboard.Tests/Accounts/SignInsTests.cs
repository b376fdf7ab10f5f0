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
        var outcome = await house.Get<SignIns>().WithPassword(new Credentials { Email = "  KARIM@example.COM ", Password = House.Password }, house.At(), tokens: false);
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
        (unknown.Kind, unknown.Code, unknown.Message, unknown.Fields.Count, unknown.RetryAfter).ShouldBe((wrong.Kind, wrong.Code, wrong.Message, wrong.Fields.Count, wrong.RetryAfter));
        (await Refused(house, "no address", "198.51.100.3")).Message.ShouldBe(wrong.Message);
    }

    [Theory, EachDatabase]
    public async Task Unknown_accounts_are_locked_like_known_ones(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        for (var i = 0; i < 5; i++) (await Refused(house, "nobody@example.com", "198.51.100.1")).Kind.ShouldBe(RefusalKind.SignedOut);
        (await Refused(house, "nobody@example.com", "198.51.100.1")).Kind.ShouldBe(RefusalKind.TooMany);
    }

    [Theory, EachDatabase]
    public async Task Five_failures_lock_the_account_for_that_address_for_fifteen_minutes(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        for (var i = 0; i < 4; i++) await Refused(house, "karim@example.com", "198.51.100.1");
        (await house.SignIn(house.Karim, address: "198.51.100.1")).User.Name.ShouldBe("Karim", "Four are not five.");
        (await Refused(house, "karim@example.com", "198.51.100.1")).Kind.ShouldBe(RefusalKind.SignedOut, "The fifth failure is still told as a wrong password.");

        var locked = await Should.ThrowAsync<Refusal>(() => house.SignIn(house.Karim, address: "198.51.100.1"));
        locked.Kind.ShouldBe(RefusalKind.TooMany);
        locked.RetryAfter.ShouldBe(TimeSpan.FromMinutes(15));
        locked.Message.ShouldContain("15 minutes");
        (await house.Events(house.Nour)).ShouldContain(e => e.Kind == nameof(AccountLocked) && e.SubjectId == house.Karim.UserId);

        house.Clock.AdvanceMinutes(14.9);
        (await Should.ThrowAsync<Refusal>(() => house.SignIn(house.Karim, address: "198.51.100.1"))).RetryAfter.ShouldBe(TimeSpan.FromSeconds(6));
        house.Clock.AdvanceMinutes(0.2);
        (await house.SignIn(house.Karim, address: "198.51.100.1")).User.Name.ShouldBe("Karim");
    }

    [Theory, EachDatabase]
    public async Task Another_address_gets_in_while_one_is_locked_until_it_fails_itself(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        for (var i = 0; i < 5; i++) await Refused(house, "karim@example.com", "198.51.100.1");
        (await house.SignIn(house.Karim, address: "198.51.100.2")).User.Name.ShouldBe("Karim", "The lock is on the pair of account and address.");

        await Refused(house, "karim@example.com", "198.51.100.2");
        (await Should.ThrowAsync<Refusal>(() => house.SignIn(house.Karim, address: "198.51.100.2"))).Kind.ShouldBe(RefusalKind.TooMany, "Failures of the account count from every address.");
    }

    [Theory, EachDatabase]
    public async Task Failures_of_one_address_count_over_all_accounts(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        foreach (var name in new[] { "amina", "karim", "lena", "sara" }) await Refused(house, name + "@example.com", "198.51.100.1");
        await Refused(house, "david@example.com", "198.51.100.1");

        (await Should.ThrowAsync<Refusal>(() => house.SignIn(house.David, address: "198.51.100.1"))).Kind.ShouldBe(RefusalKind.TooMany);
        (await house.SignIn(house.Karim, address: "198.51.100.1")).User.Name.ShouldBe("Karim", "Only the pair that failed fifth is locked.");
        (await house.SignIn(house.David, address: "198.51.100.2")).User.Name.ShouldBe("David");
    }

    [Theory, EachDatabase]
    public async Task Failures_older_than_fifteen_minutes_are_forgotten(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        for (var i = 0; i < 4; i++) await Refused(house, "karim@example.com", "198.51.100.1");
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
        for (var i = 0; i < 5; i++) await Refused(house, "karim@example.com", "198.51.100.1");
        gate.LetGo.Set();
        (await Should.ThrowAsync<Refusal>(right)).Kind.ShouldBe(RefusalKind.TooMany);
    }

    [Theory, EachDatabase]
    public async Task A_disabled_account_is_told_so_only_with_the_right_password(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Get<Users>().Disable(house.Amina, house.Karim.UserId!.Value);
        (await Should.ThrowAsync<Refusal>(() => house.SignIn(house.Karim))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await Refused(house, "karim@example.com", "198.51.100.9")).Kind.ShouldBe(RefusalKind.SignedOut);

        await house.Get<Users>().Enable(house.Amina, house.Karim.UserId!.Value);
        (await house.SignIn(house.Karim)).User.Name.ShouldBe("Karim");
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
            var refusal = await Should.ThrowAsync<Refusal>(() => house.Get<SignIns>().WithPassword(new Credentials { Email = email, Password = password }, house.At(), tokens: false));
            refusal.Kind.ShouldBe(RefusalKind.Invalid);
            refusal.Fields.ShouldHaveSingleItem().Field.ShouldBe(field);
        }
    }

    [Theory, EachDatabase]
    public async Task A_password_is_stored_as_pbkdf2_with_210_000_rounds_or_more(DatabaseKind kind)
    {
        await using var house = await House.On(kind, s => s.WithRealHashes());
        await house.Get<Users>().ChangePassword(house.Karim, new PasswordChange { Current = House.Password, Password = "another good one" });
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

    private static Task<Refusal> Refused(House house, string email, string address) => Should.ThrowAsync<Refusal>(() =>
        house.Get<SignIns>().WithPassword(new Credentials { Email = email, Password = "not the password" }, house.At(address), tokens: false));

    private sealed class SlowHasher(IPasswordHasher<User> inner) : IPasswordHasher<User>
    {
        public string? Hold { get; set; }
        public TaskCompletionSource Held { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public ManualResetEventSlim LetGo { get; } = new();

        public string HashPassword(User user, string password) => inner.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword)
        {
            if (providedPassword != Hold) return inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
            Held.TrySetResult();
            LetGo.Wait(TimeSpan.FromSeconds(30));
            return PasswordVerificationResult.Success;
        }
    }
}
