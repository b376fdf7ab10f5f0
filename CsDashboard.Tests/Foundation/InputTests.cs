using CsDashboard.Foundation;

namespace CsDashboard.Tests.Foundation;

public sealed class InputTests
{
    private sealed class Form
    {
        [Text(5, Min = 2)] public string? ShortName { get; set; } = "abc";
        [Text(5, Optional = true)] public string? Note { get; set; }
        [OneOf("low", "high")] public string? Level { get; set; }
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("abcde")]
    [InlineData("   abcde   ")]
    [InlineData("نص")]
    [InlineData("a😀b")]
    public void A_text_within_its_length_passes(string text) => new Form { ShortName = text }.Checked().ShortName.ShouldBe(text);

    public static TheoryData<string?, string> BadTexts => new()
    {
        { null, "This is required." },
        { "", "This is required." },
        { " \t\n", "This is required." },
        { "\u00a0\u2003", "This is required." },
        { "abcdef", "At most 5 characters." },
        { "a", "At least 2 characters." },
        { "   a  ", "At least 2 characters." },
        { "a\0b", "This contains characters that cannot be stored." },
        { "ab\ud83d", "This contains characters that cannot be stored." },
        { "\ude00ab", "This contains characters that cannot be stored." },
        { "\ude00\ud83d", "This contains characters that cannot be stored." },
        { "\ud83d\ud83d\ude00", "This contains characters that cannot be stored." },
    };

    // Not enumerated at discovery: a lone surrogate does not survive the way to the runner and back.
    [Theory, MemberData(nameof(BadTexts), DisableDiscoveryEnumeration = true)]
    public void A_bad_text_is_refused_by_name_and_in_words(string? text, string message)
    {
        var refusal = Should.Throw<Refusal>(() => new Form { ShortName = text }.Checked());
        refusal.Kind.ShouldBe(RefusalKind.Invalid);
        refusal.Code.ShouldBe("validation_failed");
        refusal.Message.ShouldBe(message);
        refusal.Fields.ShouldBe([new FieldError("shortName", message)]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void An_optional_text_may_be_missing_or_blank(string? text) => new Form { Note = text }.Checked().Note.ShouldBe(text);

    [Fact]
    public void An_optional_text_that_is_there_is_held_to_its_rules() =>
        Should.Throw<Refusal>(() => new Form { Note = "too long" }.Checked()).Fields.ShouldHaveSingleItem().Field.ShouldBe("note");

    [Theory]
    [InlineData(null, true)]
    [InlineData("low", true)]
    [InlineData("HIGH", true)]
    [InlineData("", false)]
    [InlineData("middle", false)]
    [InlineData(" low", false)]
    public void A_word_is_one_of_its_list_or_missing(string? word, bool good)
    {
        var form = new Form { Level = word };
        if (good) form.Checked().ShouldBe(form);
        else Should.Throw<Refusal>(() => form.Checked()).Fields.ShouldBe([new FieldError("level", "Choose one of: low, high.")]);
    }

    [Fact]
    public void All_bad_fields_are_named_at_once() =>
        Should.Throw<Refusal>(() => new Form { ShortName = "", Note = "too long", Level = "no" }.Checked())
            .Fields.Select(f => f.Field).ShouldBe(["shortName", "note", "level"], ignoreOrder: true);
}

public sealed class CursorTests
{
    [Fact]
    public void A_cursor_comes_back_as_it_went()
    {
        var cursor = new Cursor(new DateTimeOffset(2026, 3, 2, 9, 0, 0, 123, TimeSpan.Zero), Ids.New());
        var text = cursor.ToString();
        Cursor.Read(text).ShouldBe(cursor);
        Uri.EscapeDataString(text).ShouldBe(text, "It stands in addresses as it is.");
    }

    [Fact]
    public void A_time_of_another_zone_is_the_same_place()
    {
        var id = Guid.NewGuid();
        var riyadh = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(3));
        new Cursor(riyadh, id).ToString().ShouldBe(new Cursor(riyadh.ToUniversalTime(), id).ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void No_text_is_the_beginning(string? text) => Cursor.Read(text).ShouldBeNull();

    [Theory]
    [InlineData("x")]
    [InlineData("!!!!")]
    [InlineData("مكان")]
    [InlineData("MTIz")] // 123
    [InlineData("MTIzLng")] // 123.x
    [InlineData("YWJjLjAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAw")] // abc.000…
    [InlineData("OTk5OTk5OTk5OTk5OTk5OTk5OTk5Ljk")] // 99999999999999999999.9
    [InlineData("OTIyMzM3MjAzNjg1NDc3NTgwNy4wMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMA")] // long.MaxValue.000…
    [InlineData("LTEuMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA")] // -1.000…
    public void A_text_that_is_no_cursor_is_refused(string text) =>
        Should.Throw<Refusal>(() => Cursor.Read(text)).Fields.ShouldHaveSingleItem().Field.ShouldBe("after");
}

public sealed class SettingsTests
{
    public static TheoryData<string, Action<Settings>, string> Faults => new()
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
        { "s3 without all", s => s.Files.S3Url = "http://s3", "S3Bucket, S3AccessKey and S3SecretKey" },
        { "s3 without secret", s => (s.Files.S3Url, s.Files.S3Bucket, s.Files.S3AccessKey) = ("http://s3", "b", "k"), "S3Bucket, S3AccessKey and S3SecretKey" },
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
        var settings = new Settings { ServiceApiKey = "long-enough", Database = DatabaseKind.Postgres, ConnectionString = "Host=db", PublicUrl = "https://help.example.com", RateLimit = { PerMinute = 0, PerHour = 0 } };
        (settings.Mail.Host, settings.Mail.Port) = ("mail", 587);
        (settings.Files.S3Url, settings.Files.S3Bucket, settings.Files.S3AccessKey, settings.Files.S3SecretKey) = ("http://s3", "b", "k", "s");
        new SettingsCheck().Validate(null, settings).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void All_faults_are_told_at_once() =>
        new SettingsCheck().Validate(null, new Settings { DataFolder = "", ServiceApiKey = "x" }).Failures!.Count().ShouldBe(2);
}
