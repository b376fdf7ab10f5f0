using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.IO.Pipelines;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Live;
using CsDashboard.Signals;
using Microsoft.AspNetCore.Http.Features;

namespace CsDashboard.Web.Live;

/// <summary>
/// GET /api/customers/me/events: the customer's events as they happen, as server-sent events (contract: portal, Event stream). The name is
/// inside the JSON. With Last-Event-ID missed events come first, and nothing is lost or sent twice.
/// </summary>
internal static class EventStream
{
    public static void MapEventStream(this Api api) =>
        api
            .Customer.MapGet("/customers/me/events", Stream)
            .WithTags("events")
            .Produces(200, contentType: "text/event-stream")
            .WithSummary(
                "Server-sent events: ticket_created, new_message, call_requested, status_change, signal_published, signal_updated, heartbeat"
            );

    private static async Task Stream(
        HttpContext http,
        Actor actor,
        MissedEvents missed,
        SignalAccess signals,
        IHostApplicationLifetime lifetime,
        string? lastEventId = null
    )
    {
        var asked = http.Request.Headers.TryGetValue("Last-Event-ID", out var header) ? header.ToString() : lastEventId;
        var ear = await signals.EarOf(actor);
        // Without a place to go on from, it starts at the latest event, read before listening, so that no moment is missed.
        var after =
            asked is null or "" ? await missed.Latest(actor, ear)
            : long.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id
            : throw Refusal.Invalid("lastEventId", Words.Of("Refused_Cursor"));
        using var line = LiveConnection.Of(http, actor, ear, http.RequestServices);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            var pipe = Begin(http);
            Write(pipe, after, LiveConnection.Connected(actor).Span);
            await pipe.FlushAsync(end.Token);
            var told = await Replay(pipe, missed, actor, ear, after, end.Token);
            while (await line.Next(end.Token) is { } message)
            {
                if (message.Id > 0 && told?.Remove(message.Id) == true)
                    continue;
                Write(pipe, message.Id, message.Body.Span);
                await pipe.FlushAsync(end.Token);
            }
            if (line.TooSlow)
                http.Abort();
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested) { }
    }

    // Events sent here may be queued in the connection, too: their ids are returned to be skipped once.
    private static async Task<HashSet<long>?> Replay(
        PipeWriter pipe,
        MissedEvents missed,
        Actor actor,
        GroupFilter ear,
        long after,
        CancellationToken cancellation
    )
    {
        HashSet<long>? told = null;
        for (var more = true; more; )
        {
            (var messages, after, more) = await missed.Since(actor, after, ear, cancellation);
            foreach (var message in messages)
            {
                (told ??= []).Add(message.Id);
                Write(pipe, message.Id, message.Body.Span);
            }
            if (messages.Count > 0)
                await pipe.FlushAsync(cancellation);
        }
        return told;
    }

    private static PipeWriter Begin(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentType = "text/event-stream; charset=utf-8";
        headers.CacheControl = "no-cache, no-store";
        headers["X-Accel-Buffering"] = "no";
        if (HttpProtocol.IsHttp11(http.Request.Protocol))
            headers.Connection = "keep-alive";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        return http.Response.BodyWriter;
    }

    private static void Write(PipeWriter pipe, long id, ReadOnlySpan<byte> json)
    {
        if (id >= 0)
        {
            pipe.Write("id: "u8);
            Utf8Formatter.TryFormat(id, pipe.GetSpan(20), out var length);
            pipe.Advance(length);
            pipe.Write("\n"u8);
        }
        pipe.Write("data: "u8);
        pipe.Write(json);
        pipe.Write("\n\n"u8);
    }
}
