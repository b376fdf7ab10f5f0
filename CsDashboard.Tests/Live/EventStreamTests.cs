using System.Globalization;
using System.Net.Http.Headers;
using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Live;

namespace CsDashboard.Tests.Live;

public sealed class EventStreamTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_first_frame_says_connected_and_then_what_happens_is_told()
    {
        using var stream = await Frames.Open(app.Client(app.Sara));
        stream.Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        stream.Response.Headers.CacheControl!.NoCache.ShouldBeTrue();
        stream.Response.Headers.GetValues("X-Accel-Buffering").Single().ShouldBe("no");
        (await stream.Must()).Type.ShouldBe("connected");

        var ticket = await Open(app.Sara, "Where is my order");
        var (id, type, data) = await stream.Must();
        type.ShouldBe("ticket_created");
        data.GetProperty("title").GetString().ShouldBe("Where is my order");
        data.GetProperty("ticketId").GetString().ShouldBe(ticket.ToString());
        long.Parse(id!, CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Only_ones_own_events_are_told()
    {
        using var stream = await Frames.Open(app.Client(app.David));
        await stream.Must();
        await Open(app.Sara, "Not for David");
        await Open(app.Oskar, "Not for David either");
        await Open(app.David, "For David");
        (await stream.Must()).Data.GetProperty("title").GetString().ShouldBe("For David");
    }

    [Fact]
    public async Task Coming_back_with_the_last_id_tells_what_was_missed_first()
    {
        string last;
        using (var stream = await Frames.Open(app.Client(app.Sara)))
        {
            await stream.Must();
            await Open(app.Sara, "one");
            last = (await stream.Must()).Id!;
        }
        await Open(app.Sara, "two");
        await Open(app.Sara, "three");
        using var again = await Frames.Open(app.Client(app.Sara), last);
        (await again.Must()).Type.ShouldBe("connected");
        (await again.Must()).Data.GetProperty("title").GetString().ShouldBe("two");
        (await again.Must()).Data.GetProperty("title").GetString().ShouldBe("three");
        await Open(app.Sara, "four");
        (await again.Must()).Data.GetProperty("title").GetString().ShouldBe("four");
    }

    [Fact]
    public async Task A_place_in_the_first_frame_is_enough_to_come_back_with()
    {
        string place;
        using (var stream = await Frames.Open(app.Client(app.Sara)))
            place = (await stream.Must()).Id!;
        await Open(app.Sara, "while away");
        using var again = await Frames.Open(app.Client(app.Sara), place);
        await again.Must();
        (await again.Must()).Data.GetProperty("title").GetString().ShouldBe("while away");
    }

    [Fact]
    public async Task Nothing_is_lost_or_told_twice_while_one_connects_again_and_again()
    {
        const int Tickets = 60;
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < Tickets; i++)
                await Open(app.Sara, $"burst {i}");
        });
        var told = new List<string>();
        string? last = null;
        using (var first = await Frames.Open(app.Client(app.Sara), last))
            last = (await first.Must()).Id;
        var before = told.Count;
        while (
            told.Count < Tickets && !(writing.IsCompleted && told.Count == before && told.Count > 0 && told[^1] == $"burst {Tickets - 1}")
        )
        {
            using var stream = await Frames.Open(app.Client(app.Sara), last);
            await stream.Must();
            for (var i = 0; i < 7 && told.Count < Tickets; i++)
            {
                var (id, _, data) = await stream.Must();
                last = id;
                told.Add(data.GetProperty("title").GetString()!);
                if (told[^1] == $"burst {Tickets - 1}")
                    break;
            }
            if (told.Count > 0 && told[^1] == $"burst {Tickets - 1}")
                break;
        }
        await writing;
        var begun = int.Parse(told[0].Split(' ')[1], CultureInfo.InvariantCulture);
        told.ShouldBe(Enumerable.Range(begun, Tickets - begun).Select(i => $"burst {i}"));
    }

    [Fact]
    public async Task Signing_out_ends_the_stream()
    {
        var tokens = await app.SignIn(app.David);
        var client = app.Anonymous;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Token);
        using var stream = await Frames.Open(client);
        await stream.Must();
        await (await client.Post("api/auth/logout")).ShouldBe(200);
        (await stream.Next()).ShouldBeNull();
    }

    [Fact]
    public async Task Staff_and_strangers_are_refused_and_a_place_that_is_none_is_400()
    {
        await (await app.Client(app.Karim).GetAsync("api/customers/me/events")).ShouldBeProblem(403);
        await (await app.Service.GetAsync("api/customers/me/events")).ShouldBeProblem(403);
        await (await app.Anonymous.GetAsync("api/customers/me/events")).ShouldBeProblem(401);
        await (await app.Client(app.Sara).GetAsync("api/customers/me/events?lastEventId=x")).ShouldBeProblem(400, field: "lastEventId");
    }

    [Fact]
    public async Task Several_streams_of_one_person_all_hear_and_leave_nothing_behind()
    {
        var topic = Topic.Customer(app.Other, app.Oskar.CustomerId!.Value);
        var client = app.Client(app.Oskar);
        var streams = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Frames.Open(client)));
        foreach (var stream in streams)
            await stream.Must();
        app.Get<LiveFeed>().Count(topic).ShouldBe(50);
        await Open(app.Oskar, "to all");
        foreach (var stream in streams)
            (await stream.Must()).Data.GetProperty("title").GetString().ShouldBe("to all");
        foreach (var stream in streams)
            stream.Dispose();
        for (var i = 0; i < 100 && app.Get<LiveFeed>().Count(topic) > 0; i++)
            await Task.Delay(50);
        app.Get<LiveFeed>().Count(topic).ShouldBe(0);
    }

    private async Task<Guid> Open(Actor customer, string title) =>
        (await app.Get<Tickets>().Open(customer, new NewTicket { Title = title, Description = "Please look." })).Id;
}
