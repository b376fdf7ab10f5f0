using CsDashboard.Accounts;
using CsDashboard.Foundation;

namespace CsDashboard.Tests.Accounts;

/// <summary>rules.md 000, e-mail normalisation.</summary>
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
    public void Addresses_of_one_mailbox_become_one(string typed, string normalised) => Emails.Normalise(typed).ShouldBe(normalised);

    public static TheoryData<string?> NoAddresses => new((string?[])
    [
        null, "", "   ", "plain", "@example.com", "user@", "a@b@example.com", "a b@example.com", "a\tb@example.com", "a@exa\0mple.com",
        "+tag@gmail.com", ".@gmail.com", "a\ud83d@example.com", new string('a', 243) + "@example.com",
    ]);

    [Theory, MemberData(nameof(NoAddresses), DisableDiscoveryEnumeration = true)]
    public void What_is_no_address_is_refused_at_the_field(string? typed) =>
        Should.Throw<Refusal>(() => Emails.Normalise(typed)).Fields.ShouldHaveSingleItem().Field.ShouldBe("email");

    [Fact]
    public void The_longest_address_passes() => Emails.Normalise(new string('a', 242) + "@example.com").Length.ShouldBe(254);
}

public sealed class PasswordAttributeTests
{
    private static IReadOnlyList<FieldError> FaultsOf(string? password)
    {
        try { new NewPassword { Code = "c", Password = password }.Checked(); return []; }
        catch (Refusal refusal) { return refusal.Fields; }
    }

    [Theory]
    [InlineData("eight ch")]
    [InlineData("xK9#mQ2v")]
    [InlineData("قهوة مرة")]
    [InlineData("40718236")]
    public void Eight_characters_of_any_kind_are_enough(string password) => FaultsOf(password).ShouldBeEmpty();

    [Fact]
    public void A_hundred_and_twenty_eight_characters_are_the_most()
    {
        string Long(int length) => string.Concat(Enumerable.Range(0, length).Select(i => (char)('!' + i * 7 % 90)));
        FaultsOf(Long(128)).ShouldBeEmpty();
        FaultsOf(Long(129)).ShouldBe([new FieldError("password", "At most 128 characters.")]);
    }

    public static TheoryData<string?, string> Bad => new()
    {
        { null, "This is required." },
        { "", "This is required." },
        { "          ", "This is required." },
        { "seven c", "At least 8 characters." },
        { "password123", "This password is among the first that others try. Choose another." },
        { "PassWord123", "This password is among the first that others try. Choose another." },
        { "12345678", "Letters or digits that repeat or run on are guessed first. Choose something less regular." },
        { "long enough\0", "This contains characters that cannot be stored." },
        { "long enough\ud83d", "This contains characters that cannot be stored." },
    };

    [Theory, MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public void A_bad_password_is_refused_in_words(string? password, string message) => FaultsOf(password).ShouldBe([new FieldError("password", message)]);

    [Theory]
    [InlineData("eight ch")]
    [InlineData("  spaced  out  ")]
    public void What_may_be_a_password_may_be_typed_to_sign_in(string password) =>
        new Credentials { Email = "a@example.com", Password = password }.Checked().Password.ShouldBe(password);
}
