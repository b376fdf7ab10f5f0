using System.Security.Cryptography;
using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Web.Live;

namespace CsDashboard.Tests.Live;

/// <summary>What a page hands to its live self arrives as it was, or not at all.</summary>
public sealed class CarriedValueTests
{
    [Fact]
    public void A_value_comes_back_as_it_was()
    {
        var moment = new TicketMoment(DateTimeOffset.UnixEpoch, "آمنة 🙂", true, TicketFact.Tag, null, "\"'<&");
        var packed = CarriedValue.Pack(7, new[] { moment, moment }).ShouldNotBeNull();
        var (announced, value) = CarriedValue.Unpack<TicketMoment[]>(packed);
        announced.ShouldBe(7);
        value.ShouldBe([moment, moment]);
        CarriedValue.Unpack<string?>(CarriedValue.Pack<string?>(0, null)!).Value.ShouldBeNull();
    }

    [Fact]
    public void Rows_take_a_fraction_of_their_text()
    {
        var rows = Enumerable
            .Range(0, 50)
            .Select(i => new TicketMoment(
                DateTimeOffset.UnixEpoch.AddMinutes(i),
                "Sara Ahmed",
                false,
                TicketFact.Status,
                "Open",
                "Solved"
            ));
        var plain = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(rows).Length;
        CarriedValue.Pack(0, rows.ToArray()).ShouldNotBeNull().Length.ShouldBeLessThan(plain / 4);
    }

    [Fact]
    public void One_that_would_burst_the_message_to_the_server_is_not_carried()
    {
        var noise = Convert.ToBase64String(RandomNumberGenerator.GetBytes(CarriedValue.AtMost * 2));
        CarriedValue.Pack(0, noise).ShouldBeNull();
        CarriedValue.Pack(0, new string('a', CarriedValue.AtMost * 10)).ShouldNotBeNull("It is small once packed.");
    }
}
