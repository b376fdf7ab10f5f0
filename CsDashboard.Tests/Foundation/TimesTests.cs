using System.Text.Json;
using CsDashboard.Foundation;
using CsDashboard.Web.Server;

namespace CsDashboard.Tests.Foundation;

/// <summary>Times that others wrote: ISO 8601, UTC where no zone is named, whatever zone the machine has.</summary>
public sealed class TimesTests
{
    [Theory]
    [InlineData("2024-01-05", "2024-01-05T00:00:00Z")]
    [InlineData("2024-01-05T00:00:00", "2024-01-05T00:00:00Z")]
    [InlineData("2024-01-05 17:30", "2024-01-05T17:30:00Z")]
    [InlineData("2024-01-05T17:30:15.123", "2024-01-05T17:30:15.123Z")]
    [InlineData("2024-01-05T17:30:15.1234567890Z", "2024-01-05T17:30:15.1234567Z")]
    [InlineData("2024-01-05T00:00:00+03:00", "2024-01-04T21:00:00Z")]
    [InlineData("2024-01-05T00:00:00-0500", "2024-01-05T05:00:00Z")]
    [InlineData("2024-01-05 +03", "2024-01-04T21:00:00Z")]
    [InlineData("2024-01-05 00:00:00 UTC", "2024-01-05T00:00:00Z")]
    public void A_time_is_read_as_it_says_and_without_a_zone_as_UTC(string text, string utc)
    {
        Times.TryRead(text, out var time).ShouldBeTrue();
        time.ShouldBe(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture));
        time.Offset.ShouldBe(TimeSpan.Zero);
        // And so in every body of the API, also where a value may be left out.
        JsonSerializer.Deserialize<DateTimeOffset>($"\"{text}\"", ApiJson.Options).ShouldBe(time);
        JsonSerializer.Deserialize<DateTimeOffset?>($"\"{text}\"", ApiJson.Options).ShouldBe(time);
    }

    [Theory]
    [InlineData("")]
    [InlineData("03/02/2024")]
    [InlineData("05.03.2024")]
    [InlineData("2024/01/05")]
    [InlineData("2024-13-05")]
    [InlineData("2024-02-30")]
    [InlineData("2024-01-05T24:00:00")]
    [InlineData("2024-01-05T5:00")]
    [InlineData("2024-01-05T17:00 PM")]
    [InlineData("2024-01-05T17:00:00+99:00")]
    [InlineData("2024-01-05T17:00:00 EST")]
    [InlineData("0001-01-01T00:00:00+03:00")]
    [InlineData("17:00")]
    [InlineData("45296")]
    public void What_is_none_is_refused_and_never_guessed(string text)
    {
        Times.TryRead(text, out _).ShouldBeFalse();
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<DateTimeOffset>($"\"{text}\"", ApiJson.Options));
        if (text.Length > 0)
            Should.Throw<Refusal>(() => Times.Given(text, "from")).Fields[0].Field.ShouldBe("from");
    }

    [Fact]
    public void A_time_in_JSON_is_written_as_ever()
    {
        // A machine whose zone is UTC would not show the other reader.
        ApiJson.Options.GetConverter(typeof(DateTimeOffset)).ShouldBeOfType<JsonTime>();
        var time = new DateTimeOffset(2024, 1, 5, 17, 30, 0, TimeSpan.Zero);
        JsonSerializer.Serialize(time, ApiJson.Options).ShouldBe(JsonSerializer.Serialize(time));
    }
}
