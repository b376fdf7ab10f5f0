using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Signals;

namespace CsDashboard.Tests.Live;

public sealed class LiveHubTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Customers_hear_their_own_events_and_staff_the_companys_under_the_same_names()
    {
        await using var sara = await Connect(app.Sara);
        await using var karim = await Connect(app.Karim);
        await using var olga = await Connect(app.Olga);
        foreach (var ears in new[] { sara, karim, olga })
            (await ears.Next()).Name.ShouldBe("connected");

        var ticket = await app.Get<Tickets>().Open(app.Sara, new NewTicket { Title = "Over the hub", Description = "Please look." });
        foreach (var ears in new[] { sara, karim })
        {
            var (name, data) = await ears.Next();
            name.ShouldBe("ticket_created");
            data.GetProperty("ticketId").GetString().ShouldBe(ticket.Id.ToString());
            data.GetProperty("title").GetString().ShouldBe("Over the hub");
        }
        await app.Get<Tickets>().Open(app.Oskar, new NewTicket { Title = "Of the other company", Description = "Please look." });
        (await olga.Next()).Data.GetProperty("title").GetString().ShouldBe("Of the other company");
    }

    [Fact]
    public async Task Signals_are_told_to_every_customer_of_the_company_who_sees_them()
    {
        await using var sara = await Connect(app.Sara);
        await using var karim = await Connect(app.Karim);
        await using var oskar = await Connect(app.Oskar);
        foreach (var ears in new[] { sara, karim, oskar })
            (await ears.Next()).Name.ShouldBe("connected");
        var signals = app.Get<CsDashboard.Signals.TradingSignals>();
        var signal = await signals.Publish(
            app.Amina,
            new NewSignal
            {
                EntryPrice = 100,
                StopLoss = 90,
                TakeProfit = 130,
            }
        );
        await signals.Step(app.Amina, signal.Id, new SignalStep { Event = "entry_reached" });
        foreach (var ears in new[] { sara, karim })
        {
            var (name, data) = await ears.Next();
            (name, data.GetProperty("signalId").GetGuid()).ShouldBe(("signal_published", signal.Id));
            (await ears.Next()).Name.ShouldBe("signal_updated");
        }
        await app.Get<Tickets>().Open(app.Oskar, new NewTicket { Title = "Of the other company", Description = "Please look." });
        (await oskar.Next()).Name.ShouldBe("ticket_created");
    }

    [Fact]
    public async Task Without_a_session_there_is_no_connection()
    {
        await using var ears = new HubEars(app.Server, token: null);
        await Should.ThrowAsync<HttpRequestException>(() => ears.Start());
    }

    private async Task<HubEars> Connect(Actor person)
    {
        var ears = new HubEars(app.Server, (await app.SignIn(person)).Token);
        await ears.Start();
        return ears;
    }
}
