using System.Net;
using CsDashboard.Foundation;

namespace CsDashboard.Tests.Desk;

/// <summary>The tickets' events on GET /api/customers/me/events (contract: portal, Event stream).</summary>
public sealed class TicketStreamTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Every_event_of_the_contract_comes_to_the_right_customer_on_all_their_streams_and_to_nobody_else()
    {
        await using var one = await PortalStream.Open(app.Client(app.Sara));
        await using var two = await PortalStream.Open(app.Client(app.Sara));
        await using var david = await PortalStream.Open(app.Client(app.David));
        await using var oskar = await PortalStream.Open(app.Client(app.Oskar));

        var id = (await app.Opened(app.Sara, "Live")).Text("id");
        var answer = await app.Said(app.Karim, id, "Here I am.");
        await app.Moved(id, "in_progress");
        await app.Moved(id, "resolved");
        string call;
        using (var asked = await app.Client(app.Sara).Post("api/customers/me/calls", new { note = "Soon" }))
            call = (await asked.Json()).Text("id");

        foreach (var stream in new[] { one, two })
        {
            var created = await stream.Next();
            (created.Type, created.Data.Text("ticketId"), created.Data.Text("title")).ShouldBe(("ticket_created", id, "Live"));
            var message = await stream.Next();
            (message.Type, message.Data.Text("ticketId"), message.Data.Text("messageId")).ShouldBe(("new_message", id, answer.Text("id")));
            // in_progress is open in the portal's words: that move does not show in them.
            var moved = await stream.Next();
            (moved.Type, moved.Data.Text("ticketId"), moved.Data.Text("from"), moved.Data.Text("to")).ShouldBe(
                ("status_change", id, "open", "resolved")
            );
            var requested = await stream.Next();
            (requested.Type, requested.Data.Text("callId")).ShouldBe(("call_requested", call));
        }
        foreach (var (stream, person) in new[] { (david, app.David), (oskar, app.Oskar) })
        {
            var own = (await app.Opened(person, "Own")).Text("id");
            (await stream.Next()).Data.Text("ticketId").ShouldBe(own, "The first event of somebody else must be their own.");
        }
    }

    [Fact]
    public async Task A_stream_goes_on_after_the_event_it_names()
    {
        string seen,
            first,
            second;
        await using (var stream = await PortalStream.Open(app.Client(app.David)))
        {
            first = (await app.Opened(app.David, "Seen")).Text("id");
            var created = await stream.Next();
            seen = created.Id;
            created.Data.Text("ticketId").ShouldBe(first);
        }
        second = (await app.Opened(app.David, "Missed")).Text("id");
        await app.Opened(app.Sara, "Not his");
        await using var again = await PortalStream.Open(app.Client(app.David), seen);
        (await again.Next()).Data.Text("ticketId").ShouldBe(second);
        var third = (await app.Opened(app.David, "Live again")).Text("id");
        (await again.Next()).Data.Text("ticketId").ShouldBe(third);
    }
}
