using System.Reflection;
using CsDashboard.Accounts;
using CsDashboard.Foundation;

namespace CsDashboard.Tests.Accounts;

public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData("Password1!")]
    [InlineData("password123")]
    [InlineData("P@ssw0rd2024")]
    [InlineData("Passw0rd!")]
    [InlineData("admin1234")]
    [InlineData("Admin@123")]
    [InlineData("welcome2024!")]
    [InlineData("letmein123")]
    [InlineData("!!monkey!!")]
    [InlineData("bismillah")]
    [InlineData("Bismillah786")]
    [InlineData("muhammad1")]
    [InlineData("ahmed12345")]
    [InlineData("habibi2023")]
    [InlineData("liverpool1")]
    [InlineData("realmadrid")]
    [InlineData("iloveyou2")]
    [InlineData("sunshine99")]
    [InlineData("trustno1")]
    [InlineData("Qwerty123")]
    [InlineData("football7")]
    [InlineData("Summer2025")]
    [InlineData("superman12")]
    [InlineData("بسم الله")]
    [InlineData("كلمةالمرور")]
    public void What_everybody_tries_first_is_refused(string password) => PasswordRule.FaultOf(password).ShouldNotBeNull();

    [Theory]
    [InlineData("aaaaaaaa")]
    [InlineData("abababab")]
    [InlineData("11221122")]
    [InlineData("987654321")]
    [InlineData("12345678910")]
    [InlineData("abcdefgh")]
    [InlineData("1qazxsw2")]
    [InlineData("1qaz2wsx")]
    [InlineData("qwertyuiop")]
    [InlineData("zxcvbnm123")]
    [InlineData("testtest")]
    [InlineData("k7pxk7px")]
    [InlineData("ضصثقفغعه")]
    public void What_repeats_or_runs_on_is_refused(string password) => PasswordRule.FaultOf(password).ShouldNotBeNull();

    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("a long enough one")]
    [InlineData("another good one")]
    [InlineData("securepassword123")]
    [InlineData("tr4in-sp00n-lake")]
    [InlineData("xK9#mQ2v")]
    [InlineData("hgT5wLpq")]
    [InlineData("أحب القهوة في الصباح")]
    [InlineData("my 3 cats like tuna")]
    public void What_nobody_foretells_is_taken(string password) =>
        PasswordRule.FaultOf(password, "Nadia Aziz", "nadia.aziz@example.org", "Nour").ShouldBeNull();

    [Theory]
    [InlineData("nadia.aziz@example.org")]
    [InlineData("NadiaAziz")]
    [InlineData("Aziz2024!")]
    [InlineData("Nadia1990")]
    [InlineData("nour-desk1")]
    [InlineData("nadianour")]
    [InlineData("Nàdia.1990")]
    public void What_is_the_owners_own_is_refused(string password) =>
        PasswordRule.FaultOf(password, "Nadia Aziz", "nadia.aziz@example.org", "Nour").ShouldNotBeNull();

    [Theory]
    [InlineData(null, "Text_Required")]
    [InlineData("   ", "Text_Required")]
    [InlineData("xK9#mQ2", "Password_Short")]
    [InlineData("a\0bcdefghij", "Text_BadCharacters")]
    [InlineData("a\ufffebcdefghij", "Text_BadCharacters")]
    public void What_is_wrong_is_named(string? password, string fault) => PasswordRule.FaultOf(password).ShouldBe(fault);

    [Fact]
    public void What_can_not_be_composed_is_looked_at_as_it_is()
    {
        PasswordRule.FaultOf("\uffff and more", "\ufffe").ShouldBeNull();
        PasswordRule.FaultOf("a long enough one", "\ud83d").ShouldBeNull();
    }

    [Fact]
    public void Thousands_are_known_and_at_most_128_signs_are_taken()
    {
        PasswordRule.Known.ShouldBeGreaterThan(3000);
        PasswordRule.FaultOf(string.Concat(Enumerable.Range(0, 129).Select(i => (char)('!' + i * 7 % 90)))).ShouldBe("Password_Long");
    }

    /// <summary>
    /// A new form with a password must say which of the two it is. Classes that only pass it on are named with their target.
    /// </summary>
    [Fact]
    public void Every_password_that_is_typed_is_a_new_one_under_the_rule_or_a_current_one()
    {
        string[] handsOn =
        [
            "CsDashboard.Web.Customers.EnhancedRegistration.Password",
            "CsDashboard.Web.Customers.RegisterRequest.Password",
        ];
        string[] settings = [nameof(MailSettings), nameof(SmsSettings)];
        var typed = new[] { typeof(Passwords).Assembly, typeof(CsDashboard.Web.Accounts.SignedInAnswer).Assembly }
            .SelectMany(a => a.GetTypes())
            .Where(t => !settings.Contains(t.Name) && t.Namespace?.StartsWith("CsDashboard", StringComparison.Ordinal) == true)
            .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(p =>
                p.PropertyType == typeof(string)
                && p.SetMethod is { IsPublic: true } set
                && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))
                && p.Name.Contains("Password", StringComparison.OrdinalIgnoreCase)
                && !p.Name.EndsWith("Hash", StringComparison.Ordinal)
            )
            .ToList();
        typed.Count.ShouldBeGreaterThan(7);
        typed
            .Where(p => p.GetCustomAttribute<PasswordAttribute>() is null && p.GetCustomAttribute<CurrentPasswordAttribute>() is null)
            .Select(p => $"{p.DeclaringType}.{p.Name}")
            .ShouldBeSubsetOf(handsOn);
    }

    [Theory, EachDatabase]
    public async Task Every_verb_that_keeps_a_new_password_refuses_a_common_one_and_the_owners_own(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (users, customers, karim) = (
            house.Get<Users>(),
            house.Get<CsDashboard.Customers.CustomerRecords>(),
            await house.In(house.Karim)
        );
        var (code, _) = (await users.ForgotPassword("david@example.com", house.At()))!.Value;
        foreach (
            var (password, own) in new[]
            {
                ("Password1!", ""),
                ("bismillah", ""),
                ("karim-2024", "Karim"),
                ("david@example.com", "David"),
                ("Nour2024!", ""),
            }
        )
        {
            Func<Task>[] doors =
            [
                .. own is "" or "Karim"
                    ? new Func<Task>[]
                    {
                        () => users.ChangePassword(karim, new PasswordChange { Current = House.Password, Password = password }),
                    }
                    : [],
                .. own is "" or "David"
                    ? new Func<Task>[] { () => users.SetPasswordByCode(new NewPassword { Code = code, Password = password }, house.At()) }
                    : [],
                () =>
                    customers.Register(
                        new CsDashboard.Customers.Registration
                        {
                            Name = own.PadRight(2, 'x'),
                            Email = "david@example.com",
                            Password = password,
                        },
                        house.At(),
                        tokens: false
                    ),
                () =>
                    customers.Register(
                        new CsDashboard.Customers.TraderRegistration
                        {
                            Name = own.PadRight(2, 'x'),
                            Email = "david@example.com",
                            Password = password,
                        },
                        house.At()
                    ),
            ];
            foreach (var door in doors)
                (await Should.ThrowAsync<Refusal>(door)).Fields.ShouldHaveSingleItem().Field.ShouldBe("password", password);
        }
        await using var empty = await House.EmptyOn(kind);
        (
            await Should.ThrowAsync<Refusal>(() =>
                empty
                    .Get<Tenants>()
                    .SetUp(
                        new SetupInput
                        {
                            Code = empty.Get<Tenants>().NewSetupCode(),
                            Company = "Falcon Desk",
                            Name = "Amina",
                            Email = "amina@example.com",
                            Password = "FalconDesk1",
                        },
                        empty.At()
                    )
            )
        ).Fields.ShouldHaveSingleItem().Field.ShouldBe("password");
    }

    [Fact]
    public async Task The_demo_accounts_keep_the_passwords_that_nobody_else_may_choose()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        foreach (var (account, i) in CsDashboard.Demo.DemoCompany.Accounts.Select((account, i) => (account, i)))
        {
            PasswordRule.FaultOf(account.Password).ShouldNotBeNull();
            await house.Get<Tenants>().AddStaff(house.Product, account.Name, $"demo{i}@example.org", Role.Agent, account.Password, "en");
            (
                await house
                    .Get<SignIns>()
                    .WithPassword(
                        new Credentials { Email = $"demo{i}@example.org", Password = account.Password },
                        house.At(),
                        tokens: false
                    )
            ).User.Name.ShouldBe(account.Name);
        }
    }
}
