using CsDashboard.Accounts;
using CsDashboard.Foundation;

namespace CsDashboard.Tests.Accounts;

public sealed class PasswordAttributeTests
{
    private static IReadOnlyList<FieldError> FaultsOf(string? password)
    {
        try
        {
            new NewPassword { Code = "c", Password = password }.Checked();
            return [];
        }
        catch (Refusal refusal)
        {
            return refusal.Fields;
        }
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

    public static TheoryData<string?, string> Bad =>
        new()
        {
            { null, "This is required." },
            { "", "This is required." },
            { "          ", "This is required." },
            { "seven c", "At least 8 characters." },
            { "password123", "This is one of the most commonly guessed passwords. Choose another." },
            { "PassWord123", "This is one of the most commonly guessed passwords. Choose another." },
            { "12345678", "Repeated or consecutive letters and digits are easy to guess. Choose something less regular." },
            { "long enough\0", "This contains characters that can’t be stored." },
            { "long enough\ud83d", "This contains characters that can’t be stored." },
        };

    [Theory, MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public void A_bad_password_is_refused_in_words(string? password, string message) =>
        FaultsOf(password).ShouldBe([new FieldError("password", message)]);

    [Theory]
    [InlineData("eight ch")]
    [InlineData("  spaced  out  ")]
    public void What_may_be_a_password_may_be_typed_to_sign_in(string password) =>
        new Credentials { Email = "a@example.com", Password = password }
            .Checked()
            .Password.ShouldBe(password);
}
