namespace CsDashboard.Accounts;

/// <summary>E-mail and password as typed; only their presence is checked, so that nothing tells accounts apart.</summary>
public sealed class Credentials
{
    [Text(254)] public string? Email { get; set; }
    [Text(256)] public string? Password { get; set; }
    /// <summary>Of the authenticator app, or a recovery code; for accounts with a second factor.</summary>
    [Text(40, Optional = true)] public string? Code { get; set; }
    /// <summary>Another name of <see cref="Code"/>.</summary>
    [Text(40, Optional = true)] public string? TwoFactorCode { get; set; }
}

/// <summary>From where somebody comes: remote address, browser, and the clock that is asked for the time.</summary>
public sealed record Visitor(string Address, string? Browser, TimeProvider Clock)
{
    /// <summary>The random mark that this browser keeps; null for one that keeps none, and for programs.</summary>
    public string? Device { get; init; }
}

public sealed class Invitation
{
    [Line(100, Min = 2)] public string? Name { get; set; }
    [Email] public string? Email { get; set; }
    /// <summary>agent or admin.</summary>
    [OneOf("agent", "admin")] public string? Role { get; set; } = "agent";
}

public sealed class NewPassword
{
    public string? Code { get; set; }
    [Password] public string? Password { get; set; }
}

public sealed class PasswordChange
{
    [Text(256)] public string? Current { get; set; }
    [Password] public string? Password { get; set; }
}

public sealed class ProfileInput
{
    [Line(100, Min = 2)] public string? Name { get; set; }
    [OneOf("en", "ar")] public string? Language { get; set; }
    /// <summary>IANA name.</summary>
    [Text(64)] public string? TimeZone { get; set; }
}

/// <summary>The first owner and the company, made with the set-up code of the log.</summary>
public sealed class SetupInput
{
    [Text(64)] public string? Code { get; set; }
    [Line(100, Min = 2)] public string? Company { get; set; }
    [Line(100, Min = 2)] public string? Name { get; set; }
    [Email] public string? Email { get; set; }
    [Password] public string? Password { get; set; }
}

/// <summary>8 to 128 characters of any kind, and none of the passwords everybody tries first (rule C23: no class rule).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PasswordAttribute : System.ComponentModel.DataAnnotations.ValidationAttribute
{
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "password", "password1", "password12", "password123", "passw0rd", "p@ssword", "p@ssw0rd", "12345678", "123456789", "1234567890",
        "0123456789", "0987654321", "87654321", "11111111", "00000000", "88888888", "12341234", "11223344", "123123123", "1q2w3e4r", "1q2w3e4r5t",
        "qwertyui", "qwertyuiop", "qwerty123", "qwerty12", "asdfghjk", "asdfghjkl", "zxcvbnm1", "iloveyou", "iloveyou1", "sunshine", "princess",
        "football", "baseball", "superman", "trustno1", "welcome1", "welcome123", "letmein1", "letmein123", "admin123", "administrator", "changeme",
        "changeme1", "secret123", "abcd1234", "abc12345", "abcdefgh", "a1b2c3d4", "aa123456", "michael1", "jennifer", "computer", "internet",
        "whatever", "starwars", "dragon123", "monkey123", "master123", "hello123", "liverpool", "chelsea1", "mohammed", "muhammad", "ahmed123",
        "mohamed1", "12qwaszx", "1qaz2wsx", "qazwsxedc", "zaq12wsx", "pokemon1", "charlie1", "freedom1", "samsung1", "google123", "trading1",
        "trading123", "bitcoin1", "bitcoin123", "customer", "customer1", "support1", "test1234", "testtest", "demo1234", "default1", "guest123",
    };

    protected override System.ComponentModel.DataAnnotations.ValidationResult? IsValid(object? value, System.ComponentModel.DataAnnotations.ValidationContext context)
    {
        var text = value as string ?? "";
        // What the sign-in page refuses must not become a password.
        var key = string.IsNullOrWhiteSpace(text) ? "Text_Required" : !TextAttribute.CanBeStored(text) ? "Text_BadCharacters" : text.Length < 8 ? "Password_Short" : text.Length > 128 ? "Password_Long" : Common.Contains(text) ? "Password_Common" : null;
        return key is null ? null : new(Words.Of(key), [context.MemberName ?? ""]);
    }
}
