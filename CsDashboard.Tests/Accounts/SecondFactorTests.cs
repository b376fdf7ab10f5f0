using System.Text;
using CsDashboard.Accounts;
using CsDashboard.Foundation;

namespace CsDashboard.Tests.Accounts;

public sealed class SecondFactorTests
{
    // RFC 6238, appendix B: the last six digits of its eight, for SHA-1.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code)
    {
        var (key, now) = (Encoding.ASCII.GetBytes("12345678901234567890"), DateTimeOffset.FromUnixTimeSeconds(seconds));
        Totp.CodeAt(key, Totp.StepAt(now)).ShouldBe(code);
        Totp.StepOf(key, code, now.AddSeconds(30)).ShouldBe(Totp.StepAt(now), "A clock that goes half a minute wrong does no harm.");
        Totp.StepOf(key, code, now.AddSeconds(90)).ShouldBeNull();
    }

    [Fact]
    public void A_key_is_spelled_in_base_32() =>
        Totp.Spelled(Encoding.ASCII.GetBytes("12345678901234567890"))
            .Replace(" ", "", StringComparison.Ordinal)
            .ShouldBe("gezdgnbvgy3tqojqgezdgnbvgy3tqojq");

    [Theory, EachDatabase]
    public async Task It_is_on_only_once_a_code_was_shown_and_then_every_code_opens_once(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (factors, david) = (house.Get<SecondFactors>(), await house.In(house.David));
        var key = Decoded((await factors.Begin(david)).Key);
        (await factors.Begin(david)).Key.ShouldBe(Totp.Spelled(key), "Opened again, the page shows the same key.");
        (await factors.Mine(house.David)).IsOn.ShouldBeFalse();
        (await house.SignIn(house.David)).User.Name.ShouldBe("David", "What was not confirmed asks for nothing.");
        (await Should.ThrowAsync<Refusal>(() => factors.Confirm(david, new CodeInput { Code = "12 34" })))
            .Fields.ShouldHaveSingleItem()
            .Field.ShouldBe("code");

        var codes = await factors.Confirm(david, new CodeInput { Code = Now(house, key) });
        codes.Count.ShouldBe(10);
        (await factors.Mine(house.David)).ShouldSatisfyAllConditions(v => v.IsOn.ShouldBeTrue(), v => v.CodesLeft.ShouldBe(10));

        (await Should.ThrowAsync<Refusal>(() => house.SignIn(house.David))).Code.ShouldBe("second_factor_required");
        (await Refused(house, Now(house, key))).Code.ShouldBe("second_factor_invalid", "The code that switched it on is used up.");
        house.Clock.AdvanceSeconds(30);
        (await With(house, Arabic(Now(house, key)))).User.Name.ShouldBe("David");
        (await Refused(house, Now(house, key))).Code.ShouldBe("second_factor_invalid", "A code opens once.");
        (await With(house, codes[3].ToUpperInvariant())).User.Name.ShouldBe("David");
        (await Refused(house, codes[3])).Code.ShouldBe("second_factor_invalid", "A recovery code opens once.");
        (await factors.Mine(house.David)).CodesLeft.ShouldBe(9);
    }

    [Theory, EachDatabase]
    public async Task Five_wrong_codes_close_it_for_fifteen_minutes_from_wherever_they_come(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var key = await On(house, house.David);
        for (var i = 0; i < 5; i++)
            (await Refused(house, "000000", $"198.51.100.{i}")).Kind.ShouldBeOneOf(RefusalKind.SignedOut, RefusalKind.TooMany);
        house.Clock.AdvanceMinutes(14);
        (await Refused(house, Now(house, key), "192.0.2.1")).Kind.ShouldBe(RefusalKind.TooMany);
        house.Clock.AdvanceMinutes(2);
        (await With(house, Now(house, key), "192.0.2.1")).User.Name.ShouldBe("David");
    }

    [Theory, EachDatabase]
    public async Task Switching_off_and_new_codes_need_password_and_code(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (factors, david) = (house.Get<SecondFactors>(), await house.In(house.David));
        var key = await On(house, house.David);
        house.Clock.AdvanceSeconds(30);
        (
            await Should.ThrowAsync<Refusal>(() =>
                factors.SwitchOff(david, new PasswordAndCode { Password = "not it", Code = Now(house, key) })
            )
        )
            .Fields.ShouldHaveSingleItem()
            .Field.ShouldBe("password");
        (
            await Should.ThrowAsync<Refusal>(() =>
                factors.NewCodes(david, new PasswordAndCode { Password = House.Password, Code = "000000" })
            )
        )
            .Fields.ShouldHaveSingleItem()
            .Field.ShouldBe("code");
        var renewed = await factors.NewCodes(david, new PasswordAndCode { Password = House.Password, Code = Now(house, key) });
        await factors.SwitchOff(david, new PasswordAndCode { Password = House.Password, Code = renewed[0] });
        (await house.SignIn(house.David)).User.Name.ShouldBe("David");
    }

