using System.Net;
using System.Text;
using System.Text.Json;
using CsDashboard.Desk;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Signals;
using CsDashboard.Tests.Desk;
using CsDashboard.Tests.Live;

namespace CsDashboard.Tests.Signals;

public sealed class SignalEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Path = "api/enhanced/signals";

    // Word for word the example of the original's description.
    private const string Sample =
        """{"type":"crypto","pair":"BTC/USD","direction":"BUY","entry_price":45000.0,"stop_loss":44000.0,"take_profit":47000.0,"indicators":{"rsi":35,"macd":0.5,"volume":1200000}}""";

    private async Task<JsonElement> Published(object? body = null, Actor? by = null)
    {
        using var response = await app.Client(by ?? app.Amina).Post(Path, body ?? Sample);
        await response.ShouldBe(HttpStatusCode.Created);
        return (await response.Json()).GetProperty("signal");
    }

    [Fact]
    public async Task The_seeds_example_is_published_as_the_contract_says()
    {
        using var response = await app.Client(app.Amina).Post(Path, Sample);
        await response.ShouldBe(HttpStatusCode.Created);
        var body = await response.Json();
        body.GetProperty("success").GetBoolean().ShouldBeTrue();
        body.Text("message").ShouldNotBeEmpty();
        var signal = body.GetProperty("signal");
        signal.GetProperty("id").GetInt64().ShouldBeGreaterThan(0);
        (signal.Text("signal_type"), signal.Text("pair"), signal.Text("direction"), signal.Text("created_by")).ShouldBe(
            ("crypto", "BTC/USD", "BUY", "admin")
        );
        (
            signal.GetProperty("entry_price").GetDecimal(),
            signal.GetProperty("stop_loss").GetDecimal(),
            signal.GetProperty("take_profit").GetDecimal()
        ).ShouldBe((45000m, 44000m, 47000m));
        (
            signal.GetProperty("confidence_score").GetInt32(),
            signal.GetProperty("is_recommended").GetBoolean(),
            signal.GetProperty("is_active").GetBoolean()
        ).ShouldBe((75, false, true));
        signal.GetProperty("created_at").GetDateTimeOffset().ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(1));

        // The contract's defaults are crypto, BTC/USD, BUY.
        var plain = await Published(
            new
            {
                entry_price = 100,
                stop_loss = 90,
                take_profit = 130,
            }
        );
        (plain.Text("signal_type"), plain.Text("pair"), plain.Text("direction")).ShouldBe(("crypto", "BTC/USD", "BUY"));
    }

    [Fact]
    public async Task The_list_has_active_ones_of_the_last_day_newest_first_with_its_filters()
    {
        await using var own = await TestApp.Start();
        async Task<JsonElement> Post(object body)
        {
            using var r = await own.Client(own.Amina).Post(Path, body);
            return (await r.Json()).GetProperty("signal");
        }
        var (first, gold) = (
            await Post(Sample),
            await Post(
                new
                {
                    type = "forex",
                    pair = "XAU/USD",
                    direction = "SELL",
                    entry_price = 2400,
                    stop_loss = 2410,
                    take_profit = 2370,
                    indicators = new { rsi = 70, macd = -1 },
                }
            )
        );
        var over = await Post(
            new
            {
                pair = "ETH/USD",
                entry_price = 3000,
                stop_loss = 2900,
                take_profit = 3300,
            }
        );
        using (
            var cancelled = await own.Client(own.Amina)
                .Post($"{Path}/{over.GetProperty("id").GetInt64()}/events", new { @event = "cancelled", note = "News" })
        )
            await cancelled.ShouldBe(200);
        foreach (var client in new[] { own.Client(own.David), own.Client(own.Karim), own.Client(own.Amina), own.Service })
        {
            var list = await client.Get(Path);
            (list.GetProperty("success").GetBoolean(), list.GetProperty("count").GetInt32()).ShouldBe((true, 2));
            list.GetProperty("signals")
                .EnumerateArray()
                .Select(s => s.GetProperty("id").GetInt64())
                .ShouldBe([gold.GetProperty("id").GetInt64(), first.GetProperty("id").GetInt64()]);
        }
        var david = own.Client(own.David);
        (await david.Get(Path + "?type=forex")).GetProperty("count").GetInt32().ShouldBe(1);
        (await david.Get(Path + "?recommended=true")).GetProperty("signals")[0].Text("pair").ShouldBe("XAU/USD");
        // The original took recommended=false for true (docs/contract.md, defects).
        (await david.Get(Path + "?recommended=false"))
            .GetProperty("count")
            .GetInt32()
            .ShouldBe(2);
        await (await david.GetAsync(Path + "?type=stocks")).ShouldBeProblem(400, field: "type");
        await (await david.GetAsync(Path + "?recommended=maybe")).ShouldBeProblem(400, field: "recommended");
        (await own.Client(own.Oskar).Get(Path)).GetProperty("count").GetInt32().ShouldBe(0);
    }

    public static TheoryData<string, string> Bad =>
        new()
        {
            { """{"entry_price":0,"stop_loss":1,"take_profit":2}""", "entry_price" },
            { """{"stop_loss":90,"take_profit":130}""", "entry_price" },
            { """{"entry_price":"NaN","stop_loss":90,"take_profit":130}""", "entry_price" },
            { """{"entry_price":-100,"stop_loss":90,"take_profit":130}""", "entry_price" },
            { """{"entry_price":1234567890123456789012345678901234567890,"stop_loss":90,"take_profit":130}""", "entry_price" },
            { """{"entry_price":100.1234567890123456789012345678901234567890,"stop_loss":90,"take_profit":130}""", "entry_price" },
            { """{"entry_price":100,"stop_loss":100,"take_profit":130}""", "stop_loss" },
            { """{"entry_price":100,"stop_loss":110,"take_profit":130}""", "stop_loss" },
            { """{"entry_price":100,"stop_loss":90,"take_profit":95}""", "take_profit" },
            { """{"direction":"SELL","entry_price":100,"stop_loss":90,"take_profit":80}""", "stop_loss" },
            { """{"direction":"UP","entry_price":100,"stop_loss":90,"take_profit":130}""", "direction" },
            { """{"type":"stocks","entry_price":100,"stop_loss":90,"take_profit":130}""", "type" },
            { """{"pair":"BTC/DÖLLAR","entry_price":100,"stop_loss":90,"take_profit":130}""", "pair" },
            { """{"entry_price":100,"stop_loss":90,"take_profit":130,"indicators":{"rsi":"high"}}""", "indicators.rsi" },
            { """{"entry_price":100,"stop_loss":90,"take_profit":130,"indicators":[1]}""", "indicators" },
        };

    [Theory, MemberData(nameof(Bad))]
    public async Task What_is_wrong_is_400_with_its_field(string body, string field)
    {
        using var response = await app.Client(app.Amina).Post(Path, body);
        await response.ShouldBeProblem(400, field: field);
    }

    [Fact]
    public async Task An_indicator_object_of_a_megabyte_is_400_with_its_field()
    {
        var huge = string.Join(',', Enumerable.Range(0, 60_000).Select(i => $"\"indicator{i}\":1.5"));
        huge.Length.ShouldBeGreaterThan(1_048_576);
        using var response = await app.Client(app.Amina)
            .Post(Path, "{\"entry_price\":100,\"stop_loss\":90,\"take_profit\":130,\"indicators\":{" + huge + "}}");
        await response.ShouldBeProblem(400, field: "indicators");
    }

    [Fact]
    public async Task Only_admins_publish()
    {
        foreach (var client in new[] { app.Client(app.David), app.Client(app.Karim), app.Service })
            await (await client.Post(Path, Sample)).ShouldBeProblem(403);
        await (await app.Anonymous.Post(Path, Sample)).ShouldBeProblem(401);
        await (await app.Anonymous.GetAsync(Path)).ShouldBeProblem(401);
    }

    [Fact]
    public async Task A_life_by_the_api_and_the_record_of_it()
    {
        var signal = await Published(by: app.Omar);
        var id = signal.Text("signal_id");
        async Task<HttpResponseMessage> Step(object body) => await app.Client(app.Omar).Post($"{Path}/{id}/events", body);
        using (var bad = await Step(new { @event = "won" }))
            await bad.ShouldBeProblem(400, field: "event");
        using (var bad = await Step(new { }))
            await bad.ShouldBeProblem(400, field: "event");
        using (var early = await Step(new { @event = "stop_reached" }))
            await early.ShouldBeProblem(409);
        using (var entry = await Step(new { @event = "entry_reached" }))
            (await entry.Json()).GetProperty("signal").Text("state").ShouldBe("running");
        using (var moved = await Step(new { @event = "moved", stop_loss = 48000 }))
            await moved.ShouldBeProblem(400, field: "stop_loss");
        using (var closed = await Step(new { @event = "closed", price = 46500 }))
            (await closed.Json()).GetProperty("signal").GetProperty("result").GetDecimal().ShouldBe(1.5m);

        var oskar = app.Client(app.Oskar);
        var detail = await oskar.Get($"{Path}/{id}");
        detail.GetProperty("life").EnumerateArray().Select(l => l.Text("event")).ShouldBe(["published", "entry_reached", "closed"]);
        var record = (await oskar.Get(Path + "/record")).GetProperty("record");
        record.GetProperty("netR").GetDecimal().ShouldBe(1.5m);
        var verdict = await oskar.Get(Path + "/record/verify");
        (verdict.GetProperty("whole").GetBoolean(), verdict.GetProperty("verdict").GetProperty("links").GetInt64()).ShouldBe((true, 3));
        using var download = await oskar.GetAsync(Path + "/record/download");
        download.Content.Headers.ContentDisposition!.FileName!.ShouldContain("signal-record.jsonl");
        (await download.Content.ReadAsStringAsync()).Trim().Split('\n').Length.ShouldBe(3);
        await (await app.Client(app.David).GetAsync($"{Path}/{id}")).ShouldBeProblem(404);
    }

    [Fact]
    public async Task The_stream_tells_of_publications_and_of_what_was_missed()
    {
        var david = app.Client(app.David);
        string place,
            id;
        using (var stream = await Frames.Open(david))
        {
            place = (await stream.Must()).Id!;
            id = (await Published()).Text("signal_id");
            var (_, type, data) = await stream.Must();
            (type, data.Text("signalId"), data.Text("pair")).ShouldBe(("signal_published", id, "BTC/USD"));
        }
        using (var step = await app.Client(app.Amina).Post($"{Path}/{id}/events", new { @event = "entry_reached" }))
            await step.ShouldBe(200);
        using var again = await Frames.Open(david, place);
        await again.Must();
        (await again.Must()).Type.ShouldBe("signal_published");
        var updated = await again.Must();
        (updated.Type, updated.Data.Text("event"), updated.Data.Text("state")).ShouldBe(("signal_updated", "entry_reached", "running"));
    }

    [Fact]
    public async Task An_alert_is_answered_at_once_and_a_repeat_with_the_same_id()
    {
        var (row, token) = await app.Get<Alerts>().MakeToken(app.Amina, "Hook");
        async Task<HttpResponseMessage> Send(string body, string to, string type = "text/plain") =>
            await app.Anonymous.PostAsync("hooks/signals/" + to, new StringContent(body, Encoding.UTF8, type));
        using var taken = await Send("""{"pair":"SOL/USD","side":"buy","price":100}""", token, "application/json");
        await taken.ShouldBe(HttpStatusCode.Accepted);
        var id = (await taken.Json()).Text("id");
        using (var repeat = await Send("""{"pair":"SOL/USD","side":"buy","price":100}""", token))
            (await repeat.Json()).Text("id").ShouldBe(id);
        await app.Drain();
        (await app.Get<CsDashboard.Signals.Drafts>().List(app.Amina)).Count(d => d.Pair == "SOL/USD").ShouldBe(1);
        await (await Send("BUY", "nobodys")).ShouldBeProblem(404);
        await (await Send(" ", token)).ShouldBeProblem(400, field: "body");
        await (await Send(new string('x', Alert.MaxBody + 1), token)).ShouldBeProblem(413);
        await (await Send(new string('x', Alert.MaxBody * 3), token)).ShouldBeProblem(413);
        await (await app.Anonymous.GetAsync("hooks/signals/" + token)).ShouldBeProblem(405);
        await app.Get<Alerts>().RevokeToken(app.Amina, row.Id);
        await (await Send("BUY again", token)).ShouldBeProblem(404);
    }

    [Fact]
    public async Task Guessing_tokens_is_slowed_down_like_every_call()
    {
        await using var own = await TestApp.Start(settings: [("CsDashboard:RateLimit:PerMinute", "5")]);
        for (var i = 0; i < 5; i++)
            await (await own.Anonymous.PostAsync("hooks/signals/guess" + i, new StringContent("x"))).ShouldBeProblem(404);
        await (await own.Anonymous.PostAsync("hooks/signals/guess", new StringContent("x"))).ShouldBeProblem(429);
    }

    [Fact]
    public async Task A_card_cannot_be_forged_or_taken_from_somebody_else()
    {
        var cards = app.Get<SubjectCards>();
        var own = await cards.Freeze(
            app.David,
            new NewSubjectCard(
                "signal",
                "#1 BTC/USD",
                null,
                app.David.Now,
                [new CardFact("Entry", "الدخول", "45000", "45000", FactForm.Figure)]
            )
        );
        foreach (var bad in new[] { "x", Guid.NewGuid().ToString() })
            await (
                await app.Client(app.David)
                    .Post(
                        "api/customers/me/tickets",
                        new
                        {
                            title = "A",
                            description = "B",
                            cardId = bad,
                        }
                    )
            ).ShouldBeProblem(400, field: "cardId");
        foreach (var stranger in new[] { app.Sara, app.Oskar })
        {
            await (
                await app.Client(stranger)
                    .Post(
                        "api/customers/me/tickets",
                        new
                        {
                            title = "A",
                            description = "B",
                            cardId = own,
                        }
                    )
            ).ShouldBeProblem(400, field: "cardId");
            (await Should.ThrowAsync<Refusal>(() => cards.Get(stranger, own))).Kind.ShouldBe(RefusalKind.NotFound);
        }
        using var opened = await app.Client(app.David)
            .Post(
                "api/customers/me/tickets",
                new
                {
                    title = "A",
                    description = "B",
                    cardId = own,
                }
            );
        await opened.ShouldBe(HttpStatusCode.Created);
        var ticket = Guid.Parse((await opened.Json()).Text("id"));
        (await app.Get<TicketLists>().Get(app.Karim, ticket)).Card!.Facts.Single().Value.ShouldBe("45000");
        await (
            await app.Client(app.David)
                .Post(
                    "api/customers/me/tickets",
                    new
                    {
                        title = "A",
                        description = "B",
                        cardId = own,
                    }
                )
        ).ShouldBeProblem(400, field: "cardId");
    }
}
