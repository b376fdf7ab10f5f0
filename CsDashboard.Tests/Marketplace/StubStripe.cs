using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsDashboard.Marketplace.Payments;
using Microsoft.AspNetCore.Http;

namespace CsDashboard.Tests.Marketplace;

/// <summary>
/// Stripe on a real port of this machine, as far as we speak with it: pages to pay on, refunds, whose key it is. It knows calls by their
/// key, as Stripe does, and signs what it tells.
/// </summary>
internal sealed class StubStripe : IAsyncDisposable
{
    public const string Key = "sk_test_51canarykeyOfNour",
        Secret = "whsec_canarySecretOfNour";

    private readonly ConcurrentDictionary<string, (string Asked, JsonObject Answer)> keyed = new();
    private readonly ConcurrentDictionary<string, JsonObject> sessions = new();
    private readonly Lock one = new();
    private LocalServer server = null!;
    private int number;

    public string Url => server.Url;

    /// <summary>So many calls fail before one works again.</summary>
    public int Failing { get; set; }

    /// <summary>Refuses every refund, in these words.</summary>
    public string? NoRefunds { get; set; }
    public IReadOnlyList<JsonObject> Sessions => [.. sessions.Values];
    public ConcurrentQueue<(string Payment, long Amount)> Refunds { get; } = new();
    public ConcurrentQueue<string> Calls { get; } = new();

    public static async Task<StubStripe> Start()
    {
        var stub = new StubStripe();
        stub.server = await LocalServer.Start(stub.Answer);
        return stub;
    }

    /// <summary>The buyer pays on the page; the session as it is then.</summary>
    public JsonObject Pay(JsonObject session, long? amount = null, string? currency = null)
    {
        lock (one)
        {
            (session["status"], session["payment_status"]) = ("complete", "paid");
            session["payment_intent"] ??= $"pi_{Interlocked.Increment(ref number)}";
            if (amount is not null)
                session["amount_total"] = amount;
            if (currency is not null)
                session["currency"] = currency;
            return session;
        }
    }

    /// <summary>What Stripe sends of it.</summary>
    public static byte[] Event(string type, JsonObject about, string? id = null) =>
        Encoding.UTF8.GetBytes(
            new JsonObject
            {
                ["id"] = id ?? "evt_" + Guid.NewGuid().ToString("N"),
                ["type"] = type,
                ["data"] = new JsonObject { ["object"] = about.DeepClone() },
            }.ToJsonString()
        );

    public static string Sign(byte[] body, DateTimeOffset at, string secret = Secret) =>
        $"t={at.ToUnixTimeSeconds()},v0=old,v1={StripeSignature.Of(at.ToUnixTimeSeconds(), body, secret)}";

    private async Task Answer(HttpContext http)
    {
        var (path, method) = (http.Request.Path.Value!, http.Request.Method);
        Calls.Enqueue($"{method} {path}");
        if (http.Request.Headers.Authorization != "Bearer " + Key)
        {
            await Say(http, 401, Fault("Invalid API Key provided"));
            return;
        }
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync() : FormCollection.Empty;
        if (Failing > 0)
        {
            Failing--;
            await Say(http, 503, Fault("Try later"));
            return;
        }
        var (status, answer) = Do(method, path, form, http.Request.Headers["Idempotency-Key"].ToString());
        await Say(http, status, answer);
    }

    private (int, JsonObject) Do(string method, string path, IFormCollection form, string key)
    {
        lock (one)
        {
            if (path == "/v1/account")
                return (
                    200,
                    new JsonObject
                    {
                        ["id"] = "acct_1",
                        ["charges_enabled"] = true,
                        ["settings"] = new JsonObject { ["dashboard"] = new JsonObject { ["display_name"] = "Nour Cards" } },
                    }
                );
            var parts = path.Split('/');
            if (path.StartsWith("/v1/checkout/sessions/", StringComparison.Ordinal))
            {
                if (!sessions.TryGetValue(parts[4], out var session))
                    return (404, Fault("No such session"));
                if (parts[^1] == "expire")
                    session["status"] = "expired";
                return (200, session);
            }
            var asked = string.Join('&', form.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}"));
            if (key.Length > 0 && keyed.TryGetValue(key, out var known))
                return known.Asked == asked ? (200, known.Answer) : (400, Fault("Keys for idempotent requests can only be used once"));
            var (status, made) = path == "/v1/refunds" ? Refund(form) : (200, Session(form));
            if (status == 200 && key.Length > 0)
                keyed[key] = (asked, made);
            return (status, made);
        }
    }

    private (int, JsonObject) Refund(IFormCollection form)
    {
        if (NoRefunds is not null)
            return (400, Fault(NoRefunds));
        Refunds.Enqueue(
            (form["payment_intent"].ToString(), long.Parse(form["amount"].ToString(), System.Globalization.CultureInfo.InvariantCulture))
        );
        return (200, new JsonObject { ["id"] = $"re_{Interlocked.Increment(ref number)}", ["status"] = "succeeded" });
    }

    private JsonObject Session(IFormCollection form)
    {
        var id = $"cs_{Interlocked.Increment(ref number)}";
        var amount = long.Parse(
            form["line_items[0][price_data][unit_amount]"].ToString(),
            System.Globalization.CultureInfo.InvariantCulture
        );
        return sessions[id] = new JsonObject
        {
            ["id"] = id,
            ["url"] = $"https://checkout.stripe.example/c/{id}",
            ["status"] = "open",
            ["payment_status"] = "unpaid",
            ["amount_total"] = amount,
            ["currency"] = form["line_items[0][price_data][currency]"].ToString(),
            ["client_reference_id"] = form["client_reference_id"].ToString(),
            ["success_url"] = form["success_url"].ToString(),
            ["metadata"] = new JsonObject { ["session"] = form["metadata[session]"].ToString() },
        };
    }

    private static JsonObject Fault(string message) => new() { ["error"] = new JsonObject { ["message"] = message } };

    private async Task Say(HttpContext http, int status, JsonObject answer)
    {
        string text;
        lock (one)
            text = answer.ToJsonString();
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(text);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