    [Theory, EachDatabase]
    public async Task Who_must_have_it_and_has_none_may_set_it_up_and_nothing_else(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (factors, sessions) = (house.Get<SecondFactors>(), house.Get<Sessions>());
        (await Should.ThrowAsync<Refusal>(() => factors.Demand(house.Karim, [Role.Agent]))).Kind.ShouldBe(RefusalKind.Forbidden);
        var before = (await house.SignIn(house.Karim)).Actor;
        await factors.Demand(house.Amina, [Role.Agent]);
        var karim = (await sessions.OfSession(before.SessionId!.Value, house.Clock)).ShouldNotBeNull();
        karim.NeedsSecondFactor.ShouldBeTrue("It holds for who is in already.");
        (await house.SignIn(house.Lena)).Actor.NeedsSecondFactor.ShouldBeTrue();
        (await house.SignIn(house.David)).Actor.NeedsSecondFactor.ShouldBeFalse("Customers were not asked.");
        (await Should.ThrowAsync<Refusal>(() => house.Get<Users>().Colleagues(karim))).Code.ShouldBe("second_factor_setup_required");

        var key = Decoded((await factors.Begin(karim)).Key);
        await factors.Confirm(karim, new CodeInput { Code = Now(house, key) });
        var after = (await sessions.OfSession(before.SessionId!.Value, house.Clock)).ShouldNotBeNull();
        (await house.Get<Users>().Colleagues(after)).ShouldNotBeEmpty();
        house.Clock.AdvanceSeconds(30);
        (
            await Should.ThrowAsync<Refusal>(() =>
                factors.SwitchOff(after, new PasswordAndCode { Password = House.Password, Code = Now(house, key) })
            )
        ).Kind.ShouldBe(RefusalKind.Conflict);
        // The other company has its own rule.
        (await house.SignIn(house.Olga)).Actor.NeedsSecondFactor.ShouldBeFalse();
    }

    [Theory, EachDatabase]
    public async Task The_second_step_of_a_page_goes_stale_with_the_password(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var key = await On(house, house.David);
        house.Clock.AdvanceSeconds(30);
        var step = (
            await house
                .Get<SignIns>()
                .Password(new Credentials { Email = "david@example.com", Password = House.Password }, house.At(), tokens: false)
        ).Then.ShouldNotBeNull();
        await house
            .Get<Users>()
            .ChangePassword(await house.In(house.David), new PasswordChange { Current = House.Password, Password = "another good one" });
        (
            await Should.ThrowAsync<Refusal>(() =>
                house.Get<SignIns>().WithCode(step, new CodeInput { Code = Now(house, key) }, house.At())
            )
        ).Code.ShouldBe("second_factor_expired");
    }

    [Theory, EachDatabase]
    public async Task Neither_key_nor_codes_lie_readable_in_the_database(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (factors, david) = (house.Get<SecondFactors>(), await house.In(house.David));
        var key = Decoded((await factors.Begin(david)).Key);
        var codes = await factors.Confirm(david, new CodeInput { Code = Now(house, key) });
        foreach (var (table, column) in new[] { ("SecondFactors", "Key"), ("RecoveryCodes", "Hash"), ("Events", "Payload") })
        foreach (var secret in codes.SelectMany(c => new[] { c, Totp.Typed(c) }).Append(Convert.ToHexString(key)).Append(Totp.Spelled(key)))
            (await house.Database.Ask($"SELECT COUNT(*) FROM \"{table}\" WHERE \"{column}\" LIKE '%{secret}%'")).ShouldBe(
                "0",
                $"{table}.{column}"
            );
    }

    [Theory, EachDatabase]
    public async Task An_admin_takes_a_lost_one_away_and_nobody_does_so_for_another_company(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await On(house, house.Karim);
        var id = house.Karim.UserId!.Value;
        (await Should.ThrowAsync<Refusal>(() => house.Get<SecondFactors>().Reset(house.Omar, id))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => house.Get<SecondFactors>().Reset(house.Lena, id))).Kind.ShouldBe(RefusalKind.Forbidden);
        await house.Get<SecondFactors>().Reset(await house.In(house.Amina), id);
        (await house.SignIn(house.Karim)).User.Name.ShouldBe("Karim");
    }

    [Theory]
    [InlineData("203.0.113.77", "203.0.113.x")]
    [InlineData("2001:db8:85a3::8a2e:370:7334", "2001:db8:85a3:x")]
    [InlineData("unknown", "?")]
    public void A_place_is_the_block_of_its_address(string address, string block) => Devices.Block(address).ShouldBe(block);

    [Theory, EachDatabase]
    public async Task Signing_out_all_others_leaves_the_one_that_asks(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (mine, other, sessions) = (
            (await house.SignIn(house.David)).Actor,
            (await house.SignIn(house.David)).Actor,
            house.Get<Sessions>()
        );
        (await sessions.EndOthers(mine)).ShouldBe(1);
        (await sessions.OfSession(other.SessionId!.Value, house.Clock)).ShouldBeNull();
        (await sessions.Mine(mine)).ShouldHaveSingleItem().Block.ShouldBe("198.51.100.x");
    }

    internal static async Task<byte[]> On(House house, Actor person)
    {
        var inside = await house.In(person);
        var key = Decoded((await house.Get<SecondFactors>().Begin(inside)).Key);
        await house.Get<SecondFactors>().Confirm(inside, new CodeInput { Code = Now(house, key) });
        return key;
    }

    internal static byte[] Decoded(string spelled)
    {
        var bits = string.Concat(
            spelled
                .Where(c => c != ' ')
                .Select(c => Convert.ToString("abcdefghijklmnopqrstuvwxyz234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0'))
        );
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }

    private static string Now(House house, byte[] key) => Totp.CodeAt(key, Totp.StepAt(house.Clock.GetUtcNow()));

    private static string Arabic(string digits) => string.Concat(digits.Select(d => (char)('\u0660' + d - '0')));

    private static Task<SignInOutcome> With(House house, string code, string address = "198.51.100.1") =>
        house
            .Get<SignIns>()
            .WithPassword(
                new Credentials
                {
                    Email = "david@example.com",
                    Password = House.Password,
                    Code = code,
                },
                house.At(address),
                tokens: false
            );

    private static Task<Refusal> Refused(House house, string code, string address = "198.51.100.1") =>
        Should.ThrowAsync<Refusal>(() => With(house, code, address));
}
