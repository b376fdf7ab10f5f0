using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsDashboard.Foundation;
using CsDashboard.Signals;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CsDashboard.Web.Signals;

/// <summary>/api/enhanced/signals: customers read what their tier lets them see, admins publish and record what happened.</summary>
internal static class SignalEndpoints
{
    // Leaves room for a thousand kilobytes of indicators, which are refused by name rather than by length.
    private const long MaxBody = 3 * 1_048_576;

    public static void MapSignals(this Api api)
    {
        const string Path = "/enhanced/signals";
        api.Admin.MapPost(Path, Publish)
            .WithName("publishSignal")
            .WithTags("signals")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBody))
            .WithSummary("Publishes a signal to every customer whose tier sees it; it can't be taken back")
            .ProducesProblem(400);
        api.Admin.MapPost(Path + "/{id}/events", Step)
            .WithName("stepSignal")
            .WithTags("signals")
            .WithSummary(
                "Writes down what happened to a signal: entry_reached, target_reached, stop_reached, moved, closed, cancelled, corrected"
            )
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409);
        var seen = api.SignedIn.MapGroup(Path).WithTags("signals");
        seen.MapGet("", List)
            .WithName("listSignals")
            .WithSummary("Active signals of the last 24 hours, newest first, at most 50")
            .ProducesProblem(400);
        seen.MapGet("/{id}", Get).WithName("getSignal").WithSummary("A signal with its candles and its life").ProducesProblem(404);
        seen.MapGet("/record", Record).WithName("getSignalRecord").WithSummary("The figures of all signals ever published");
        seen.MapGet("/record/verify", Verify)
            .WithName("verifySignalRecord")
            .WithSummary("Recomputes the chain of signal events and says where it is broken");
        seen.MapGet("/record/download", Download)
            .WithName("downloadSignalRecord")
            .WithSummary("The chain, a line of JSON for each event")
            .Produces(200, contentType: "application/x-ndjson")
            .ProducesProblem(403);
    }

    private static Task<Created<SignalMade>> Publish(Actor actor, CsDashboard.Signals.TradingSignals signals, SignalBody body) =>
        InTheirNames(async () =>
        {
            var signal = await signals.Publish(actor, body.Signal);
            return TypedResults.Created(
                $"/api/enhanced/signals/{signal.Id}",
                new SignalMade(true, SignalAnswer.Of(signal), SignalTexts.Get("Api.Published"))
            );
        });

    private static Task<Ok<SignalMade>> Step(Actor actor, CsDashboard.Signals.TradingSignals signals, string id, StepBody body) =>
        InTheirNames(async () =>
        {
            var signal = await signals.Step(actor, await signals.Resolve(actor, id), body.Step);
            return TypedResults.Ok(new SignalMade(true, SignalAnswer.Of(signal), SignalTexts.Get("Api.Stepped")));
        });

    private static async Task<Ok<SignalsAnswer>> List(Actor actor, SignalLists lists, string? type = null, bool recommended = false)
    {
        var page = await lists.List(
            actor,
            new SignalFilter
            {
                Type = type,
                Recommended = recommended,
                State = "active",
                Since = actor.Now.AddHours(-24),
                Size = 50,
            }
        );
        return TypedResults.Ok(new SignalsAnswer(true, [.. page.Items.Select(SignalAnswer.Of)], page.Items.Count));
    }

    private static async Task<Ok<SignalDetailAnswer>> Get(
        Actor actor,
        CsDashboard.Signals.TradingSignals signals,
        SignalLists lists,
        string id
    )
    {
        var detail = await lists.Get(actor, await signals.Resolve(actor, id));
        return TypedResults.Ok(
            new SignalDetailAnswer(
                true,
                SignalAnswer.Of(detail.Signal),
                detail.Candles,
                [.. detail.Life.Select(l => new LifeAnswer(l.Position, l.Kind, l.At, l.Note, l.Changes, l.Hash))]
            )
        );
    }

    private static async Task<Ok<RecordAnswer>> Record(Actor actor, SignalLists lists) =>
        TypedResults.Ok(new RecordAnswer(true, await lists.Figures(actor)));

    private static async Task<Ok<VerdictAnswer>> Verify(Actor actor, SignalRecord record)
    {
        var verdict = await record.Verify(actor);
        return TypedResults.Ok(new VerdictAnswer(true, verdict.IsWhole, verdict));
    }

    private static async Task Download(HttpContext http, Actor actor, SignalRecord record)
    {
        var lines = await record.Lines(actor, http.RequestAborted);
        http.Response.ContentType = "application/x-ndjson; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"signal-record.jsonl\"";
        await foreach (var line in lines)
        {
            await http.Response.WriteAsync(line, Encoding.UTF8, http.RequestAborted);
            await http.Response.WriteAsync("\n", Encoding.UTF8, http.RequestAborted);
        }
    }

    // Verbs name fields in camelCase; these bodies have the contract's snake_case.
    private static async Task<T> InTheirNames<T>(Func<Task<T>> verb)
    {
        try
        {
            return await verb();
        }
        catch (Refusal refusal) when (refusal is { Kind: RefusalKind.Invalid, Fields.Count: > 0 })
        {
            throw Refusal.Invalid([.. refusal.Fields.Select(f => f with { Field = JsonNamingPolicy.SnakeCaseLower.ConvertName(f.Field) })]);
        }
    }
}
