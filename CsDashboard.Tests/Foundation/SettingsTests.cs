using CsDashboard.Foundation;

namespace CsDashboard.Tests.Foundation;

public sealed class SettingsTests
{
    public static TheoryData<string, Action<Settings>, string> Faults =>
        new()
        {
            { "no folder", s => s.DataFolder = " ", "DataFolder is empty" },
            { "short key", s => s.ServiceApiKey = "short", "ServiceApiKey is shorter than 8" },
            { "no connection", s => s.Database = DatabaseKind.Postgres, "ConnectionStrings:Default is missing" },
            { "negative limit a minute", s => s.RateLimit.PerMinute = -1, "RateLimit must not be negative" },
            { "negative limit an hour", s => s.RateLimit.PerHour = -1, "RateLimit must not be negative" },
            { "port 0", s => (s.Mail.Host, s.Mail.Port) = ("mail", 0), "Mail:Port is 0" },
            { "port 70000", s => (s.Mail.Host, s.Mail.Port) = ("mail", 70_000), "Mail:Port is 70000" },
            { "gateway", s => s.Sms.Url = "the gateway", "Sms:Url is 'the gateway'" },
            { "sender", s => s.Mail.From = "support", "Mail:From is 'support'" },
            { "no address", s => s.PublicUrl = "help.example.com", "PublicUrl is 'help.example.com'" },
            { "a path", s => s.PublicUrl = "/help", "PublicUrl is '/help'" },
            { "another scheme", s => s.PublicUrl = "ftp://help.example.com", "PublicUrl is 'ftp://help.example.com'" },
            { "Stripe", s => s.Stripe.Url = "stripe", "Stripe:Url is 'stripe'" },
            { "s3 without all", s => s.Files.S3Url = "http://s3", "S3Bucket, S3AccessKey and S3SecretKey" },
            {
                "s3 without secret",
                s => (s.Files.S3Url, s.Files.S3Bucket, s.Files.S3AccessKey) = ("http://s3", "b", "k"),
                "S3Bucket, S3AccessKey and S3SecretKey"
            },
        };

    [Theory, MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void A_wrong_setting_is_named_in_a_sentence(string what, Action<Settings> spoil, string sentence)
    {
        var settings = new Settings();
        spoil(settings);
        var verdict = new SettingsCheck().Validate(null, settings);
        verdict.Failed.ShouldBeTrue(what);
        var fault = verdict.Failures!.ShouldHaveSingleItem();
        fault.ShouldContain(sentence);
        fault.ShouldStartWith("CsDashboard:");
        fault.ShouldEndWith(".");
    }

    [Fact]
    public void The_settings_as_they_come_are_good() => new SettingsCheck().Validate(null, new Settings()).Succeeded.ShouldBeTrue();

    [Fact]
    public void A_full_set_is_good()
    {
        var settings = new Settings
        {
            ServiceApiKey = "long-enough",
            Database = DatabaseKind.Postgres,
            ConnectionString = "Host=db",
            PublicUrl = "https://help.example.com",
            RateLimit = { PerMinute = 0, PerHour = 0 },
        };
        (settings.Mail.Host, settings.Mail.Port) = ("mail", 587);
        (settings.Files.S3Url, settings.Files.S3Bucket, settings.Files.S3AccessKey, settings.Files.S3SecretKey) = (
            "http://s3",
            "b",
            "k",
            "s"
        );
        new SettingsCheck().Validate(null, settings).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void All_faults_are_told_at_once() =>
        new SettingsCheck().Validate(null, new Settings { DataFolder = "", ServiceApiKey = "x" }).Failures!.Count().ShouldBe(2);
}
