using CsDashboard.Accounts;
using CsDashboard.Foundation;

namespace CsDashboard.Tests.Accounts;

/// <summary>contract: enhanced, E-mail.</summary>
public sealed class EmailsTests
{
    [Theory]
    [InlineData("test.user@gmail.com", "testuser@gmail.com")]
    [InlineData("test+tag@gmail.com", "test@gmail.com")]
    [InlineData("t.e.s.t+a+b.c@gmail.com", "test@gmail.com")]
    [InlineData("  Test.User@GMAIL.com ", "testuser@gmail.com")]
    [InlineData("test.user@googlemail.com", "testuser@gmail.com")]
    [InlineData("Test.User+Tag@Example.com", "test.user+tag@example.com")]
    [InlineData("a.b@mail.gmail.com", "a.b@mail.gmail.com")]
    [InlineData("a.b@gmail.com.evil.example", "a.b@gmail.com.evil.example")]
    [InlineData("ä.ö@Example.com", "ä.ö@example.com")]
    // Invisible marks, and compatibility forms.
    [InlineData("inv1@zq.example\u200F", "inv1@zq.example")]
    [InlineData("\u200Binv1@zq.example", "inv1@zq.example")]
    [InlineData("inv1@zq.example\u2060", "inv1@zq.example")]
    [InlineData("\u202Ainv1@zq.example\u202C", "inv1@zq.example")]
    [InlineData("in\u00ADv1@zq.ex\u200Dample", "inv1@zq.example")]
    [InlineData("\uFEFFinv1\uFE0F@zq.example", "inv1@zq.example")]
    [InlineData("in.v3+x@gmail.com\u200F", "inv3@gmail.com")]
    [InlineData("ａdmin＠rman.com", "admin@rman.com")]
    [InlineData("user١٢@example.com", "user12@example.com")]
    [InlineData("e\u0301@example.com", "\u00e9@example.com")]
    // What is pasted around it.
    [InlineData("amal@zq.example;", "amal@zq.example")]
    [InlineData("amal@zq.example,", "amal@zq.example")]
    [InlineData("amal@zq.example.", "amal@zq.example")]
    [InlineData("<amal@zq.example>", "amal@zq.example")]
    [InlineData("Amal Said <amal@zq.example>;", "amal@zq.example")]
    [InlineData("\"Said, Amal\" <amal@zq.example>", "amal@zq.example")]
    [InlineData("mailto:amal@zq.example?subject=Hello", "amal@zq.example")]
    [InlineData("(\"amal@zq.example\")", "amal@zq.example")]
    // Domains of other scripts have one form.
    [InlineData("info@مثال.السعودية", "info@xn--mgbh0fb.xn--mgberp4a5d4ar")]
    [InlineData("info@XN--mgbh0fb.xn--mgberp4a5d4ar", "info@xn--mgbh0fb.xn--mgberp4a5d4ar")]
    [InlineData("info@Bücher.example", "info@xn--bcher-kva.example")]
    [InlineData("محمد@example.com", "محمد@example.com")]
    [InlineData("иван@пример.рф", "иван@xn--e1afmkfd.xn--p1ai")]
    [InlineData("田中taro@example.jp", "田中taro@example.jp")]
    [InlineData("o'neil+a_b%c@example.com", "o'neil+a_b%c@example.com")]
    public void Addresses_of_one_mailbox_become_one(string typed, string normalised) => Emails.Normalise(typed).ShouldBe(normalised);

    public static TheoryData<string?> NoAddresses =>
        new(
            (string?[])
                [
                    null,
                    "",
                    "   ",
                    "plain",
                    "@example.com",
                    "user@",
                    "a@b@example.com",
                    "a b@example.com",
                    "a\tb@example.com",
                    "a@exa\0mple.com",
                    "+tag@gmail.com",
                    ".@gmail.com",
                    "a\ud83d@example.com",
                    new string('a', 65) + "@example.com",
                    "a@" + string.Join('.', Enumerable.Repeat(new string('b', 60), 4)) + "bbbbbbbbb.example",
                    "bla..bla@zq.example",
                    "bla..bla.@zq.example",
                    ".bla@zq.example",
                    "bla.@zq.example",
                    "amal@zq..example",
                    "amal@.zq.example",
                    "m12.i07@zq",
                    "a@b",
                    "a@-b.example",
                    "a@b-.example",
                    "a@b_c.example",
                    "a@1.2.3.4",
                    "a@[1.2.3.4]",
                    "a,b@example.com",
                    "a;b@example.com",
                    "\"a b\"@example.com",
                    "a@example.com, b@example.com",
                    "<a@example.com> <b@example.com>",
                    "a@b.c",
                    "\u200F",
                    "a\u0001b@example.com",
                ]
        );

    [Theory]
    [InlineData("аdmin@rman.com")]
    [InlineData("admın@rman.com")]
    [InlineData("аһ@rman.com")]
    [InlineData("admin@rmаn.com")]
    [InlineData("admin@xn--80ak6aa92e.com")]
    [InlineData("adminα@rman.com")]
    [InlineData("مـحمد@example.com")]
    [InlineData("محمدx@example.com")]
    [InlineData("ɑdmin@rman.com")]
    public void Letters_that_are_taken_for_others_are_refused_and_it_is_said_why(string typed) =>
        Should.Throw<Refusal>(() => Emails.Normalise(typed)).Fields.ShouldBe([new FieldError("email", Words.Of("Email_Mixed"))]);

    [Theory]
    [InlineData(" Nadia.Two@Example.org\u200F", "Nadia.Two@Example.org")]
    [InlineData("Nadia <Nadia@example.org>", "Nadia@example.org")]
    [InlineData("info@مثال.السعودية;", "info@مثال.السعودية")]
    public void An_address_is_kept_as_it_was_meant(string typed, string kept) => Emails.Read(typed).Shown.ShouldBe(kept);

    [Fact]
    public void Of_several_the_first_is_found_and_said_to_be_one_of_more()
    {
        (Emails.First("m6.i07@zq.example, m6b.i07@zq.example", out _) is var (first, more) ? (first.Shown, more) : default).ShouldBe(
            ("m6.i07@zq.example", true)
        );
        (Emails.First("m6.i07@zq.example", out _) is var (one, alone) ? (one.Shown, alone) : default).ShouldBe(
            ("m6.i07@zq.example", false)
        );
        Emails.First("nobody, nowhere", out var fault).ShouldBeNull();
        fault.ShouldBe("Email_Bad");
    }

    [Theory, MemberData(nameof(NoAddresses), DisableDiscoveryEnumeration = true)]
    public void What_is_no_address_is_refused_at_the_field(string? typed) =>
        Should.Throw<Refusal>(() => Emails.Normalise(typed)).Fields.ShouldHaveSingleItem().Field.ShouldBe("email");

    [Fact]
    public void The_longest_address_passes() =>
        Emails
            .Normalise(
                new string('a', 64)
                    + "@"
                    + string.Join('.', Enumerable.Repeat(new string('b', 60), 2))
                    + "."
                    + new string('c', 55)
                    + ".example.com"
            )
            .Length.ShouldBe(254);
}
